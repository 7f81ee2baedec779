// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.accounts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lapwing.casebook.Accounts.Account;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.fact.AccountFact.TokenMeant;
import org.lapwing.casebook.fact.AccountFact.WorkingCopyMade;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.NameFact.NameRecorded;
import org.lapwing.casebook.fact.OriginalFact.OriginalKept;
import org.lapwing.casebook.fact.OriginalFact.TokensMapped;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.naming.CodeNames;
import org.lapwing.casebook.naming.Token;
import org.lapwing.casebook.naming.Tokens;
import org.lapwing.casebook.term.AgeGroup;
import org.lapwing.casebook.term.NameKind;
import org.lapwing.casebook.term.PersonRole;
import org.lapwing.casebook.term.Script;
import org.lapwing.desk.Chrome;
import org.lapwing.entry.Id;

/**
 * Which words of an original are names, one a line: {@code words = code-name}, {@code words = new}, {@code words = like
 * other words}, {@code words = place} or {@code words = place Name shown}, {@code words = contact}. Behind a person may
 * stand what the name is and, for somebody new, in which part they enter: {@code words = new family official}. One person
 * has one token in an account, through all its copies.
 */
final class NamesForm {
    /** @param perhaps capitalised words that stay: a suggestion of the machine, to be looked at */
    record Made(Text words, List<Fact> facts, List<String> perhaps) {}

    private static final Pattern CAPITAL = Pattern.compile("(?<=[\\p{Ll},;:] )(\\p{Lu}[\\p{L}-]+)");

    private record Named(Token token, Optional<Id> meant) {}

    private final Casebook casebook;
    private final Chrome chrome;
    private final Account account;
    private final OriginalKept original;
    private final RandomGenerator random;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final List<Tokens.Mark> marks = new ArrayList<>();
    private final List<TokenMeant> meant = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Named> byWords = new HashMap<>();
    private final Map<Id, Token> byMeant = new HashMap<>();
    private final Set<Token> tokens = new HashSet<>();
    private final NamesInUse used;

    NamesForm(Casebook casebook, Chrome chrome, Account account, OriginalKept original, RandomGenerator random) {
        this.casebook = casebook;
        this.chrome = chrome;
        this.account = account;
        this.original = original;
        this.random = random;
        this.used = new NamesInUse(casebook);
        account.copies().stream()
                .flatMap(copy -> copy.fact().tokens().stream())
                .forEach(each -> Token.parse(each.token()).ifPresent(token -> {
                    tokens.add(token);
                    // Under the oldest of a merged person's names, by which lines are looked up too.
                    each.meant()
                            .ifPresent(id ->
                                    byMeant.put(casebook.people().sameAs(id).getFirst(), token));
                }));
    }

    Map<String, String> errors() {
        return errors;
    }

