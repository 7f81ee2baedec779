// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.release;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.People.Person;
import org.lapwing.casebook.Sources.Source;
import org.lapwing.casebook.fact.ConsentFact.ConsentGiven;
import org.lapwing.casebook.fact.ConsentFact.ConsentWithdrawn;
import org.lapwing.casebook.fact.PersonFact.ThreatNoted;
import org.lapwing.casebook.term.Refusal;
import org.lapwing.casebook.term.Relation;
import org.lapwing.entry.Id;

/** Whether one given consent still carries one purpose. */
final class ConsentCheck {
    /** A consent that was looked at, with what is wrong with it, if anything. */
    record Tried(Id consent, Optional<Refusal> refusal) {}

    private final Casebook casebook;
    private final Ask ask;
    private final boolean anyBody;

    ConsentCheck(Casebook casebook, Ask ask, boolean anyBody) {
        this.casebook = casebook;
        this.ask = ask;
        this.anyBody = anyBody;
    }

    /** Every consent given about somebody for this purpose, in order. */
    List<Tried> of(Id subject) {
        Set<Id> selves = selves(subject);
        return selves.stream()
                .flatMap(id -> casebook.about(id, ConsentGiven.class).stream())
                .distinct()
                .filter(given ->
                        selves.contains(given.fact().subject()) && given.fact().purpose() == ask.purpose())
                .sorted(Comparator.comparingLong(given -> given.ref().index()))
                .map(given -> new Tried(given.fact().consent(), wrong(given, selves)))
                .toList();
    }

    /** A source and the person it is, merged names included. */
    private Set<Id> selves(Id id) {
        var selves = new LinkedHashSet<Id>(List.of(id));
        casebook.sources()
                .source(id)
                .flatMap(source -> source.opened().fact().person())
                .ifPresent(person -> selves.addAll(casebook.people().sameAs(person)));
        selves.addAll(casebook.people().sameAs(id));
        List.copyOf(selves)
                .forEach(person -> casebook.sources().whoAre(person).stream()
                        .map(Source::id)
                        .forEach(selves::add));
        return selves;
    }

    private Optional<Refusal> wrong(Noted<ConsentGiven> given, Set<Id> selves) {
        ConsentGiven consent = given.fact();
        if (withdrawn(given, selves)) {
            return Optional.of(Refusal.WITHDRAWN);
        } else if (consent.expires().filter(last -> last.isBefore(ask.today())).isPresent()) {
            return Optional.of(Refusal.EXPIRED);
        } else if (!anyBody && consent.body().isPresent() && !consent.body().equals(ask.recipient())) {
            return Optional.of(Refusal.ANOTHER_BODY);
        } else if (!consent.toldOfLimits()) {
            return Optional.of(Refusal.NOT_TOLD_OF_LIMITS);
        } else if (!consent.ableToDecide()) {
            return Optional.of(Refusal.NOT_ABLE_TO_DECIDE);
        }
        return wrongGiver(consent, selves);
    }

    private Optional<Refusal> wrongGiver(ConsentGiven consent, Set<Id> selves) {
        boolean self = consent.relation() == Relation.SELF;
        boolean protect = selves.stream()
                .flatMap(id -> casebook.people().person(id).stream())
                .anyMatch(Person::needsProtection);
        boolean teller =
                selves.stream().anyMatch(id -> casebook.sources().source(id).isPresent());
        if (!self && threat(consent.giver())) {
            return Optional.of(Refusal.GIVEN_BY_A_THREAT);
        } else if (!self && consent.conflictOfInterest().isPresent()) {
            return Optional.of(Refusal.CONFLICT_OF_INTEREST);
        } else if (protect && consent.protection().isEmpty()) {
            return Optional.of(Refusal.PROTECTION_PATH_MISSING);
        } else if (!self && teller && !protect) {
            return Optional.of(Refusal.GIVEN_FOR_ANOTHER);
        }
        return Optional.empty();
    }

    private boolean withdrawn(Noted<ConsentGiven> given, Set<Id> selves) {
        return selves.stream()
                .flatMap(id -> casebook.about(id, ConsentWithdrawn.class).stream())
                .filter(each -> selves.contains(each.fact().subject()))
                .filter(each -> each.ref().index() > given.ref().index())
                .filter(each ->
                        each.fact().purpose().isEmpty() || each.fact().purpose().equals(Optional.of(ask.purpose())))
                .anyMatch(each -> selves.contains(each.fact().giver())
                        || !threat(each.fact().giver()));
    }

    private boolean threat(Id giver) {
        return selves(giver).stream()
                .anyMatch(id -> !casebook.about(id, ThreatNoted.class).isEmpty());
    }
}
