// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.casebook.term.Judgement;
import org.lapwing.casebook.term.TieKind;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;
import org.lapwing.entry.Slot;

/** Who may know of whom. Read by few. */
public sealed interface TieFact extends Fact {
    /** Two sources could have spoken, since a time. */
    record TieRecorded(
            @Slot(0) Id tie,
            @Slot(1) Id one,
            @Slot(2) Id other,
            @Slot(3) TieKind kind,
            @Slot(4) Optional<Edtf> when,
            @Slot(5) String words)
            implements TieFact {
        @Override
        public List<Id> subjects() {
            return List.of(one, other);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(tie, one, other);
        }
    }

    /**
     * A signed judgement on what two sources know apart from each other.
     *
     * @param other absent: the one source against all others
     */
    record IndependenceJudged(
            @Slot(0) Id judgement,
            @Slot(1) Id one,
            @Slot(2) Optional<Id> other,
            @Slot(3) Judgement judged,
            @Slot(4) String reasons)
            implements TieFact {
        @Override
        public List<Id> subjects() {
            return List.of(one);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(judgement, one, other);
        }
    }
}
