// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * How far the rows of one compartment were verified in full, author's signature and leaf, and what they were: so that
 * whoever reads the same bytes again need not verify them again. Bytes: {@code docs/formats/journal.md}.
 *
 * @param until one past the last index
 * @param digest 32 bytes over index, epoch, leaf, header and body of each row of the compartment
 * @param unsigned indices of rows that were erased when they were first read: their signature was never seen
 */
public record Mark(long until, byte[] digest, Set<Long> unsigned) {
    static final int DIGEST_BYTES = 32;

    /** Nothing was verified. */
    public static final Mark NOTHING = new Mark(0, new byte[DIGEST_BYTES], Set.of());

    public Mark {
        if (until < 0 || digest.length != DIGEST_BYTES) {
            throw new JournalException("a mark has an index from 0 and a digest of 32 bytes");
        }
        digest = digest.clone();
        unsigned = Set.copyOf(unsigned);
    }

    @Override
    public byte[] digest() {
        return digest.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mark mark
                && until == mark.until
                && Arrays.equals(digest, mark.digest)
                && unsigned.equals(mark.unsigned);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    @Override
    public String toString() {
        return "Mark[" + until + " " + HexFormat.of().formatHex(digest, 0, 4) + "]";
    }
}
