// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Leaves drawn from a seed: the same seed gives the same log, and a shorter log is the beginning of a longer. */
final class SeededLeaves {
    private SeededLeaves() {}

    static List<byte[]> list(int count) {
        return list(1, count);
    }

    static List<byte[]> list(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<byte[]> leaves = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] leaf = new byte[Tiles.LEAF_BYTES];
            random.nextBytes(leaf);
            leaves.add(leaf);
        }
        return leaves;
    }
}
