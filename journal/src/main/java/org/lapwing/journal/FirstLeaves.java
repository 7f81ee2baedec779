// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.util.List;
import org.lapwing.tlog.LeafSource;

/** The first leaves of a longer source. */
record FirstLeaves(LeafSource all, long size) implements LeafSource {
    @Override
    public byte[] leaf(long index) {
        return all.leaf(index);
    }

    @Override
    public List<byte[]> range(long from, long until) {
        return all.range(from, until);
    }
}