    /** The lines that gave the newest copy, for making a better one. */
    static String lines(Casebook casebook, Account account, OriginalKept original) {
        Map<String, Optional<Id>> meant = new HashMap<>();
        account.copies().stream()
                .flatMap(copy -> copy.fact().tokens().stream())
                .forEach(each -> meant.put(each.token(), each.meant()));
        return casebook.last(account.id(), TokensMapped.class).stream()
                .flatMap(map -> map.fact().tokens().stream())
                .map(place -> original.words().between(place.originalFrom(), place.originalTo()) + " = "
                        + what(casebook, place.token(), meant.getOrDefault(place.token(), Optional.empty())))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static String what(Casebook casebook, String token, Optional<Id> meant) {
        return switch (Token.parse(token).map(Token::kind).orElse(Token.Kind.C)) {
            case P -> meant.map(id -> Labels.codeName(casebook, id)).orElse("new");
            case L ->
                "place"
                        + meant.flatMap(id -> casebook.places().place(id))
                                .map(place -> " " + place.name())
                                .orElse("");
            case C -> "contact";
        };
    }

    Optional<Made> read(String lines) {
        for (String line : lines.split("\\R")) {
            if (!line.isBlank()) {
                line(line);
            }
        }
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        if (!(Tokens.apply(original.words(), marks) instanceof Tokens.Copy copy)) {
            errors.put("names", chrome.say("accounts.error.overlap"));
            return Optional.empty();
        }
        int number = account.workingCopy().map(made -> made.fact().copy() + 1).orElse(1);
        facts.add(new WorkingCopyMade(account.id(), number, copy.words(), meant));
        facts.add(new TokensMapped(account.id(), number, copy.places()));
        return Optional.of(
                new Made(copy.words(), facts, perhapsNames(copy.words().words())));
    }

    private void line(String line) {
        int equals = line.lastIndexOf('=');
        String words = equals < 0 ? "" : line.substring(0, equals).strip();
        String what = equals < 0 ? "" : line.substring(equals + 1).strip();
        if (words.isEmpty() || what.isEmpty()) {
            errors.put("names", chrome.say("accounts.error.names-line", "line", line.strip()));
            return;
        }
        List<Integer> places = places(words);
        if (places.isEmpty()) {
            errors.put("names", chrome.say("accounts.error.names-absent", "words", words));
            return;
        }
        Optional<Named> named = named(words, what);
        if (named.isEmpty()) {
            errors.put("names", chrome.say("accounts.error.names-who", "who", what));
            return;
        }
        byWords.put(words, named.get());
        List<Tokens.Mark> found = new ArrayList<>();
        for (int from : places) {
            found.add(new Tokens.Mark(
                    from,
                    from + words.codePointCount(0, words.length()),
                    named.get().token()));
        }
        found.addAll(Tokens.alike(original.words(), found));
        // What an earlier line already took stays as it is: "Orlen Sagrel" before "Orlen".
        found.stream()
                .filter(mark -> marks.stream().noneMatch(each -> each.from() <= mark.from() && mark.to() <= each.to()))
                .toList()
                .forEach(marks::add);
        TokenMeant stands =
                new TokenMeant(named.get().token().toString(), named.get().meant());
        if (!meant.contains(stands)) {
            meant.add(stands);
        }
    }

    /** Where the words stand, in code points: as whole words, or, where they never do, as parts of words. */
    private List<Integer> places(String words) {
        String all = original.words().words();
        List<Integer> whole = new ArrayList<>();
        List<Integer> parts = new ArrayList<>();
        for (int at = all.indexOf(words); at >= 0; at = all.indexOf(words, at + words.length())) {
            int end = at + words.length();
            boolean alone = (at == 0 || !Character.isLetterOrDigit(all.codePointBefore(at)))
                    && (end == all.length() || !Character.isLetterOrDigit(all.codePointAt(end)));
            (alone ? whole : parts).add(all.codePointCount(0, at));
        }
        return whole.isEmpty() ? parts : whole;
    }

    private Optional<Named> named(String words, String what) {
        String[] parts = what.split("\\s+");
        return switch (parts[0]) {
            case "place" -> place(what.substring("place".length()).strip());
            case "contact" -> Optional.of(new Named(mint(Token.Kind.C), Optional.empty()));
            case "like" -> like(words, what.substring("like".length()).strip());
            case "new" -> Optional.of(person(open(parts), words, parts));
            default -> casebook.people().named(parts[0]).map(each -> person(each.id(), words, parts));
        };
    }

    private Optional<Named> place(String name) {
        if (name.isEmpty()) {
            return Optional.of(new Named(mint(Token.Kind.L), Optional.empty()));
        }
        return casebook.places()
                .named(name)
                .map(place -> place.id())
                .map(id -> new Named(byMeant.computeIfAbsent(id, each -> mint(Token.Kind.L)), Optional.of(id)));
    }

    /** Other words for somebody whom an earlier line named: an inflected form, a family name beside the given one. */
    private Optional<Named> like(String words, String what) {
        int comma = what.lastIndexOf(',');
        String before = comma < 0 ? what : what.substring(0, comma).strip();
        Optional<Named> named = Optional.ofNullable(byWords.get(before));
        if (comma >= 0) {
            named.flatMap(Named::meant)
                    .filter(id -> named.get().token().kind() == Token.Kind.P)
                    .ifPresent(id -> record(id, words, what.substring(comma + 1).split("\\s+")));
        }
        return named;
    }

    private Named person(Id person, String words, String[] what) {
        record(person, words, what);
        return new Named(byMeant.computeIfAbsent(person, each -> mint(Token.Kind.P)), Optional.of(person));
    }

    /** Somebody new, in no part unless one is said: who is named in an account may be anybody in it. */
    private Id open(String[] what) {
        Id person = new Id(random.nextLong(), random.nextLong());
        String name = used.next(random);
        facts.add(new PersonOpened(person, name, said(PersonRole.class, what), AgeGroup.UNKNOWN));
        return person;
    }

    private static <E extends Enum<E>> List<E> said(Class<E> list, String[] words) {
        return Stream.of(words)
                .flatMap(word ->
                        CodingForm.named(list, word.toUpperCase(Locale.ROOT).replace('-', '_')).stream())
                .toList();
    }

    private void record(Id person, String words, String[] what) {
        boolean known = casebook.about(person, NameRecorded.class).stream()
                .anyMatch(each -> each.fact().value().equals(words)
                        && each.fact().account().equals(Optional.of(account.id())));
        if (known) {
            return;
        }
        NameKind kind = said(NameKind.class, what).stream().findFirst().orElse(NameKind.NICKNAME);
        Script script = script(words);
        facts.add(new NameRecorded(
                new Id(random.nextLong(), random.nextLong()),
                person,
                words,
                script,
                kind,
                Optional.of(account.source()),
                Optional.of(account.id())));
    }

    private static Script script(String words) {
        return words.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of)
                .findFirst()
                .map(found -> switch (found) {
                    case CYRILLIC -> Script.CYRILLIC;
                    case LATIN -> Script.LATIN;
                    case ARABIC -> Script.ARABIC;
                    default -> Script.OTHER;
                })
                .orElse(Script.OTHER);
    }

    /** Words with a capital letter where no sentence begins. */
    private static List<String> perhapsNames(String words) {
        Matcher capitals = CAPITAL.matcher(words);
        return capitals.results().map(each -> each.group(1)).distinct().toList();
    }

    private Token mint(Token.Kind kind) {
        Token token = Tokens.mint(kind, tokens, new CodeNames(), random);
        tokens.add(token);
        return token;
    }
}
