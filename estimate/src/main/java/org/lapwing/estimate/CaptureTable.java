// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lapwing.tables.Count;
import org.lapwing.tables.OverlapTable;

/**
 * How many people were on exactly each combination of t lists, every number known: what the methods work on. Immutable.
 * Patterns have bit i set for list i and rise; absent patterns are zero; pattern 0 is never here.
 */
public final class CaptureTable {

    private final List<String> lists;
    private final int[] patterns;
    private final long[] counts;
    private final long observed;

    private CaptureTable(List<String> lists, Map<Integer, Long> all) {
        TreeMap<Integer, Long> cells = new TreeMap<>(all);
        this.lists = List.copyOf(lists);
        cells.values().removeIf(count -> count == 0);
        this.patterns = cells.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.counts = cells.values().stream().mapToLong(Long::longValue).toArray();
        this.observed = Arrays.stream(counts).sum();
    }

    /** The cells as they are; patterns from 1 to 2^t - 1, counts not negative. */
    public static CaptureTable of(List<String> lists, Map<Integer, Long> cells) {
        TreeMap<Integer, Long> sorted = new TreeMap<>(cells);
        boolean outside = !sorted.isEmpty() && (sorted.firstKey() < 1 || sorted.lastKey() >= 1 << lists.size());
        if (outside || sorted.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("a cell has a pattern of these lists and a count that is not negative");
        }
        return new CaptureTable(lists, sorted);
    }

    /** With every withheld count at the middle of what it may be; so a sum over tables is not exact. */
    public static CaptureTable of(OverlapTable table) {
        TreeMap<Integer, Long> cells = new TreeMap<>();
        table.counts().forEach((pattern, count) -> cells.put(pattern, middle(count)));
        return new CaptureTable(table.lists(), cells);
    }

    private static long middle(Count count) {
        return (count.least() + count.most()) / 2;
    }

    public List<String> lists() {
        return lists;
    }

    /** t, the number of lists. */
    public int size() {
        return lists.size();
    }

    /** How many patterns have anybody. */
    public int cells() {
        return patterns.length;
    }

    public int pattern(int cell) {
        return patterns[cell];
    }

    public long count(int cell) {
        return counts[cell];
    }

    /** n: how many people are on one list at least. */
    public long observed() {
        return observed;
    }

    public long countOf(int pattern) {
        int cell = Arrays.binarySearch(patterns, pattern);
        return cell < 0 ? 0 : counts[cell];
    }

    /** On all lists of the mask, whatever else they are on. */
    public long onAll(int mask) {
        long sum = 0;
        for (int cell = 0; cell < patterns.length; cell++) {
            if ((patterns[cell] & mask) == mask) {
                sum += counts[cell];
            }
        }
        return sum;
    }

    /** f_k: on exactly k lists. */
    public long onExactly(int k) {
        long sum = 0;
        for (int cell = 0; cell < patterns.length; cell++) {
            if (Integer.bitCount(patterns[cell]) == k) {
                sum += counts[cell];
            }
        }
        return sum;
    }

    /** All 2^t - 1 cells by pattern, place 0 left at zero; for 12 lists at most. */
    public double[] dense() {
        if (size() > 12) {
            throw new IllegalStateException("a full table of " + size() + " lists is not built");
        }
        double[] dense = new double[1 << size()];
        for (int cell = 0; cell < patterns.length; cell++) {
            dense[patterns[cell]] = counts[cell];
        }
        return dense;
    }

    /** The lists that share nobody with any other list. */
    public List<String> isolated() {
        List<String> isolated = new ArrayList<>();
        for (int list = 0; list < size(); list++) {
            boolean shared = false;
            for (int pattern : patterns) {
                shared |= (pattern >> list & 1) == 1 && Integer.bitCount(pattern) > 1;
            }
            if (!shared) {
                isolated.add(lists.get(list));
            }
        }
        return isolated;
    }

