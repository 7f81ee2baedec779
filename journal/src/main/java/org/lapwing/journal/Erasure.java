// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.lapwing.entry.Id;
import org.lapwing.seal.ShredStore;

/**
 * Erases what shred keys cover: from then on a scan gives {@link Read.Erased}, a leaf of the log says nothing, and no
 * snapshot remembers. Rows stay, so that the history cannot be rewritten unnoticed. States in memory are the caller's to
 * drop. What cannot be recalled: copies of the shred store of up to 30 days, and whatever was published or exported.
 */
public record Erasure(Journal journal, ShredStore keys, Snapshots snapshots, Blobs blobs) {
    /**
     * Durable when it returns; to be repeated when it did not. The keys go while no snapshot can be written: after them
     * the blobs' seeds are gone too, so a crash before the blobs' files are deleted leaves only orphans.
     *
     * @param blobFiles the names of the blobs that the erased entries hold
     */
    public void erase(Collection<Id> shredKeys, Collection<Id> blobFiles) throws IOException {
        snapshots.deleteAllThen(
                () -> keys.erase(shredKeys.stream().map(Id::bytes).toList()));
        blobs.delete(List.copyOf(blobFiles));
        journal.scrub();
    }
}
