// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.casebook.term.Relation;
import org.lapwing.entry.Id;
import org.lapwing.entry.Slot;

/** Who agreed to what. */
public sealed interface ConsentFact extends CaseFact {
    /** The separate path for a child or somebody of unknown age: a protection lead and two deciders. */
    record ProtectionPath(Id lead, Id firstDecider, Id secondDecider) {
        public ProtectionPath {
            if (firstDecider.equals(secondDecider) || lead.equals(firstDecider) || lead.equals(secondDecider)) {
                throw new CasebookException("a child-protection lead and two deciders are three people");
            }
        }
    }

    /**
     * Consent, for one purpose.
     *
     * @param giver the source or person who gave it
     * @param subject the source or person whom it is about
     * @param body for {@link Purpose#SHARE} and {@link Purpose#COURT}: the one body that was named
     * @param wording as shown, made from the body
     * @param expires the last day on which it holds
     */
    record ConsentGiven(
            @Slot(0) Id consent,
            @Slot(1) Id giver,
            @Slot(2) Id subject,
            @Slot(3) Relation relation,
            @Slot(4) Optional<String> conflictOfInterest,
            @Slot(5) Purpose purpose,
            @Slot(6) Optional<Id> body,
            @Slot(7) String wording,
            @Slot(8) boolean toldOfLimits,
            @Slot(9) boolean ableToDecide,
            @Slot(10) String language,
            @Slot(11) String interpreter,
            @Slot(12) String circumstances,
            @Slot(13) LocalDate day,
            @Slot(14) Optional<LocalDate> expires,
            @Slot(15) Optional<ProtectionPath> protection)
            implements ConsentFact {
        public ConsentGiven {
            if (relation == Relation.SELF != giver.equals(subject)) {
                throw new CasebookException("who consents for themself is giver and subject");
            }
            if (purpose == Purpose.SHARE && body.isEmpty()) {
                throw new CasebookException("consent to share names the body");
            }
        }

        @Override
        public List<Id> subjects() {
            return List.of(consent, subject);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(consent, giver, subject, body);
        }
    }

    /**
     * Consent taken back.
     *
     * @param giver who took it back
     * @param purpose one purpose, or every one
     */
    record ConsentWithdrawn(
            @Slot(0) Id giver,
            @Slot(1) Id subject,
            @Slot(2) Optional<Purpose> purpose,
            @Slot(3) LocalDate day,
            @Slot(4) String how)
            implements ConsentFact {
        @Override
        public List<Id> subjects() {
            return List.of(subject);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(giver, subject);
        }
    }
}
