// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.fact.FindingFact.FindingReasoned;
import org.lapwing.casebook.fact.FindingFact.FindingReviewed;
import org.lapwing.entry.Id;

/**
 * Which slots of a finding's entries are opened: those whose values are published letter for letter. Slot numbers are
 * those of {@code docs/formats/kinds.md}.
 */
final class FindingProofs {
    /** A number that says: not drawn yet. */
    private static final int UNDRAWN = 1;

    private final Finding finding;
    private final String at;
    private final List<Proof> proofs = new ArrayList<>();

    FindingProofs(Finding finding, String at) {
        this.finding = finding;
        this.at = at;
    }

    void reason(Noted<FindingReasoned> reason, Worded words, int index) {
        if (words.asWritten()) {
            String here = at + "/reasons/" + index;
            add(reason.ref().entry(), "FindingReasoned", Map.of(1, here + "/kind", 2, here + "/words/0/words"));
        }
    }

    List<Proof> proofs(Chapter chapter, Noted<FindingReviewed> review, boolean reasonsAsWritten) {
        proposed(chapter);
        var shows = new TreeMap<Integer, String>(Map.of(2, at + "/review/standard", 3, at + "/review/agrees"));
        if (reasonsAsWritten) {
            shows.put(4, at + "/review/reasons/0/words");
        }
        add(review.ref().entry(), "FindingReviewed", shows);
        return List.copyOf(proofs);
    }

    private void proposed(Chapter chapter) {
        boolean revised = !finding.revisions().isEmpty();
        boolean samePeriod = chapter.period().isPresent() && chapter.period().equals(finding.period());
        var first = new TreeMap<Integer, String>(Map.of(2, at + "/type"));
        SortedMap<Integer, String> sentence = revised ? new TreeMap<>() : first;
        if (chapter.sentence().asWritten()) {
            sentence.put(revised ? 2 : 3, at + "/sentence/0");
        }
        if (samePeriod) {
            sentence.put(revised ? 3 : 4, at + "/period");
        }
        if (finding.standards().isEmpty()) {
            first.put(8, at + "/standard");
        } else {
            add(finding.standards().getLast().ref().entry(), "StandardProposed", Map.of(1, at + "/standard"));
        }
        add(finding.proposed().ref().entry(), "FindingProposed", first);
        if (revised) {
            add(finding.revisions().getLast().ref().entry(), "FindingRevised", sentence);
        }
    }

    private void add(Id entry, String kind, Map<Integer, String> shows) {
        if (!shows.isEmpty()) {
            proofs.add(new Proof(UNDRAWN, entry, kind, new TreeMap<>(shows)));
        }
    }
}
