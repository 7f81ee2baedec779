// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.reading;

import java.util.List;
import java.util.Set;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.entry.Id;

/**
 * Keeps something of its own beside the volumes, which has to live and die with them. Told in order, while nobody else
 * reads: it must return at once.
 */
public interface Follower {
    /**
     * A volume was read on.
     *
     * @param casebook all that it holds now
     * @param came entries that it did not hold before
     */
    void readOn(Compartment compartment, Casebook casebook, List<Id> came);

    /** Nobody reads these any more, or something in them was forgotten: nothing made of them may stay. */
    void dropped(Set<Compartment> compartments);
}
