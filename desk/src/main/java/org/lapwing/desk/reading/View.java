// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.reading;

import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.desk.doors.Unlocked;
import org.lapwing.entry.Id;

/**
 * What one member may see, as of one position. Pages are drawn from it and from nothing else. Counts in it are "of what
 * you may see".
 */
public final class View {
    private final Unlocked reader;
    private final long position;
    private final List<Volume> volumes;
    private final Casebook casebook;

    View(Unlocked reader, long position, List<Volume> volumes) {
        this.reader = reader;
        this.position = position;
        this.volumes = List.copyOf(volumes);
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

    /** The shred key under which an entry was written, if this view has read the entry. */
    Optional<Id> shredKeyOf(Id entry) {
        return volumes.stream()
                .flatMap(volume -> Optional.ofNullable(volume.shredKeys().get(entry)).stream())
                .findFirst();
    }

    /** The reader with their keys, for what is granted to a duty and not to a compartment. */
    public Unlocked reading() {
        return reader;
    }

    Unlocked unlocked() {
        return reader;
    }
}
