// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.accounts;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.fact.ConsentFact.ConsentGiven;
import org.lapwing.casebook.fact.ConsentFact.ProtectionPath;
import org.lapwing.casebook.fact.GroupFact.BodyRecorded;
import org.lapwing.casebook.release.ConsentWording;
import org.lapwing.casebook.term.BodyKind;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.casebook.term.Relation;
import org.lapwing.desk.Chrome;
import org.lapwing.entry.Id;

/** Consents as they are asked: each by itself, in the words that its body makes necessary, and what was ticked. */
public final class ConsentForm {
    /**
     * @param value in the form: the purpose, with a body's id behind it where it is for one body
     * @param wording as it is read aloud
     */
    public record Asked(String value, Purpose purpose, Optional<BodyRecorded> body, String wording) {}

    /** Who gave it for whom. */
    public record Giving(Id giver, Id subject, Relation relation) {
        public static Giving self(Id whom) {
            return new Giving(whom, whom, Relation.SELF);
        }
    }

    private final Casebook casebook;
    private final Chrome chrome;
    private final LocalDate today;
    private final Supplier<Id> ids;

    public ConsentForm(Casebook casebook, Chrome chrome, LocalDate today, Supplier<Id> ids) {
        this.casebook = casebook;
        this.chrome = chrome;
        this.today = today;
        this.ids = ids;
    }

    /** Every consent that can be asked: a court for itself, any other body to share with it, since each receives something else. */
    public List<Asked> asked() {
        ConsentWording wording = new ConsentWording(chrome.tongue().locale());
        Stream<Asked> inside = Stream.of(Purpose.values())
                .filter(purpose -> !forOneBody(purpose))
                .map(purpose -> new Asked(purpose.name(), purpose, Optional.empty(), wording.of(purpose)));
        Stream<Asked> outside = casebook.group().bodies().stream()
                .map(body -> body.fact())
                .map(body -> new Asked(
                        purpose(body).name() + "-" + body.body(),
                        purpose(body),
                        Optional.of(body),
                        wording.of(purpose(body), body)));
        return Stream.concat(inside, outside).toList();
    }

    private static Purpose purpose(BodyRecorded body) {
        return body.kind() == BodyKind.COURT ? Purpose.COURT : Purpose.SHARE;
    }

    private static boolean forOneBody(Purpose purpose) {
        return purpose == Purpose.SHARE || purpose == Purpose.COURT;
    }

    /** What was ticked among the {@code consent} boxes, with the circumstances typed beside them. */
    public List<ConsentGiven> read(List<String> ticked, Giving giving, Map<String, String> typed) {
        return asked().stream()
                .filter(each -> ticked.contains(each.value()))
                .map(each -> new ConsentGiven(
                        ids.get(),
                        giving.giver(),
                        giving.subject(),
                        giving.relation(),
                        some(typed, "conflict"),
                        each.purpose(),
                        each.body().map(BodyRecorded::body),
                        each.wording(),
                        typed.containsKey("toldOfLimits"),
                        typed.containsKey("ableToDecide"),
                        some(typed, "consentLanguage")
                                .or(() -> some(typed, "language"))
                                .orElse(chrome.language()),
                        some(typed, "interpreter").orElse("none"),
                        some(typed, "circumstances")
                                .or(() -> some(typed, "setting"))
                                .orElse(chrome.say("accounts.unknown")),
                        today,
                        day(typed.getOrDefault("expires", "")),
                        protection(typed)))
                .toList();
    }

    /** Three different members, for somebody under 18 or of unknown age. */
    private static Optional<ProtectionPath> protection(Map<String, String> typed) {
        List<Id> three = Stream.of("lead", "firstDecider", "secondDecider")
                .flatMap(field -> some(typed, field).stream())
                .filter(Id::isId)
                .map(Id::parse)
                .distinct()
                .toList();
        return three.size() == 3
                ? Optional.of(new ProtectionPath(three.get(0), three.get(1), three.get(2)))
                : Optional.empty();
    }

    /** The term that a form sent; empty where it sent none of this list. */
    public static <E extends Enum<E>> Optional<E> named(Class<E> list, String word) {
        return CodingForm.named(list, word);
    }

    /** A day as a date field sends it. */
    public static Optional<LocalDate> day(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> some(Map<String, String> typed, String field) {
        return Optional.ofNullable(typed.get(field)).map(String::strip).filter(each -> !each.isEmpty());
    }
}
