// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.findings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.People.Person;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.term.FindingType;
import org.lapwing.casebook.term.Standard;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.accounts.Labels;
import org.lapwing.edtf.Edtf;
import org.lapwing.edtf.EdtfInput;
import org.lapwing.edtf.Reading;
import org.lapwing.entry.Id;

/** The sentence of a finding and its bounds, as they were typed. */
final class ProposalForm {
    private final Casebook casebook;
    private final Chrome chrome;
    private final Map<String, String> typed;
    private final Map<String, String> errors = new LinkedHashMap<>();

    ProposalForm(Casebook casebook, Chrome chrome, Map<String, String> typed) {
        this.casebook = casebook;
        this.chrome = chrome;
        this.typed = typed;
    }

    /** What stays the same whether it is proposed or revised. */
    record Bounds(Text proposition, Optional<Edtf> period, Optional<Id> place, Optional<Id> unit, List<Id> about) {}

    /** What a proposal says beside its bounds. */
    record Sure(FindingType sort, Standard standard, String reasons) {}

    Map<String, String> errors() {
        return errors;
    }

    Optional<Bounds> bounds() {
        Optional<Text> proposition = proposition();
        Optional<Edtf> period = period();
        Optional<Id> place =
                named("place", name -> casebook.places().named(name).map(each -> each.id()));
        Optional<Id> unit =
                named("unit", name -> casebook.places().unitNamed(name).map(each -> each.id()));
        List<Id> about = about();
        return errors.isEmpty()
                ? proposition.map(words -> new Bounds(words, period, place, unit, about))
                : Optional.empty();
    }

    Optional<Sure> sure() {
        Optional<FindingType> sort = term(FindingType.values(), "type");
        Optional<Standard> standard = term(Standard.values(), "standard");
        Optional<String> reasons = some("reasons");
        if (reasons.isEmpty()) {
            errors.put("reasons", chrome.say("findings.error.words"));
        }
        return errors.isEmpty()
                ? Optional.of(new Sure(sort.orElseThrow(), standard.orElseThrow(), reasons.orElseThrow()))
                : Optional.empty();
    }

    private Optional<Text> proposition() {
        Optional<String> words = some("sentence");
        if (words.isEmpty()) {
            errors.put("sentence", chrome.say("findings.error.sentence"));
        }
        String language = some("language").orElse("").toLowerCase(Locale.ROOT);
        if (!language.matches("[a-z]{2,8}")) {
            errors.put("language", chrome.say("findings.error.language"));
            return Optional.empty();
        }
        return words.map(sentence -> new Text(sentence, language));
    }

    private Optional<Edtf> period() {
        return some("period").flatMap(words -> switch (EdtfInput.read(
                words, chrome.tongue().locale())) {
            case Reading.Read(Edtf date) -> Optional.of(date);
            case Reading.Refused refused -> {
                errors.put("period", chrome.say("findings.error.period", "accepted", refused.accepted()));
                yield Optional.empty();
            }
        });
    }

    private Optional<Id> named(String field, Function<String, Optional<Id>> known) {
        Optional<String> name = some(field);
        Optional<Id> found = name.flatMap(known);
        if (name.isPresent() && found.isEmpty()) {
            errors.put(field, chrome.say("findings.error." + field));
        }
        return found;
    }

    private List<Id> about() {
        List<Id> about = new ArrayList<>();
        for (String name : some("about").orElse("").split(",")) {
            String codeName = name.strip();
            if (!codeName.isEmpty()) {
                casebook.people()
                        .named(codeName)
                        .map(Person::id)
                        .ifPresentOrElse(about::add, () -> errors.put("about", chrome.say("findings.error.about")));
            }
        }
        return List.copyOf(about);
    }

    private <T extends Enum<T>> Optional<T> term(T[] terms, String field) {
        Optional<T> term = Stream.of(terms)
                .filter(each -> each.name().equals(typed.get(field)))
                .findFirst();
        if (term.isEmpty()) {
            errors.put(field, chrome.say("findings.error." + field));
        }
        return term;
    }

    private Optional<String> some(String field) {
        return Optional.ofNullable(typed.get(field)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** How a finding looks in the form, for revising it. */
    static Map<String, String> typed(Casebook casebook, Finding finding) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("sentence", finding.proposition().words());
        typed.put("language", finding.proposition().language());
        finding.period().ifPresent(period -> typed.put("period", period.toString()));
        finding.place().flatMap(casebook.places()::place).ifPresent(place -> typed.put("place", place.name()));
        finding.unit().flatMap(casebook.places()::unit).ifPresent(unit -> typed.put("unit", unit.name()));
        typed.put(
                "about",
                finding.about().stream()
                        .map(person -> Labels.codeName(casebook, person))
                        .collect(Collectors.joining(", ")));
        return typed;
    }
}
