// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.casebook.term.DetailKind;
import org.lapwing.casebook.term.FindingType;
import org.lapwing.casebook.term.ReasonKind;
import org.lapwing.casebook.term.Standard;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;
import org.lapwing.entry.Slot;

/** What the group concludes, from proposal to review. */
public sealed interface FindingFact extends CaseFact {
    /**
     * A finding. Its title is the finding, as a sentence.
     *
     * @param number as shown: F-7
     * @param about persons whom it concerns
     */
    record FindingProposed(
            @Slot(0) Id finding,
            @Slot(1) int number,
            @Slot(2) FindingType sort,
            @Slot(3) Text proposition,
            @Slot(4) Optional<Edtf> period,
            @Slot(5) Optional<Id> place,
            @Slot(6) Optional<Id> unit,
            @Slot(7) List<Id> about,
            @Slot(8) Standard standard)
            implements FindingFact {
        public FindingProposed {
            about = List.copyOf(about);
        }

        @Override
        public List<Id> subjects() {
            return List.of(finding);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(finding, place, unit, about);
        }
    }

    /** A new version of the sentence and its bounds. */
    record FindingRevised(
            @Slot(0) Id finding,
            @Slot(1) int version,
            @Slot(2) Text proposition,
            @Slot(3) Optional<Edtf> period,
            @Slot(4) Optional<Id> place,
            @Slot(5) Optional<Id> unit,
            @Slot(6) List<Id> about)
            implements FindingFact {
        public FindingRevised {
            about = List.copyOf(about);
        }

        @Override
        public List<Id> subjects() {
            return List.of(finding);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(finding, place, unit, about);
        }
    }

    /** How sure its proposer says the group may be. */
    record StandardProposed(
            @Slot(0) Id finding,
            @Slot(1) Standard standard,
            @Slot(2) String reasons) implements FindingFact {
        @Override
        public List<Id> subjects() {
            return List.of(finding);
        }
    }

    /** One of the reasons that must be put in words. */
    record FindingReasoned(
            @Slot(0) Id finding,
            @Slot(1) ReasonKind reason,
            @Slot(2) String words) implements FindingFact {
        @Override
        public List<Id> subjects() {
            return List.of(finding);
        }
    }

    /** A second member, the author of this entry, agrees or does not, with reasons. */
    record FindingReviewed(
            @Slot(0) Id finding,
            @Slot(1) int version,
            @Slot(2) Standard standard,
            @Slot(3) boolean agrees,
            @Slot(4) String reasons)
            implements FindingFact {
        @Override
        public List<Id> subjects() {
            return List.of(finding);
        }
    }

    /**
     * How many people the accused would think of at one detail of a finding.
     *
     * @param crowd the reviewer's estimate; absent when unknown, which counts as one
     * @param coarser what may be said instead
     * @param takeCoarser whether the coarser wording is to be released
     */
    record ExposureJudged(
            @Slot(0) Id exposure,
            @Slot(1) Id finding,
            @Slot(2) DetailKind detail,
            @Slot(3) String phrase,
            @Slot(4) Optional<Integer> crowd,
            @Slot(5) Optional<String> coarser,
            @Slot(6) boolean takeCoarser)
            implements FindingFact {
        public ExposureJudged {
            if (crowd.filter(number -> number < 0).isPresent() || (takeCoarser && coarser.isEmpty())) {
                throw new CasebookException("a crowd is 0 or more, and a coarser wording must be there to be taken");
            }
        }

        @Override
        public List<Id> subjects() {
            return List.of(finding);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(exposure, finding);
        }
    }
}