    /** Without one list; those who were on it alone are no longer observed. */
    public CaptureTable without(int list) {
        List<String> kept = new ArrayList<>(lists);
        kept.remove(list);
        TreeMap<Integer, Long> cells = new TreeMap<>();
        for (int cell = 0; cell < patterns.length; cell++) {
            int low = patterns[cell] & ((1 << list) - 1);
            int pattern = low | (patterns[cell] >> (list + 1)) << list;
            if (pattern != 0) {
                cells.merge(pattern, counts[cell], Long::sum);
            }
        }
        return new CaptureTable(kept, cells);
    }

    /** Without the lists that nobody is on, down to two lists. */
    public CaptureTable withoutEmptyLists() {
        for (int list = 0; list < size() && size() > 2; list++) {
            if (onAll(1 << list) == 0) {
                return without(list).withoutEmptyLists();
            }
        }
        return this;
    }

    /** Two lists as one: on either is on both. */
    public CaptureTable merged(int first, int second) {
        int keep = Math.min(first, second);
        int drop = Math.max(first, second);
        TreeMap<Integer, Long> cells = new TreeMap<>();
        for (int cell = 0; cell < patterns.length; cell++) {
            int pattern = patterns[cell];
            cells.merge((pattern >> drop & 1) == 1 ? pattern | 1 << keep : pattern, counts[cell], Long::sum);
        }
        List<String> names = new ArrayList<>(lists);
        names.set(keep, lists.get(keep) + "+" + lists.get(drop));
        return new CaptureTable(names, cells).without(drop);
    }

    /** A share of those on both lists, rounded in each cell, taken off the second. */
    CaptureTable moved(int first, int second, double share) {
        TreeMap<Integer, Long> cells = new TreeMap<>();
        int both = 1 << first | 1 << second;
        for (int cell = 0; cell < patterns.length; cell++) {
            long taken = (patterns[cell] & both) == both ? Math.round(counts[cell] * share) : 0;
            cells.merge(patterns[cell], counts[cell] - taken, Long::sum);
            cells.merge(patterns[cell] & ~(1 << second), taken, Long::sum);
        }
        cells.remove(0);
        return new CaptureTable(lists, cells);
    }

    /** The people of one list, as the other lists see them: a population whose size is known. */
    public CaptureTable within(int list) {
        TreeMap<Integer, Long> cells = new TreeMap<>();
        for (int cell = 0; cell < patterns.length; cell++) {
            if ((patterns[cell] >> list & 1) == 1) {
                cells.put(patterns[cell], counts[cell]);
            }
        }
        return new CaptureTable(lists, cells).without(list);
    }

    /** The same people with the lists in another order: list i of the result is list {@code order[i]} of this. */
    public CaptureTable reordered(int... order) {
        TreeMap<Integer, Long> cells = new TreeMap<>();
        for (int cell = 0; cell < patterns.length; cell++) {
            int pattern = 0;
            for (int i = 0; i < order.length; i++) {
                pattern |= (patterns[cell] >> order[i] & 1) << i;
            }
            cells.put(pattern, counts[cell]);
        }
        return new CaptureTable(Arrays.stream(order).mapToObj(lists::get).toList(), cells);
    }

    /** Every count multiplied. */
    public CaptureTable times(long factor) {
        TreeMap<Integer, Long> cells = new TreeMap<>();
        for (int cell = 0; cell < patterns.length; cell++) {
            cells.put(patterns[cell], counts[cell] * factor);
        }
        return new CaptureTable(lists, cells);
    }

    /** The same lists with these counts in the cells of this table, in its order. */
    public CaptureTable withCounts(long[] others) {
        TreeMap<Integer, Long> cells = new TreeMap<>();
        for (int cell = 0; cell < patterns.length; cell++) {
            cells.put(patterns[cell], others[cell]);
        }
        return new CaptureTable(lists, cells);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CaptureTable that
                && lists.equals(that.lists)
                && Arrays.equals(patterns, that.patterns)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * lists.hashCode() + Arrays.hashCode(patterns)) + Arrays.hashCode(counts);
    }
}
