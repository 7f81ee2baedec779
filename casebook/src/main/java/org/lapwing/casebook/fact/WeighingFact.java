// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.casebook.term.Side;
import org.lapwing.casebook.term.TieKind;
import org.lapwing.entry.Id;
import org.lapwing.entry.Slot;

/** What lies on which side of a finding, and the answers it needs. */
public sealed interface WeighingFact extends CaseFact {
    /** A claim supports, contradicts or is silent. */
    record ClaimWeighed(
            @Slot(0) Id finding,
            @Slot(1) Id claim,
            @Slot(2) Side side,
            @Slot(3) Optional<String> words) implements WeighingFact {
        @Override
        public List<Id> subjects() {
            return List.of(finding);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(finding, claim);
        }
    }

    /** A claim is no longer weighed for a finding. */
    record ClaimSetAside(
            @Slot(0) Id finding, @Slot(1) Id claim, @Slot(2) String reasons) implements WeighingFact {
        @Override
        public List<Id> subjects() {
            return List.of(finding);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(finding, claim);
        }
    }

    /** A statement supports, contradicts or is silent. */
    record StatementWeighed(
            @Slot(0) Id finding,
            @Slot(1) Id statement,
            @Slot(2) Side side) implements WeighingFact {
        @Override
        public List<Id> subjects() {
            return List.of(finding);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(finding, statement);
        }
    }

    /** Details could have passed between sources: a question to be answered in words. */
    record ContaminationNoted(
            @Slot(0) Id risk,
            @Slot(1) Id finding,
            @Slot(2) TieKind kind,
            @Slot(3) List<Id> sources,
            @Slot(4) String question)
            implements WeighingFact {
        public ContaminationNoted {
            sources = List.copyOf(sources);
        }

        @Override
        public List<Id> subjects() {
            return List.of(finding);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(risk, finding, sources);
        }
    }

    /** The answer. */
    record ContaminationAnswered(
            @Slot(0) Id risk, @Slot(1) Id finding, @Slot(2) String words) implements WeighingFact {
        @Override
        public List<Id> subjects() {
            return List.of(finding);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(risk, finding);
        }
    }

    /**
     * The answer to what contradicts a finding.
     *
     * @param contradiction a claim, a statement or a retraction
     */
    record ContradictionAnswered(
            @Slot(0) Id finding,
            @Slot(1) Id contradiction,
            @Slot(2) String words) implements WeighingFact {
        @Override
        public List<Id> subjects() {
            return List.of(finding);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(finding, contradiction);
        }
    }
}
