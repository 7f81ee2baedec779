// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.model;

import org.lapwing.linkage.compare.Comparison;
import org.lapwing.linkage.compare.Kind;
import org.lapwing.linkage.lists.Field;
import org.lapwing.linkage.lists.Records;
import org.lapwing.linkage.lists.Swaps;

/**
 * The level at which two records stand in each field, each pair of distinct values compared once as far as memory goes: a
 * whole table for fields of few values, a cache that forgets for others. Belongs to one thread.
 */
final class Levels {

    private static final int WHOLE_TABLE = 1500;
    private static final int CACHE_BITS = 17;

    private final Field[] fields;
    private final int[] codes;
    private final int[] counts;
    private final Comparison<Object>[] comparisons;
    private final long[][] packed;
    private final byte[][] tables;
    private final long[][] cached;
    private final Swaps swaps;
    private final int given;
    private final int family;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    Levels(Records records) {
        this.fields = records.fields().toArray(new Field[0]);
        this.codes = records.codes();
        this.swaps = records.swaps();
        this.given = swaps.given();
        this.family = swaps.family();
        int n = fields.length;
        this.counts = new int[n];
        this.comparisons = new Comparison[n];
        this.packed = new long[n][];
        this.tables = new byte[n][];
        this.cached = new long[n][];
        for (int f = 0; f < n; f++) {
            Field field = fields[f];
            comparisons[f] = Field.comparison(field.plan().kind());
            counts[f] = comparisons[f].levels().size();
            packed[f] = field.packed();
            boolean small = field.size() <= WHOLE_TABLE;
            boolean kept = !small && !comparisons[f].isCheap();
            tables[f] = new byte[small ? field.size() * field.size() : 0];
            cached[f] = new long[kept ? 1 << CACHE_BITS : 0];
        }
    }

    /** How much work a level is, looked up or compared, in parts that only their proportions count of. */
    static int work(Field field) {
        if (field.size() <= WHOLE_TABLE) {
            return 1;
        }
        return Field.comparison(field.plan().kind()).isCheap() ? 2 : 6;
    }

    /** Whether the given name of one record is the family name of the other, both ways. */
    boolean areSwapped(int left, int right) {
        if (given < 0) {
            return false;
        }
        int x = left * fields.length;
        int y = right * fields.length;
        int b = codes[y + given];
        if (b == 0) {
            return false;
        }
        int asFamily = swaps.terms()[fields[given].term(b)];
        if (asFamily == 0) {
            return false;
        }
        int a = codes[x + given];
        int termA = fields[family].term(codes[x + family]);
        int termB = fields[family].term(codes[y + family]);
        return a != 0
                && termB != 0
                && termA == asFamily
                && termB == swaps.terms()[fields[given].term(a)]
                && termA != termB;
    }

    int given() {
        return given;
    }

    int family() {
        return family;
    }

    int count(int field) {
        return counts[field];
    }

    /** 0 if one of the two is missing. */
    int level(int field, int a, int b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        if (a == b) {
            return counts[field];
        }
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        if (tables[field].length > 0) {
            int at = low * fields[field].size() + high;
            byte known = tables[field][at];
            if (known == 0) {
                known = compared(field, low, high);
                tables[field][at] = known;
            }
            return known;
        }
        if (packed[field].length > 0) {
            int quick = comparisons[field].quick(packed[field][a], packed[field][b]);
            if (quick > 0) {
                return quick;
            }
        }
        if (cached[field].length == 0) {
            return compared(field, low, high);
        }
        // one long holds 28 bits of each value and the level; the pair's place in the cache spreads by both
        long pair = (long) low << 28 | high;
        int at = (int) ((pair * 0x9E3779B97F4A7C15L) >>> (64 - CACHE_BITS));
        long known = cached[field][at];
        if (known >>> 8 != pair) {
            known = pair << 8 | compared(field, low, high);
            cached[field][at] = known;
        }
        return (int) known & 0xFF;
    }

    private byte compared(int field, int a, int b) {
        Field of = fields[field];
        return (byte) comparisons[field].level(of.value(a), of.value(b));
    }

    /** Four bits a field. */
    long pattern(int left, int right) {
        boolean swapped = areSwapped(left, right);
        long pattern = 0;
        for (int f = 0; f < counts.length; f++) {
            pattern |= (long) level(f, left, right, swapped) << (4 * f);
        }
        return pattern;
    }

    /** What swapped names say, they say once: the family name then counts as missing. */
    int level(int f, int left, int right, boolean swapped) {
        if (swapped && (f == given || f == family)) {
            return f == given ? Kind.SWAPPED : 0;
        }
        return level(f, codes[left * fields.length + f], codes[right * fields.length + f]);
    }
}
