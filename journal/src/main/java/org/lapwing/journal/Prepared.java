// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.util.List;
import org.lapwing.entry.Basis;
import org.lapwing.entry.Entry;
import org.lapwing.entry.Header;
import org.lapwing.seal.Epoch;
import org.lapwing.seal.SealedEntry;

/**
 * An append that is signed and sealed and lacks only its place.
 *
 * @param judgedUpTo rows before this index are known not to make it stale
 * @param compartments those of the drafts, with the epochs that find their rows
 */
record Prepared(List<Signed> entries, Basis basis, long judgedUpTo, List<Staleness.Watched> compartments) {
    /** One entry with its sealed parts; the tag is made when the index is known. */
    record Signed(Entry entry, Epoch epoch, byte[] leaf, SealedEntry sealed) {
        StoredRow at(long index) {
            return new StoredRow(
                    index, epoch.number(), epoch.tag(index), leaf, sealed.wrappedKey(), sealed.header(), sealed.body());
        }
    }

    List<Header> headers() {
        return entries.stream().map(each -> each.entry().header()).toList();
    }
}
