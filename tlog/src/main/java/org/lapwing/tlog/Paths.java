// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.util.ArrayList;
import java.util.List;

/** Proof paths of RFC 6962, sections 2.1.1 and 2.1.2, over anything that can hash a range of leaves. */
final class Paths {
    private Paths() {}

    /** The root over the leaves {@code start} to {@code end} (exclusive), where one of the two splits falls. */
    @FunctionalInterface
    interface Ranges {
        Hash hash(long start, long end);
    }

    static List<Hash> inclusion(Ranges ranges, long index, long size) {
        if (index < 0 || index >= size) {
            throw new TlogException("there is no leaf " + index + " in a tree of " + size + " leaves");
        }
        List<Hash> path = new ArrayList<>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            long middle = start + split(end - start);
            if (index < middle) {
                path.add(ranges.hash(middle, end));
                end = middle;
            } else {
                path.add(ranges.hash(start, middle));
                start = middle;
            }
        }
        return List.copyOf(path.reversed());
    }

    static List<Hash> consistency(Ranges ranges, long olderSize, long size) {
        if (olderSize < 1 || olderSize > size) {
            throw new TlogException("an older size must be 1 to " + size + ", not " + olderSize);
        }
        List<Hash> path = new ArrayList<>();
        long start = 0;
        long end = size;
        while (olderSize != end) {
            long middle = start + split(end - start);
            if (olderSize <= middle) {
                path.add(ranges.hash(middle, end));
                end = middle;
            } else {
                path.add(ranges.hash(start, middle));
                start = middle;
            }
        }
        // SUBPROOF ends with the subtree's hash unless it is the whole older tree, whose root the verifier holds.
        if (start != 0) {
            path.add(ranges.hash(start, end));
        }
        return List.copyOf(path.reversed());
    }

    /** The largest power of two smaller than {@code width}, for widths above 1. */
    static long split(long width) {
        return Long.highestOneBit(width - 1);
    }
}
