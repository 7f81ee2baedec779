// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.reading;

import java.util.List;
import java.util.Set;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.desk.doors.Unlocked;

/**
 * What one member may see, as of one position. Pages are drawn from it and from nothing else. Counts in it are "of what
 * you may see".
 */
public final class View {
    private final Unlocked reader;
    private final long position;
    private final Set<Compartment> opening;
    private final Casebook casebook;

    View(Unlocked reader, long position, List<Volume> volumes, Set<Compartment> opening) {
        this.reader = reader;
        this.position = position;
        this.opening = Set.copyOf(opening);
        this.casebook = Casebook.joined(volumes.stream().map(Volume::casebook).toList());
    }

    public Casebook casebook() {
        return casebook;
    }

    /** The index of the last entry that this view has read: the position of the basis of whatever is written from it. */
    public long position() {
        return position;
    }

    public Unlocked.Member reader() {
        return reader.member();
    }

    public boolean holds(Compartment compartment) {
        return casebook.holds(compartment);
    }

    /** Compartments that the reader holds and that are still being opened: this view shows them as if they were sealed. */
    public Set<Compartment> opening() {
        return opening;
    }

    /** The reader with their keys, for what is granted to a duty and not to a compartment. */
    public Unlocked reading() {
        return reader;
    }

    Unlocked unlocked() {
        return reader;
    }
}
