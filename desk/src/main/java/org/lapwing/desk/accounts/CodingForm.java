// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.accounts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.People.Person;
import org.lapwing.casebook.Sources.Source;
import org.lapwing.casebook.fact.AccountFact.WorkingCopyMade;
import org.lapwing.casebook.fact.CasebookException;
import org.lapwing.casebook.fact.Coding;
import org.lapwing.casebook.fact.Excerpt;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.Part;
import org.lapwing.casebook.fact.Party;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.fact.Where;
import org.lapwing.casebook.term.Access;
import org.lapwing.casebook.term.ActType;
import org.lapwing.casebook.term.AgeGroup;
import org.lapwing.casebook.term.ClaimKind;
import org.lapwing.casebook.term.FateKind;
import org.lapwing.casebook.term.Method;
import org.lapwing.casebook.term.PersonRole;
import org.lapwing.casebook.term.Role;
import org.lapwing.casebook.term.TellerCertainty;
import org.lapwing.desk.Chrome;
import org.lapwing.edtf.Edtf;
import org.lapwing.edtf.EdtfInput;
import org.lapwing.edtf.Reading;
import org.lapwing.entry.Id;
import org.springframework.util.MultiValueMap;

/**
 * What a member typed to code a claim, and the coding that it means. Names of persons are code names, units and places by
 * the names shown; {@code new} opens somebody with a fresh code name; anything else describes somebody in words. A part
 * in brackets, such as {@code (present)}, is read where it is a part that somebody can have. {@link #typed} writes a
 * coding so that {@link #read} gives it back.
 */
final class CodingForm {
    /** @param facts persons that the coding opens, to be written before it */
    record Coded(Coding coding, List<Fact> facts) {}

    private static final String SOMEBODY_NEW = "new";
    private static final Pattern IN_BRACKETS = Pattern.compile("(.+?)\\s*\\(([^()]+)\\)");

    private final Casebook casebook;
    private final Chrome chrome;
    private final Map<String, String> typed;
    private final RandomGenerator random;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final List<Fact> opened = new ArrayList<>();
    private final NamesInUse used;

    CodingForm(Casebook casebook, Chrome chrome, Map<String, String> typed, RandomGenerator random) {
        this.casebook = casebook;
        this.chrome = chrome;
        this.typed = typed;
        this.random = random;
        this.used = new NamesInUse(casebook);
    }

    /** By field; empty when {@link #read} gave a coding. */
    Map<String, String> errors() {
        return errors;
    }

    void error(String field, String key) {
        errors.putIfAbsent(field, chrome.say(key));
    }

    Optional<Coded> read(List<String> methods, String language) {
        Optional<ClaimKind> kind = term(ClaimKind.class, "kind");
        Optional<Access> access = term(Access.class, "access");
        if (kind.isEmpty()) {
            error("kind", "accounts.error.kind");
        }
        if (access.isEmpty()) {
            error("access", "accounts.error.access");
        }
        Optional<Edtf> when = when();
        List<Part> by = parts("by", Role.DIRECT_PERPETRATOR);
        List<Part> to = parts("to", Role.VICTIM);
        Optional<Id> heardFrom = teller("heardFrom");
        Optional<Id> derivedFrom = teller("derivedFrom").or(() -> heardFrom).flatMap(this::asSource);
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        try {
            boolean act = kind.orElseThrow() == ClaimKind.ACT;
            boolean fate = kind.orElseThrow() == ClaimKind.FATE;
            return Optional.of(new Coded(
                    new Coding(
                            kind.orElseThrow(),
                            act ? term(ActType.class, "act") : Optional.empty(),
                            act
                                    ? methods.stream()
                                            .flatMap(each -> named(Method.class, each).stream())
                                            .toList()
                                    : List.of(),
                            fate ? term(FateKind.class, "fate") : Optional.empty(),
                            by,
                            to,
                            where(),
                            when,
                            access.orElseThrow(),
                            heardFrom,
                            derivedFrom,
                            term(TellerCertainty.class, "certainty"),
                            some("ground").map(words -> new Text(words, language)),
                            some("note")),
                    opened));
        } catch (CasebookException e) {
            errors.put("kind", chrome.say("accounts.error.coding"));
            return Optional.empty();
        }
    }

    /** Finds the quoted words in the copy; where they stand more than once, the place nearest to the one selected. */
    Optional<Excerpt> excerpt(WorkingCopyMade copy) {
        String quote = typed.getOrDefault("quote", "").strip();
        String words = copy.words().words();
        if (quote.isEmpty()) {
            error("quote", "accounts.error.quote");
            return Optional.empty();
        }
        int near = typed.getOrDefault("from", "").matches("\\d{1,7}") ? Integer.parseInt(typed.get("from")) : 0;
        int best = -1;
        for (int at = words.indexOf(quote); at >= 0; at = words.indexOf(quote, at + 1)) {
            int point = words.codePointCount(0, at);
            if (best < 0 || Math.abs(point - near) < Math.abs(best - near)) {
                best = point;
            }
        }
        if (best < 0) {
            error("quote", "accounts.error.quote-not-found");
            return Optional.empty();
        }
        return Optional.of(new Excerpt.OfWords(copy.copy(), best, best + quote.codePointCount(0, quote.length())));
    }

    /** What a form sent, with its methods in one field. */
    static Map<String, String> typed(MultiValueMap<String, String> form) {
        Map<String, String> typed = new LinkedHashMap<>(form.toSingleValueMap());
        typed.put("method", String.join(",", form.getOrDefault("method", List.of())));
        // Browsers send line ends as two characters; the words have one.
        typed.computeIfPresent("quote", (name, quote) -> quote.replace("\r\n", "\n"));
        return typed;
    }

