// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.model;

import java.util.Arrays;

/**
 * How many pairs show each pattern of levels: four bits a field from the lowest, above them the pair of lists. What training
 * reads instead of pairs. Belongs to one thread; {@link #add(PatternCounts)} joins.
 */
final class PatternCounts {

    private static final long EMPTY = -1;

    private long[] patterns = new long[1 << 12];
    private long[] counts = new long[1 << 12];
    private int size;

    PatternCounts() {
        Arrays.fill(patterns, EMPTY);
    }

    static int level(long pattern, int field) {
        return (int) (pattern >>> (4 * field)) & 15;
    }

    void add(long pattern, long count) {
        int mask = patterns.length - 1;
        int at = (int) ((pattern * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (patterns[at] != EMPTY && patterns[at] != pattern) {
            at = (at + 1) & mask;
        }
        if (patterns[at] == EMPTY) {
            patterns[at] = pattern;
            size++;
        }
        counts[at] += count;
        if (size * 2 > patterns.length) {
            grow();
        }
    }

    void add(PatternCounts other) {
        for (int i = 0; i < other.patterns.length; i++) {
            if (other.patterns[i] != EMPTY) {
                add(other.patterns[i], other.counts[i]);
            }
        }
    }

    private void grow() {
        long[] oldPatterns = patterns;
        long[] oldCounts = counts;
        patterns = new long[oldPatterns.length * 2];
        counts = new long[oldPatterns.length * 2];
        Arrays.fill(patterns, EMPTY);
        size = 0;
        for (int i = 0; i < oldPatterns.length; i++) {
            if (oldPatterns[i] != EMPTY) {
                add(oldPatterns[i], oldCounts[i]);
            }
        }
    }

    /** All patterns with their counts, in the order of patterns, so that sums do not depend on threads. */
    Sorted sorted() {
        long[] present =
                Arrays.stream(patterns).filter(each -> each != EMPTY).sorted().toArray();
        long[] theirs = new long[present.length];
        for (int i = 0; i < patterns.length; i++) {
            if (patterns[i] != EMPTY) {
                theirs[Arrays.binarySearch(present, patterns[i])] = counts[i];
            }
        }
        return new Sorted(present, theirs);
    }

    record Sorted(long[] patterns, long[] counts) {}
}
