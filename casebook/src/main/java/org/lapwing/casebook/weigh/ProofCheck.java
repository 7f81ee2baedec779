// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.weigh;

import java.util.List;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Findings.WeighedClaim;
import org.lapwing.casebook.Sources;
import org.lapwing.casebook.term.CheckItem;
import org.lapwing.casebook.term.CheckState;
import org.lapwing.casebook.term.ReasonKind;
import org.lapwing.casebook.term.Side;
import org.lapwing.casebook.term.Standard;
import org.lapwing.entry.Id;

/** Runs the checklist for one finding. */
final class ProofCheck {
    private final Casebook casebook;
    private final Finding finding;
    private final ProofRules rules;
    private final Standard standard;
    private final Independence independence;
    private final List<Claim> supporting;

    ProofCheck(Casebook casebook, Finding finding, ProofRules rules) {
        this.casebook = casebook;
        this.finding = finding;
        this.rules = rules;
        this.standard = finding.standard();
        this.independence = Independence.of(casebook, finding);
        this.supporting = finding.on(Side.FOR).stream()
                .map(WeighedClaim::claim)
                .filter(Claim::stands)
                .toList();
    }

    ProofChecklist run() {
        return new ProofChecklist(
                List.of(
                        line(CheckItem.SUPPORT, !supporting.isEmpty(), CheckState.MISSING),
                        verifiedSource(),
                        firstHand(),
                        reason(CheckItem.RELIABILITY, ReasonKind.RELIABILITY),
                        reason(CheckItem.DETAIL, ReasonKind.DETAIL),
                        reason(CheckItem.CONSISTENCY_WITH_PATTERN, ReasonKind.CONSISTENCY_WITH_PATTERN),
                        reason(CheckItem.ALTERNATIVES, ReasonKind.ALTERNATIVES),
                        independenceLine(),
                        stateExplanation(),
                        contradictions(),
                        contamination(),
                        secondReview(),
                        reviewStands(),
                        exposure()),
                independence);
    }

    private boolean aboveAllegation() {
        return standard.atLeast(Standard.REASONABLE_SUSPICION);
    }

    private static ProofChecklist.Line line(CheckItem item, boolean met, CheckState otherwise, List<Id> about) {
        return met
                ? new ProofChecklist.Line(item, CheckState.MET, List.of())
                : new ProofChecklist.Line(item, otherwise, about);
    }

    private static ProofChecklist.Line line(CheckItem item, boolean met, CheckState otherwise) {
        return line(item, met, otherwise, List.of());
    }

    private static ProofChecklist.Line notAsked(CheckItem item) {
        return new ProofChecklist.Line(item, CheckState.NOT_ASKED, List.of());
    }

    private ProofChecklist.Line verifiedSource() {
        if (!aboveAllegation()) {
            return notAsked(CheckItem.VERIFIED_SOURCE);
        }
        boolean met = supporting.stream().anyMatch(claim -> verified(claim));
        return line(CheckItem.VERIFIED_SOURCE, met, CheckState.MISSING, independence.unverified());
    }

    private boolean verified(Claim claim) {
        return casebook.sources()
                .source(claim.source())
                .filter(Sources.Source::verified)
                .isPresent();
    }

    private ProofChecklist.Line firstHand() {
        if (!rules.firstHand(standard)) {
            return notAsked(CheckItem.FIRST_HAND);
        }
        boolean met = supporting.stream().anyMatch(claim -> verified(claim) && !new Origins(casebook).repeats(claim));
        boolean said = finding.reason(ReasonKind.RELIABILITY).isPresent()
                && finding.reason(ReasonKind.STATE_EXPLANATION).isPresent();
        return line(CheckItem.FIRST_HAND, met || said, CheckState.IN_WORDS);
    }

    private ProofChecklist.Line reason(CheckItem item, ReasonKind kind) {
        return aboveAllegation() ? line(item, finding.reason(kind).isPresent(), CheckState.IN_WORDS) : notAsked(item);
    }

    private ProofChecklist.Line independenceLine() {
        if (!aboveAllegation()) {
            return notAsked(CheckItem.INDEPENDENCE);
        }
        int asked = Math.max(1, rules.independent(standard));
        boolean met = independence.shownIndependent() >= asked
                || finding.reason(ReasonKind.INDEPENDENCE).isPresent();
        return line(CheckItem.INDEPENDENCE, met, CheckState.IN_WORDS);
    }

    /** Fewer than asked can reach it if the State gives no convincing explanation, and somebody says so. */
    private ProofChecklist.Line stateExplanation() {
        int asked = rules.independent(standard);
        return independence.shownIndependent() >= asked
                ? notAsked(CheckItem.STATE_EXPLANATION)
                : line(
                        CheckItem.STATE_EXPLANATION,
                        finding.reason(ReasonKind.STATE_EXPLANATION).isPresent(),
                        CheckState.IN_WORDS);
    }

    private ProofChecklist.Line contradictions() {
        List<Id> open = Contradictions.of(casebook, finding).stream()
                .filter(Contradictions.Contradiction::open)
                .map(Contradictions.Contradiction::id)
                .toList();
        return line(CheckItem.CONTRADICTIONS, open.isEmpty(), CheckState.MISSING, open);
    }

    private ProofChecklist.Line contamination() {
        List<Id> open = Contamination.open(casebook, finding).stream()
                .flatMap(question -> question.sources().stream())
                .distinct()
                .toList();
        return line(CheckItem.CONTAMINATION, open.isEmpty(), CheckState.MISSING, open);
    }

    /** Another member than whoever wrote the sentence, for this version and this standard. */
    private ProofChecklist.Line secondReview() {
        boolean met = finding.review()
                .filter(review -> review.fact().agrees()
                        && review.fact().standard() == standard
                        && !review.fact().reasons().isBlank()
                        && !review.ref().author().equals(finding.proposer()))
                .isPresent();
        return line(CheckItem.SECOND_REVIEW, met, CheckState.MISSING);
    }

    private ProofChecklist.Line reviewStands() {
        List<Id> changed = Reopening.causes(casebook, finding).stream()
                .map(Reopening.Cause::about)
                .distinct()
                .toList();
        return line(CheckItem.REVIEW_STANDS, changed.isEmpty(), CheckState.MISSING, changed);
    }

    private ProofChecklist.Line exposure() {
        boolean held = Exposure.of(casebook, finding, rules.crowd()).stream().anyMatch(Exposure.Checked::held);
        return line(CheckItem.EXPOSURE, !held, CheckState.MISSING);
    }
}
