// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lapwing.casebook.fact.StatementFact.InvestigationNoted;
import org.lapwing.casebook.fact.StatementFact.StatementRecorded;
import org.lapwing.casebook.fact.StatementFact.StepTaken;
import org.lapwing.casebook.fact.WeighingFact.StatementWeighed;
import org.lapwing.casebook.term.Investigation;
import org.lapwing.casebook.term.StatementBasis;
import org.lapwing.entry.Id;

/** What officials say, and what was tried with them. */
public final class Statements {
    private final Casebook casebook;

    Statements(Casebook casebook) {
        this.casebook = casebook;
    }

    public record Statement(Noted<StatementRecorded> recorded, Optional<Noted<InvestigationNoted>> followed) {
        public Id id() {
            return recorded.fact().statement();
        }

        public Investigation investigation() {
            return followed.map(each -> each.fact().investigation())
                    .orElse(recorded.fact().investigation());
        }

        /** A denial with nothing to it: quoted beside the finding, never blocks or lowers it. */
        public boolean bareDenial() {
            return recorded.fact().kind().denies() && recorded.fact().basis() == StatementBasis.BARE;
        }
    }

    public Optional<Statement> statement(Id statement) {
        return casebook.about(statement, StatementRecorded.class).stream()
                .filter(each -> each.fact().statement().equals(statement))
                .findFirst()
                .map(recorded -> new Statement(recorded, casebook.last(statement, InvestigationNoted.class)));
    }

    public List<Statement> all() {
        return casebook.all(StatementRecorded.class).stream()
                .flatMap(each -> statement(each.fact().statement()).stream())
                .toList();
    }

    /** Statements recorded as bearing on a finding, or weighed for it. */
    public List<Statement> bearingOn(Id finding) {
        return Stream.concat(
                        casebook.about(finding, StatementRecorded.class).stream()
                                .map(each -> each.fact().statement()),
                        casebook.about(finding, StatementWeighed.class).stream()
                                .map(each -> each.fact().statement()))
                .distinct()
                .flatMap(each -> statement(each).stream())
                .toList();
    }

    public List<Noted<StepTaken>> stepsAbout(Id person) {
        return casebook.people().sameAs(person).stream()
                .flatMap(id -> casebook.about(id, StepTaken.class).stream())
                .distinct()
                .toList();
    }
}
