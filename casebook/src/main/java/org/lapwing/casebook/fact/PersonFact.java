// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.casebook.term.AgeGroup;
import org.lapwing.casebook.term.Consistency;
import org.lapwing.casebook.term.EstablishedBy;
import org.lapwing.casebook.term.FateKind;
import org.lapwing.casebook.term.PersonRole;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;
import org.lapwing.entry.Slot;

/** Somebody in the casebook, by code name. */
public sealed interface PersonFact extends CaseFact {
    /** A person, by code name. */
    record PersonOpened(
            @Slot(0) Id person,
            @Slot(1) String codeName,
            @Slot(2) List<PersonRole> roles,
            @Slot(3) AgeGroup age) implements PersonFact {
        public PersonOpened {
            roles = List.copyOf(roles);
        }

        @Override
        public List<Id> subjects() {
            return List.of(person);
        }
    }

    /** Something that describes a person; several values stand side by side, each with who says it. */
    sealed interface Description {
        record Born(Edtf when) implements Description {}

        record OfAge(AgeGroup group) implements Description {}

        record Alive(boolean alive) implements Description {}

        record Identifiable(boolean identifiable) implements Description {}
    }

    /** One value, with who says it. */
    record PersonDescribed(
            @Slot(0) Id value,
            @Slot(1) Id person,
            @Slot(2) Description description,
            @Slot(3) Optional<Id> saidBy,
            @Slot(4) Optional<Id> account)
            implements PersonFact {
        @Override
        public List<Id> subjects() {
            return List.of(person);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(value, person, saidBy, account);
        }
    }

    /** A reviewer prefers one value of several; the others stay. */
    record ValuePreferred(
            @Slot(0) Id person, @Slot(1) Id value, @Slot(2) String reasons) implements PersonFact {
        @Override
        public List<Id> subjects() {
            return List.of(person);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(person, value);
        }
    }

    /** Two persons are one. Both code names stay, the older is shown. Can be taken back. */
    record SamePersonDecided(
            @Slot(0) Id decision,
            @Slot(1) Id one,
            @Slot(2) Id other,
            @Slot(3) String reasons) implements PersonFact {
        @Override
        public List<Id> subjects() {
            return List.of(one, other);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(decision, one, other);
        }
    }

    /** They are two after all. */
    record SamePersonTakenBack(
            @Slot(0) Id decision,
            @Slot(1) Id one,
            @Slot(2) Id other,
            @Slot(3) String reasons) implements PersonFact {
        @Override
        public List<Id> subjects() {
            return List.of(one, other);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(decision, one, other);
        }
    }

    /** A fate established by a body, a document or two witnesses: the only way to "killed" and "dead". */
    record FateEstablished(
            @Slot(0) Id person,
            @Slot(1) FateKind fate,
            @Slot(2) EstablishedBy by,
            @Slot(3) Optional<Edtf> when,
            @Slot(4) List<Id> claims,
            @Slot(5) String reasons)
            implements PersonFact {
        public FateEstablished {
            claims = List.copyOf(claims);
            if (by == EstablishedBy.TWO_WITNESSES && claims.size() < 2) {
                throw new CasebookException("two witnesses means the claims of two");
            }
        }

        @Override
        public List<Id> subjects() {
            return List.of(person);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(person, claims);
        }
    }

    /**
     * A person known only through others was looked at: kept, and whether they may be counted.
     *
     * @param until when the next look is due
     */
    record PersonReviewed(
            @Slot(0) Id person,
            @Slot(1) boolean counts,
            @Slot(2) LocalDate until,
            @Slot(3) String reasons) implements PersonFact {
        @Override
        public List<Id> subjects() {
            return List.of(person);
        }
    }

    /** Somebody is a threat to a person here: neither gives nor withdraws consent for them. */
    record ThreatNoted(@Slot(0) Id about, @Slot(1) String reasons) implements PersonFact {
        @Override
        public List<Id> subjects() {
            return List.of(about);
        }
    }

    /** A medical or psychological finding, by the five grades. */
    record ExaminationRecorded(
            @Slot(0) Id examination,
            @Slot(1) Id person,
            @Slot(2) String examiner,
            @Slot(3) Edtf when,
            @Slot(4) Optional<Consistency> physical,
            @Slot(5) Optional<Consistency> psychological,
            @Slot(6) Consistency overall,
            @Slot(7) Optional<Id> exhibit)
            implements PersonFact {
        @Override
        public List<Id> subjects() {
            return List.of(examination, person);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(examination, person, exhibit);
        }
    }
}
