// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.statements;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.People.Person;
import org.lapwing.casebook.fact.StatementFact.Capture;
import org.lapwing.casebook.fact.StatementFact.StatementRecorded;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.term.Investigation;
import org.lapwing.casebook.term.StatementBasis;
import org.lapwing.casebook.term.StatementKind;
import org.lapwing.desk.Chrome;
import org.lapwing.edtf.Edtf;
import org.lapwing.edtf.EdtfInput;
import org.lapwing.edtf.Reading;
import org.lapwing.entry.Id;

/** A statement as it was typed: read whole, or with a sentence for each field that cannot be read. */
final class StatementForm {
    private final Casebook casebook;
    private final Chrome chrome;
    private final Map<String, String> typed;
    private final Map<String, String> errors = new LinkedHashMap<>();

    StatementForm(Casebook casebook, Chrome chrome, Map<String, String> typed) {
        this.casebook = casebook;
        this.chrome = chrome;
        this.typed = typed;
    }

    Map<String, String> errors() {
        return errors;
    }

    /** @param bearsOn ids of findings, as they were ticked */
    Optional<StatementRecorded> read(Id statement, List<String> bearsOn) {
        Optional<String> speaker = needed("speaker", "statements.error.speaker");
        Optional<Edtf> when = when();
        Optional<Text> words = words();
        Optional<StatementKind> kind = term(StatementKind.values(), "kind", "statements.error.kind");
        Optional<StatementBasis> basis = term(StatementBasis.values(), "basis", "statements.error.basis");
        Optional<Id> person = person();
        Optional<Capture> captured = captured();
        Investigation followed =
                named(Investigation.values(), some("investigation").orElse("")).orElse(Investigation.NOT_KNOWN);
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StatementRecorded(
                statement,
                speaker.orElseThrow(),
                person,
                when.orElseThrow(),
                words.orElseThrow(),
                kind.orElseThrow(),
                basis.orElseThrow(),
                captured,
                findings(bearsOn),
                followed));
    }

    private List<Id> findings(List<String> ticked) {
        return ticked.stream()
                .filter(Id::isId)
                .map(Id::parse)
                .filter(id -> casebook.findings().finding(id).isPresent())
                .distinct()
                .toList();
    }

    private Optional<Edtf> when() {
        return switch (EdtfInput.read(some("when").orElse(""), chrome.tongue().locale())) {
            case Reading.Read(Edtf date) -> Optional.of(date);
            case Reading.Refused refused -> {
                errors.put("when", chrome.say("statements.error.when", "accepted", refused.accepted()));
                yield Optional.empty();
            }
        };
    }

    private Optional<Text> words() {
        Optional<String> words = needed("words", "statements.error.words");
        String language = some("language").orElse("").toLowerCase(Locale.ROOT);
        if (!language.matches("[a-z]{2,8}")) {
            errors.put("language", chrome.say("statements.error.language"));
            return Optional.empty();
        }
        return words.map(said -> new Text(said, language));
    }

    /** An official of the casebook, by code name; nobody is opened from here. */
    private Optional<Id> person() {
        Optional<String> codeName = some("person");
        Optional<Id> person = codeName.flatMap(casebook.people()::named).map(Person::id);
        if (codeName.isPresent() && person.isEmpty()) {
            errors.put("person", chrome.say("statements.error.person"));
        }
        return person;
    }

    /** A captured copy has an address, a day and a hash; one without the others proves nothing. */
    private Optional<Capture> captured() {
        Optional<String> address = some("address");
        Optional<String> day = some("captured");
        Optional<String> hash = some("sha256").map(text -> text.toLowerCase(Locale.ROOT));
        if (Stream.of(address, day, hash).allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        Optional<LocalDate> read = day.flatMap(StatementForm::date);
        if (address.isEmpty()
                || read.isEmpty()
                || hash.filter(text -> text.matches("[0-9a-f]{64}")).isEmpty()) {
            errors.put("address", chrome.say("statements.error.captured"));
            return Optional.empty();
        }
        return Optional.of(new Capture(address.get(), read.get(), hash.orElseThrow(), Optional.empty()));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    private Optional<String> needed(String field, String messageKey) {
        Optional<String> words = some(field);
        if (words.isEmpty()) {
            errors.put(field, chrome.say(messageKey));
        }
        return words;
    }

    private <T extends Enum<T>> Optional<T> term(T[] terms, String field, String messageKey) {
        Optional<T> term = named(terms, some(field).orElse(""));
        if (term.isEmpty()) {
            errors.put(field, chrome.say(messageKey));
        }
        return term;
    }

    static <T extends Enum<T>> Optional<T> named(T[] terms, String name) {
        return Stream.of(terms).filter(each -> each.name().equals(name)).findFirst();
    }

    private Optional<String> some(String field) {
        return Optional.ofNullable(typed.get(field)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
