// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.casebook.term.Investigation;
import org.lapwing.casebook.term.StatementBasis;
import org.lapwing.casebook.term.StatementKind;
import org.lapwing.casebook.term.StepKind;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;
import org.lapwing.entry.Slot;

/** What officials say, and what was tried with them. */
public sealed interface StatementFact extends CaseFact {
    /** A copy of a statement, kept with its hash. */
    record Capture(String address, LocalDate day, String sha256, Optional<Id> exhibit) {}

    /**
     * What an official body or speaker says.
     *
     * @param speaker by office, such as "regional spokesperson"
     * @param bearsOn findings that it contradicts or supports
     */
    record StatementRecorded(
            @Slot(0) Id statement,
            @Slot(1) String speaker,
            @Slot(2) Optional<Id> person,
            @Slot(3) Edtf when,
            @Slot(4) Text words,
            @Slot(5) StatementKind kind,
            @Slot(6) StatementBasis basis,
            @Slot(7) Optional<Capture> captured,
            @Slot(8) List<Id> bearsOn,
            @Slot(9) Investigation investigation)
            implements StatementFact {
        public StatementRecorded {
            bearsOn = List.copyOf(bearsOn);
        }

        @Override
        public List<Id> subjects() {
            return List.of(statement);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(statement, person, bearsOn);
        }
    }

    /** Whether an investigation followed, as it became known later. */
    record InvestigationNoted(
            @Slot(0) Id statement,
            @Slot(1) Investigation investigation,
            @Slot(2) String words) implements StatementFact {
        @Override
        public List<Id> subjects() {
            return List.of(statement);
        }
    }

    /** What was already tried. */
    record StepTaken(
            @Slot(0) Id step,
            @Slot(1) StepKind kind,
            @Slot(2) String toWhom,
            @Slot(3) Edtf when,
            @Slot(4) String words,
            @Slot(5) List<Id> persons,
            @Slot(6) Optional<Id> exhibit)
            implements StatementFact {
        public StepTaken {
            persons = List.copyOf(persons);
        }

        @Override
        public List<Id> subjects() {
            return List.of(step);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(step, persons, exhibit);
        }
    }
}
