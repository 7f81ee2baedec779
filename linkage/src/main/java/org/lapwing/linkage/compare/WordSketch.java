// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.compare;

import org.lapwing.linkage.name.NameAlignment;
import org.lapwing.linkage.name.NamePart;

/**
 * A name in 64 bits, which prove of most pairs of different names that they differ, without a look at the names: an upper
 * bound of their Jaro-Winkler similarity, from the letters that only one of them has, their lengths and their first four
 * letters. From below: 32 bits of letters by class, four first letters of 5 bits each, 6 bits of length, 4 of the stem, 2 of
 * what the name can be a form of.
 */
final class WordSketch {

    /** Says nothing. */
    static final long NONE = 0;

    private static final int LETTERS = 32;
    private static final int LONGEST = 63;
    private static final int KNOWN = 1;
    private static final int PATRONYMIC = 2;

    private WordSketch() {}

    /** @param word of one part; others have no sketch */
    static long of(WordComparison.Word word) {
        String folded = word.folded();
        if (folded.length() > LONGEST || word.name().parts().size() != 1) {
            return NONE;
        }
        NamePart part = word.only();
        long form = switch (part.role()) {
            case NAME -> NameAlignment.isKnown(part) ? KNOWN : 0;
            case PATRONYMIC -> PATRONYMIC;
            case INITIAL, PARTICLE -> -1;
        };
        if (form < 0) {
            return NONE;
        }
        int stem = (word.stem().hashCode() * 0x9E3779B9) >>> 28;
        long sketch = (form << 62) | ((long) stem << 58) | ((long) folded.length() << 52);
        for (int i = 0; i < folded.length(); i++) {
            long letter = folded.charAt(i) & 31;
            sketch |= (1L << letter) | (i < 4 ? letter << (LETTERS + 5 * i) : 0);
        }
        return sketch;
    }

    /** Whether these two are surely less alike than {@code least}, have other stems, and neither is a form of the other. */
    static boolean differ(long a, long b, double least) {
        if (a == NONE || b == NONE || mayBeForms((int) (a >>> 62), (int) (b >>> 62)) || (((a ^ b) >>> 58) & 15) == 0) {
            return false;
        }
        int lengthOfA = (int) (a >>> 52) & LONGEST;
        int lengthOfB = (int) (b >>> 52) & LONGEST;
        int common = Math.min(
                lengthOfA - Integer.bitCount((int) a & ~(int) b), lengthOfB - Integer.bitCount((int) b & ~(int) a));
        int same = Long.numberOfTrailingZeros(((a ^ b) >>> LETTERS) | (1 << 20)) / 5;
        double jaro = common <= 0 ? 0 : ((double) common / lengthOfA + (double) common / lengthOfB + 1) / 3;
        return jaro + 0.1 * Math.min(4, same) * (1 - jaro) < least;
    }

    /** A given name and its short form are both in the table; a father's name goes with any other. */
    private static boolean mayBeForms(int a, int b) {
        return (a == PATRONYMIC) != (b == PATRONYMIC) || (a == KNOWN && b == KNOWN);
    }
}
