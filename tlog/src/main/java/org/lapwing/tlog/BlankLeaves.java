// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves that commit to nothing, so that a published size tells only how many steps a log has grown, not how many
 * entries. 32 random bytes look like every other leaf to whoever lacks its salt.
 */
public final class BlankLeaves {
    /** Published logs grow by this many leaves: one full tile. */
    public static final int STEP = 256;

    private BlankLeaves() {}

    /** The blank leaves that bring {@code size} to the next multiple of {@link #STEP}; none where it is one. */
    public static List<byte[]> fill(long size, SecureRandom random) {
        return fill(size, STEP, random);
    }

    /** The blank leaves that bring {@code size} to the next multiple of {@code step}; none where it is one. */
    public static List<byte[]> fill(long size, int step, SecureRandom random) {
        if (!TreeHead.isSize(size) || step < 1) {
            throw new TlogException("blank leaves need a size of 0 to 2^53 - 1 and a step of at least 1");
        }
        int count = (int) ((step - size % step) % step);
        List<byte[]> blanks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] blank = new byte[Tiles.LEAF_BYTES];
            random.nextBytes(blank);
            blanks.add(blank);
        }
        return blanks;
    }
}
