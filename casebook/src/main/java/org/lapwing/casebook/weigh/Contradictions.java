// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.weigh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Findings.WeighedClaim;
import org.lapwing.casebook.Findings.WeighedStatement;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.fact.SourceFact.RetractionRecorded;
import org.lapwing.casebook.fact.WeighingFact.ContradictionAnswered;
import org.lapwing.casebook.term.RetractionKind;
import org.lapwing.casebook.term.Side;
import org.lapwing.casebook.term.StatementBasis;
import org.lapwing.entry.Id;

/** What lies against a finding, and whether it needs an answer before the finding may be published. */
public final class Contradictions {
    private Contradictions() {}

    /**
     * @param id of the claim, statement or retraction
     * @param needsAnswer a bare denial needs none, nor does what was said within reach of the accused
     */
    public record Contradiction(Id id, What what, boolean needsAnswer, Optional<Noted<ContradictionAnswered>> answer) {
        public boolean open() {
            return needsAnswer && answer.isEmpty();
        }
    }

    /** What contradicts. */
    public enum What {
        CLAIM,
        STATEMENT,
        RETRACTION
    }

    public static List<Contradiction> of(Casebook casebook, Finding finding) {
        var all = new ArrayList<Contradiction>();
        finding.on(Side.AGAINST).stream()
                .map(WeighedClaim::claim)
                .filter(Claim::stands)
                .forEach(claim ->
                        all.add(new Contradiction(claim.id(), What.CLAIM, true, finding.answerTo(claim.id()))));
        finding.statements().stream()
                .filter(weighed -> weighed.side() == Side.AGAINST)
                .map(WeighedStatement::statement)
                .forEach(statement -> all.add(new Contradiction(
                        statement.id(),
                        What.STATEMENT,
                        statement.recorded().fact().basis() != StatementBasis.BARE,
                        finding.answerTo(statement.id()))));
        finding.on(Side.FOR).stream()
                .map(weighed -> weighed.claim().source())
                .distinct()
                .flatMap(source -> casebook.about(source, RetractionRecorded.class).stream())
                .map(Noted::fact)
                .filter(retraction -> retraction.kind() != RetractionKind.WITHDRAWAL_OF_CONSENT)
                .forEach(retraction -> all.add(new Contradiction(
                        retraction.retraction(),
                        What.RETRACTION,
                        !retraction.opensACase(),
                        finding.answerTo(retraction.retraction()))));
        return List.copyOf(all);
    }
}
