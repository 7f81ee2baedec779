// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.People.Person;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.ConsentFact.ConsentGiven;
import org.lapwing.casebook.fact.ConsentFact.ConsentWithdrawn;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.NameFact.NameRecorded;
import org.lapwing.casebook.fact.NameFact.NameRevealed;
import org.lapwing.casebook.fact.NameFact.NamesSought;
import org.lapwing.casebook.fact.PersonFact.Description;
import org.lapwing.casebook.fact.PersonFact.PersonDescribed;
import org.lapwing.casebook.fact.PersonFact.SamePersonDecided;
import org.lapwing.casebook.fact.PersonFact.SamePersonTakenBack;
import org.lapwing.casebook.fact.PersonFact.ThreatNoted;
import org.lapwing.casebook.fact.PersonFact.ValuePreferred;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.accounts.ConsentForm;
import org.lapwing.desk.accounts.Labels;
import org.lapwing.desk.doors.Doors;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;
import org.lapwing.seal.Roster;
import org.springframework.stereotype.Component;

/** Everything that one person's page shows, each value with who says it. */
@Component
public class PersonModel {
    private final Doors doors;
    private final Pen pen;
    private final Clock clock;

    PersonModel(Doors doors, Pen pen, Clock clock) {
        this.doors = doors;
        this.pen = pen;
        this.clock = clock;
    }

    /** @param by who says it */
    public record Said(Claim claim, String by) {}

    /**
     * @param by the source who says it, or the member where no source does
     * @param preferred whether a reviewer preferred it
     */
    public record Value(Noted<PersonDescribed> noted, String words, String by, boolean preferred) {}

    /** @param others the code names that this decision joins */
    public record Joined(Noted<SamePersonDecided> decided, String one, String other) {}

    /** @param revealed the names, in the answer to a press only */
    public record PersonPage(
            Person person,
            boolean namesHeld,
            int namesKnown,
            List<NameRecorded> revealed,
            List<Noted<NameRevealed>> reveals,
            List<Noted<NamesSought>> askedFor,
            Optional<Episodes> episodes,
            List<Said> claims,
            List<Value> values,
            List<Joined> joined,
            List<Noted<ThreatNoted>> threats,
            List<Noted<ConsentGiven>> given,
            List<Noted<ConsentWithdrawn>> withdrawn,
            List<ConsentForm.Asked> asked,
            List<Roster.Member> members,
            LocalDate nextLook) {}

    PersonPage of(View view, Chrome chrome, Person person, List<NameRecorded> revealed) {
        Casebook casebook = view.casebook();
        LocalDate today = LocalDate.now(clock);
        return new PersonPage(
                person,
                view.holds(Compartment.NAMES),
                casebook.people().names(person.id()).size(),
                revealed,
                about(casebook, person, NameRevealed.class),
                about(casebook, person, NamesSought.class),
                Episodes.of(casebook, chrome, person.id()),
                person.claims().stream()
                        .map(claim -> new Said(claim, Labels.codeName(casebook, claim.source())))
                        .toList(),
                values(casebook, chrome, person),
                joined(casebook, person),
                about(casebook, person, ThreatNoted.class),
                about(casebook, person, ConsentGiven.class),
                about(casebook, person, ConsentWithdrawn.class),
                new ConsentForm(casebook, chrome, today, pen::newId).asked(),
                doors.roster().members(),
                today.plus(PeoplePages.LOOK_WITHIN));
    }

    private static <F extends Fact> List<Noted<F>> about(Casebook casebook, Person person, Class<F> kind) {
        return person.ids().stream()
                .flatMap(id -> casebook.about(id, kind).stream())
                .distinct()
                .toList();
    }

    private static List<Value> values(Casebook casebook, Chrome chrome, Person person) {
        List<Id> preferred = about(casebook, person, ValuePreferred.class).stream()
                .map(each -> each.fact().value())
                .toList();
        return person.descriptions().stream()
                .map(noted -> new Value(
                        noted,
                        words(chrome, noted.fact()),
                        noted.fact()
                                .saidBy()
                                .map(source -> Labels.codeName(casebook, source))
                                .orElseGet(() -> chrome.memberName(noted.ref().author())),
                        preferred.contains(noted.fact().value())))
                .toList();
    }

    private static String words(Chrome chrome, PersonDescribed said) {
        return switch (said.description()) {
            case Description.Born(var when) -> chrome.say("people.value.born", "when", chrome.when(when));
            case Description.OfAge(var group) -> chrome.say("people.value.age", "age", chrome.term(group));
            case Description.Alive(boolean alive) ->
                chrome.say(alive ? "people.value.alive" : "people.value.not-alive");
            case Description.Identifiable(boolean identifiable) ->
                chrome.say(identifiable ? "people.value.identifiable" : "people.value.not-identifiable");
        };
    }

    /** The decisions that stand, for taking one back. */
    static List<Joined> joined(Casebook casebook, Person person) {
        return about(casebook, person, SamePersonDecided.class).stream()
                .filter(same -> casebook.about(same.fact().decision(), SamePersonTakenBack.class)
                        .isEmpty())
                .map(same -> new Joined(
                        same,
                        opened(person, same.fact().one()),
                        opened(person, same.fact().other())))
                .toList();
    }

    private static String opened(Person person, Id id) {
        return person.opened().stream()
                .filter(each -> each.fact().person().equals(id))
                .map(each -> each.fact().codeName())
                .findFirst()
                .orElse("?");
    }
}
