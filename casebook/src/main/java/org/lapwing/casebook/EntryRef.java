// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.time.Instant;
import org.lapwing.entry.Header;
import org.lapwing.entry.Id;

/**
 * Which entry said it, who signed it and when: every value on a page opens here.
 *
 * @param index its place in the journal, from 0
 * @param time in whole seconds
 * @param shredKey the key whose destruction erases it: what is written about a source later goes under the same
 */
public record EntryRef(long index, Id entry, Id author, Instant time, Id shredKey) {
    public static EntryRef of(long index, Header header) {
        return new EntryRef(index, header.id(), header.author(), header.time(), header.shredKey());
    }
}
