// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.text;

/**
 * How alike two words are, in letters: edits between them and Jaro-Winkler similarity, both bit-parallel for words of at
 * most 64 letters and by the plain definition beyond. Symmetric to the bit. Belongs to one thread.
 *
 * <p>Edits count insertion, deletion, substitution and a swap of neighbours (optimal string alignment): Hyyrö 2003, "A
 * bit-vector algorithm for computing Levenshtein and Damerau edit distances". Similarity: Winkler 1990, with a prefix of
 * four letters at most and weight 0.1.
 */
public final class Likeness {

    private final LetterMasks masks = new LetterMasks();

    /** The number of edits, or {@code most + 1} if there are more than {@code most}. */
    public int edits(String a, String b, int most) {
        if (a.equals(b)) {
            return 0;
        }
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        String shorter = a.length() <= b.length() ? a : b;
        String longer = a.length() <= b.length() ? b : a;
        if (shorter.isEmpty()) {
            return longer.length();
        }
        int edits = shorter.length() <= LetterMasks.LONGEST ? bitParallel(shorter, longer) : byTable(shorter, longer);
        return Math.min(edits, most + 1);
    }

    private int bitParallel(String pattern, String text) {
        masks.load(pattern);
        long last = 1L << (pattern.length() - 1);
        long plus = -1L;
        long minus = 0;
        long diagonal = 0;
        long before = 0;
        int edits = pattern.length();
        for (int i = 0; i < text.length(); i++) {
            long equal = masks.places(text.charAt(i));
            long swapped = ((~diagonal & equal) << 1) & before;
            diagonal = (((equal & plus) + plus) ^ plus) | equal | minus | swapped;
            long up = minus | ~(diagonal | plus);
            long down = diagonal & plus;
            if ((up & last) != 0) {
                edits++;
            } else if ((down & last) != 0) {
                edits--;
            }
            up = (up << 1) | 1;
            down <<= 1;
            plus = down | ~(diagonal | up);
            minus = up & diagonal;
            before = equal;
        }
        return edits;
    }

    private static int byTable(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        int[] next = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            next[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(row[j - 1] + same, Math.min(row[j], next[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, before[j - 2] + 1);
                }
                next[j] = least;
            }
            int[] free = before;
            before = row;
            row = next;
            next = free;
        }
        return row[b.length()];
    }

    /** Which letters a word has, one bit each for classes of letters. */
    public static long letters(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1L << (word.charAt(i) & 63);
        }
        return letters;
    }

    /** No Jaro-Winkler similarity of these words can be above this: a letter that one lacks finds no partner in it. */
    public static double mostAlike(String a, long lettersOfA, String b, long lettersOfB) {
        double common = Math.min(
                a.length() - Long.bitCount(lettersOfA & ~lettersOfB),
                b.length() - Long.bitCount(lettersOfB & ~lettersOfA));
        if (common <= 0) {
            return 0;
        }
        double jaro = (common / a.length() + common / b.length() + 1) / 3;
        int prefix = 0;
        while (prefix < Math.min(4, Math.min(a.length(), b.length())) && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return Math.min(1, jaro + 0.1 * prefix * (1 - jaro));
    }

    /** From 0 to 1. */
    public double jaroWinkler(String a, String b) {
        if (a.equals(b)) {
            return a.isEmpty() ? 0 : 1;
        }
        // one order of the two, since the greedy assignment of letters is not symmetric by itself
        boolean inOrder = a.length() < b.length() || (a.length() == b.length() && a.compareTo(b) <= 0);
        String x = inOrder ? a : b;
        String y = inOrder ? b : a;
        if (x.isEmpty()) {
            return 0;
        }
        double jaro = y.length() <= LetterMasks.LONGEST ? jaro(x, y) : longJaro(x, y);
        int prefix = 0;
        while (prefix < Math.min(4, x.length()) && x.charAt(prefix) == y.charAt(prefix)) {
            prefix++;
        }
        return jaro + 0.1 * prefix * (1 - jaro);
    }

    private double jaro(String x, String y) {
        masks.load(y);
        int reach = Math.max(0, y.length() / 2 - 1);
        long whole = y.length() == 64 ? -1L : (1L << y.length()) - 1;
        long taken = 0;
        long giving = 0;
        for (int i = 0; i < x.length(); i++) {
            int from = Math.max(0, i - reach);
            if (from >= 64) {
                break;
            }
            long window = -1L << from;
            int until = i + reach + 1;
            if (until < 64) {
                window &= (1L << until) - 1;
            }
            long free = masks.places(x.charAt(i)) & window & whole & ~taken;
            if (free != 0) {
                taken |= free & -free;
                giving |= 1L << i;
            }
        }
        int common = Long.bitCount(taken);
        if (common == 0) {
            return 0;
        }
        int outOfOrder = 0;
        for (long left = giving, right = taken; left != 0; left &= left - 1, right &= right - 1) {
            if (x.charAt(Long.numberOfTrailingZeros(left)) != y.charAt(Long.numberOfTrailingZeros(right))) {
                outOfOrder++;
            }
        }
        return jaro(common, outOfOrder, x, y);
    }

    private static double jaro(int common, int outOfOrder, String x, String y) {
        double c = common;
        int swaps = outOfOrder / 2;
        return (c / x.length() + c / y.length() + (c - swaps) / c) / 3;
    }

    private static double longJaro(String x, String y) {
        int reach = Math.max(0, y.length() / 2 - 1);
        boolean[] taken = new boolean[y.length()];
        StringBuilder fromX = new StringBuilder();
        for (int i = 0; i < x.length(); i++) {
            for (int j = Math.max(0, i - reach); j < Math.min(y.length(), i + reach + 1); j++) {
                if (!taken[j] && x.charAt(i) == y.charAt(j)) {
                    taken[j] = true;
                    fromX.append(x.charAt(i));
                    break;
                }
            }
        }
        int common = fromX.length();
        if (common == 0) {
            return 0;
        }
        int outOfOrder = 0;
        int k = 0;
        for (int j = 0; j < y.length(); j++) {
            if (taken[j] && fromX.charAt(k++) != y.charAt(j)) {
                outOfOrder++;
            }
        }
        return jaro(common, outOfOrder, x, y);
    }
}
