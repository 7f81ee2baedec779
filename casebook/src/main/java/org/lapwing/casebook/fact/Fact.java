// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

import java.util.List;
import java.util.Set;
import org.lapwing.entry.Id;

/** One thing that happened in the casebook; what an entry of this room says. */
public sealed interface Fact permits IntakeFact, OriginalFact, NameFact, CaseFact, TieFact, ReleasedFact {
    /** What this changes: a page on one of these that was drawn earlier is stale. At most eight. */
    List<Id> subjects();

    /** Every id by which this is found again. */
    default Set<Id> mentions() {
        return Mentions.of(subjects());
    }

    default Compartment compartment() {
        return Compartment.of(getClass());
    }
}
