// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.block;

import java.util.Arrays;
import org.lapwing.linkage.lists.Records;

/**
 * All records grouped by one key: those of one group lie together. A group that is too large is put in the order of its
 * cells and compared within a window only, which is counted, never silent.
 *
 * @param order records, group by group
 * @param starts where each group of two or more begins in {@code order}; one more entry than groups
 * @param windows by group: how far apart in {@code order} two compared records may be
 */
record Block(int[] order, int[] starts, int[] windows) {

    /**
     * Where to tell which group a record is in, counted from 1; 0 if it is alone, lacks the key, or its group is windowed.
     *
     * @param of by record, then by key
     */
    record Groups(int[] of, int stride, int key) {
        void put(int record, int group) {
            of[record * stride + key] = group;
        }
    }

    private static final int INDEX_BITS = 24;
    static final int MOST_RECORDS = 1 << INDEX_BITS;

    /** @param most records in a group of which all pairs are compared */
    static Block of(Records records, Key key, int most, int window, Groups groups) {
        long[] sorted = sorted(records, key);
        return grouped(records, sorted, most, window, groups);
    }

    /** Hashes above, records below, of those that have the key. */
    private static long[] sorted(Records records, Key key) {
        int n = records.size();
        long[] sorted = new long[n];
        int used = 0;
        for (int record = 0; record < n; record++) {
            long hash = key.of(records, record);
            if (hash != 0) {
                sorted[used++] = hash << INDEX_BITS | record;
            }
        }
        Arrays.sort(sorted, 0, used);
        return used == n ? sorted : Arrays.copyOf(sorted, used);
    }

    private static Block grouped(Records records, long[] sorted, int most, int window, Groups groupOf) {
        int[] order = new int[sorted.length];
        int[] starts = new int[sorted.length / 2 + 2];
        int[] windows = new int[sorted.length / 2 + 1];
        int groups = 0;
        int filled = 0;
        for (int from = 0; from < sorted.length; ) {
            int until = from + 1;
            while (until < sorted.length && sorted[until] >>> INDEX_BITS == sorted[from] >>> INDEX_BITS) {
                until++;
            }
            int count = until - from;
            if (count > 1) {
                starts[groups] = filled;
                boolean whole = count <= most;
                windows[groups++] = whole ? count : window;
                for (int k = from; k < until; k++) {
                    int record = (int) sorted[k] & (MOST_RECORDS - 1);
                    order[filled++] = record;
                    groupOf.put(record, whole ? groups : 0);
                }
                if (!whole) {
                    byCells(records, order, filled - count, filled);
                }
            }
            from = until;
        }
        starts[groups] = filled;
        return new Block(
                Arrays.copyOf(order, filled), Arrays.copyOf(starts, groups + 1), Arrays.copyOf(windows, groups));
    }

    /** Neighbours in this order agree in most fields. */
    private static void byCells(Records records, int[] order, int from, int until) {
        Integer[] part = new Integer[until - from];
        for (int k = from; k < until; k++) {
            part[k - from] = order[k];
        }
        Arrays.sort(part, (a, b) -> {
            for (var field : records.fields()) {
                int difference = Integer.compare(field.term(field.code(a)), field.term(field.code(b)));
                if (difference != 0) {
                    return difference;
                }
            }
            return Integer.compare(a, b);
        });
        for (int k = from; k < until; k++) {
            order[k] = part[k - from];
        }
    }

    int groups() {
        return windows.length;
    }

    boolean isWindowed(int group) {
        return windows[group] < starts[group + 1] - starts[group];
    }

    /** How many pairs of this group are compared. */
    long pairs(int group) {
        long count = (long) starts[group + 1] - starts[group];
        long window = Math.min(windows[group], count);
        return isWindowed(group) ? (window - 1) * count - window * (window - 1) / 2 : count * (count - 1) / 2;
    }

    /** How many pairs of too large groups this key leaves out. */
    long left() {
        long left = 0;
        for (int group = 0; group < groups(); group++) {
            long count = (long) starts[group + 1] - starts[group];
            left += isWindowed(group) ? count * (count - 1) / 2 - pairs(group) : 0;
        }
        return left;
    }

    long pairs() {
        long sum = 0;
        for (int group = 0; group < groups(); group++) {
            sum += pairs(group);
        }
        return sum;
    }
}
