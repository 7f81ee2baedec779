// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * The leaves of a log in order, each 32 opaque bytes: for Lapwing the rows of the journal. Leaves already there never
 * change while a method of this room reads them; more may be appended.
 */
public interface LeafSource {
    long size();

    /** The leaf at {@code index}, which is below {@link #size}. */
    byte[] leaf(long index);

    /** The leaves {@code from} to {@code until} (exclusive), at most 256. Override it where one query reads many rows. */
    default List<byte[]> range(long from, long until) {
        List<byte[]> leaves = new ArrayList<>();
        for (long index = from; index < until; index++) {
            leaves.add(leaf(index));
        }
        return leaves;
    }

    /** Leaves held in memory. */
    static LeafSource of(List<byte[]> leaves) {
        return new LeafSource() {
            @Override
            public long size() {
                return leaves.size();
            }

            @Override
            public byte[] leaf(long index) {
                return leaves.get(Math.toIntExact(index));
            }

            @Override
            public List<byte[]> range(long from, long until) {
                return leaves.subList(Math.toIntExact(from), Math.toIntExact(until));
            }
        };
    }
}
