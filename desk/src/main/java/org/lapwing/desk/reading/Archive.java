// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.reading;

import org.lapwing.dossier.ProvenEntry;
import org.lapwing.entry.Id;
import org.lapwing.journal.Journal;
import org.lapwing.journal.Read;

/** Fetches whole entries again, with the opening of their leaves, for those few of which one field is to be proven. */
public final class Archive {
    private final Journal journal;

    public Archive(Journal journal) {
        this.journal = journal;
    }

    /** @throws IllegalStateException when the view does not hold the entry */
    public ProvenEntry proven(View view, Id entry) {
        var noted = view.casebook()
                .entry(entry)
                .orElseThrow(() -> new IllegalStateException("this entry is not in what the reader may see"));
        try (var scan = journal.scan(
                noted.fact().compartment().word(),
                noted.ref().index(),
                view.unlocked().keys())) {
            for (Read read : scan) {
                if (read instanceof Read.Live live && live.entry().header().id().equals(entry)) {
                    return new ProvenEntry(live.entry(), live.opening());
                }
            }
        }
        throw new IllegalStateException("this entry has been erased");
    }
}
