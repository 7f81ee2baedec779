// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.weigh;

import java.util.List;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.term.CheckItem;
import org.lapwing.casebook.term.CheckState;
import org.lapwing.casebook.term.FindingState;
import org.lapwing.entry.Id;

/**
 * What a finding has and lacks for the standard that is proposed for it. Counts are a checklist and no threshold: one
 * detailed account that fits a verified pattern can suffice, if two members say why.
 */
public record ProofChecklist(List<Line> lines, Independence independence) {
    /**
     * @param about what it concerns: claims without a verified source, contradictions without an answer, and so on
     */
    public record Line(CheckItem item, CheckState state, List<Id> about) {
        public boolean blocks() {
            return state == CheckState.MISSING || state == CheckState.IN_WORDS;
        }
    }

    public static ProofChecklist of(Casebook casebook, Finding finding, ProofRules rules) {
        return new ProofCheck(casebook, finding, rules).run();
    }

    private record Kept(Id finding, ProofRules rules) {}

    /** The same, made once for each state of the casebook: for lists. */
    public static ProofChecklist kept(Casebook casebook, Finding finding, ProofRules rules) {
        return casebook.findings().worked(new Kept(finding.id(), rules), () -> of(casebook, finding, rules));
    }

    public Line line(CheckItem item) {
        return lines.stream().filter(each -> each.item() == item).findFirst().orElseThrow();
    }

    /** What stands in the way of publishing, in order. */
    public List<Line> open() {
        return lines.stream().filter(Line::blocks).toList();
    }

    public boolean permitsPublishing() {
        return open().isEmpty();
    }

    /** Whether two members agree on it as it stands; its release may still be held. */
    public boolean agreed() {
        return open().stream().allMatch(line -> line.item().ofRelease());
    }

    /** Whether only the second reader is missing. */
    public boolean readyForSecondReader() {
        return open().stream()
                .allMatch(line -> line.item().ofRelease()
                        || line.item() == CheckItem.SECOND_REVIEW
                        || line.item() == CheckItem.REVIEW_STANDS);
    }

    /** Where the finding stands. */
    public FindingState state(Finding finding) {
        boolean reopened = line(CheckItem.REVIEW_STANDS).blocks();
        if (reopened) {
            return FindingState.REOPENED;
        } else if (!agreed()) {
            return readyForSecondReader() ? FindingState.WAITS_FOR_SECOND_READER : FindingState.DRAFT;
        }
        boolean published = finding.releases().stream()
                .flatMap(release -> release.fact().findings().stream())
                .anyMatch(each -> each.finding().equals(finding.id()) && each.version() == finding.version());
        return published ? FindingState.PUBLISHED : FindingState.AGREED;
    }
}
