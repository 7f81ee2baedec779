// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.text;

/**
 * For one word of at most 64 letters, on which places each letter stands: the table that bit-parallel comparisons read.
 * Reusable; belongs to one thread. Letters below 256 are looked up, others searched.
 */
final class LetterMasks {

    static final int LONGEST = 64;

    private final long[] low = new long[256];
    private final char[] highLetters = new char[LONGEST];
    private final long[] highMasks = new long[LONGEST];
    private int high;
    private String word = "";

    void load(String next) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 256) {
                low[word.charAt(i)] = 0;
            }
        }
        high = 0;
        word = next;
        for (int i = 0; i < next.length(); i++) {
            add(next.charAt(i), 1L << i);
        }
    }

    private void add(char letter, long place) {
        if (letter < 256) {
            low[letter] |= place;
            return;
        }
        for (int i = 0; i < high; i++) {
            if (highLetters[i] == letter) {
                highMasks[i] |= place;
                return;
            }
        }
        highLetters[high] = letter;
        highMasks[high++] = place;
    }

    long places(char letter) {
        if (letter < 256) {
            return low[letter];
        }
        for (int i = 0; i < high; i++) {
            if (highLetters[i] == letter) {
                return highMasks[i];
            }
        }
        return 0;
    }
}