    private Optional<Edtf> when() {
        return some("when")
                .flatMap(words -> switch (EdtfInput.read(words, chrome.tongue().locale())) {
                    case Reading.Read read -> Optional.of(read.value());
                    case Reading.Refused refused -> {
                        error("when", "accounts.error.when");
                        yield Optional.empty();
                    }
                });
    }

    private Optional<Where> where() {
        return some("where")
                .map(words -> casebook.places()
                        .named(words)
                        .<Where>map(place -> new Where.At(place.id()))
                        .orElseGet(() -> new Where.Described(words)));
    }

    /** A source or person by code name. */
    private Optional<Id> teller(String field) {
        return some(field).flatMap(name -> {
            Optional<Id> found = casebook.sources().named(name).map(Source::id).or(() -> person(name));
            if (found.isEmpty()) {
                error(field, "accounts.error.heard-from");
            }
            return found;
        });
    }

    /** Knowledge derives from a source: of a person who told us themselves, it is the source that they are. */
    private Optional<Id> asSource(Id teller) {
        return casebook.sources()
                .source(teller)
                .or(() -> casebook.sources().whoAre(teller).stream().findFirst())
                .map(Source::id);
    }

    private List<Part> parts(String field, Role usual) {
        List<Part> parts = new ArrayList<>();
        String words = some(field).orElse("");
        // Words that describe somebody may hold a comma; then a semicolon stands between people.
        for (String each : words.split(words.contains(";") ? ";" : ",")) {
            String name = each.strip();
            Matcher bracketed = IN_BRACKETS.matcher(name);
            Optional<Role> role = bracketed.matches() ? role(bracketed.group(2)) : Optional.empty();
            if (role.isPresent()) {
                parts.add(new Part(party(field, bracketed.group(1), role.get()), role.get()));
            } else if (!name.isEmpty()) {
                parts.add(new Part(party(field, name, usual), usual));
            }
        }
        return parts;
    }

    private Optional<Role> role(String word) {
        return Stream.of(Role.values())
                .filter(each -> chrome.term(each).equalsIgnoreCase(word.strip())
                        || each.name().equalsIgnoreCase(word.strip()))
                .findFirst();
    }

    private Party party(String field, String name, Role role) {
        if (name.equals(SOMEBODY_NEW)) {
            return new Party.Known(open(personRole(role)));
        }
        return person(name)
                .<Party>map(Party.Known::new)
                .or(() -> casebook.places().unitNamed(name).map(unit -> new Party.OfUnit(unit.id())))
                .orElseGet(() -> {
                    asIfCutShort(field, name);
                    return new Party.Described(name);
                });
    }

    /** Nobody is described in the first half of somebody's code name. */
    private void asIfCutShort(String field, String name) {
        List<String> like = Suggested.like(casebook, name);
        if (!like.isEmpty()) {
            errors.putIfAbsent(
                    field, chrome.say("accounts.error.cut-short", "typed", name, "names", String.join(", ", like)));
        }
    }

    private Optional<Id> person(String codeName) {
        return casebook.people().named(codeName).map(Person::id);
    }

    /** Who somebody new is to the casebook, by the part they had. */
    private static PersonRole personRole(Role role) {
        if (role.blamed()) {
            return PersonRole.ALLEGED_PERPETRATOR;
        }
        return role == Role.VICTIM ? PersonRole.VICTIM : PersonRole.WITNESS;
    }

    private Id open(PersonRole role) {
        Id id = new Id(random.nextLong(), random.nextLong());
        opened.add(new PersonOpened(id, used.next(random), List.of(role), AgeGroup.UNKNOWN));
        return id;
    }

    private Optional<String> some(String field) {
        return Optional.ofNullable(typed.get(field)).map(String::strip).filter(each -> !each.isEmpty());
    }

    private <E extends Enum<E>> Optional<E> term(Class<E> list, String field) {
        return some(field).flatMap(word -> named(list, word));
    }

    static <E extends Enum<E>> Optional<E> named(Class<E> list, String word) {
        return Labels.term(list, word);
    }

    /** How a coding looks in the form, for correcting it. */
    static Map<String, String> typed(Casebook casebook, Chrome chrome, Coding coding) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("kind", coding.kind().name());
        coding.act().ifPresent(act -> typed.put("act", act.name()));
        coding.fate().ifPresent(fate -> typed.put("fate", fate.name()));
        typed.put("method", coding.methods().stream().map(Method::name).collect(Collectors.joining(",")));
        typed.put("by", names(casebook, chrome, coding.by(), Role.DIRECT_PERPETRATOR));
        typed.put("to", names(casebook, chrome, coding.to(), Role.VICTIM));
        coding.where().ifPresent(where -> typed.put("where", Labels.where(casebook, where)));
        coding.when().ifPresent(when -> typed.put("when", when.toString()));
        typed.put("access", coding.access().name());
        coding.heardFrom().ifPresent(id -> typed.put("heardFrom", Labels.codeName(casebook, id)));
        coding.derivedFrom()
                .filter(id -> !coding.heardFrom().equals(Optional.of(id)))
                .ifPresent(id -> typed.put("derivedFrom", Labels.codeName(casebook, id)));
        coding.certainty().ifPresent(certainty -> typed.put("certainty", certainty.name()));
        coding.ground().ifPresent(ground -> typed.put("ground", ground.words()));
        coding.note().ifPresent(note -> typed.put("note", note));
        return typed;
    }

    private static String names(Casebook casebook, Chrome chrome, List<Part> parts, Role usual) {
        String names = parts.stream()
                .map(part -> Labels.party(casebook, part.party())
                        + (part.role() == usual ? "" : " (" + chrome.term(part.role()) + ")"))
                .collect(Collectors.joining("; "));
        return names.contains(",") && !names.contains(";") ? names + ";" : names;
    }
}
