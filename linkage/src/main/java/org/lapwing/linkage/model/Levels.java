// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.model;

import java.util.Arrays;
import java.util.List;
import org.lapwing.linkage.compare.Comparison;
import org.lapwing.linkage.lists.Field;
import org.lapwing.linkage.lists.Records;

/**
 * The level at which two records stand in each field, each pair of distinct values compared once as far as memory goes: a
 * whole table for fields of few values, a cache that forgets for others. Belongs to one thread.
 */
final class Levels {

    private static final int WHOLE_TABLE = 1500;
    private static final int CACHE = 1 << 17;

    private final List<Field> fields;
    private final int[] counts;
    private final Comparison<Object>[] comparisons;
    private final byte[][] tables;
    private final long[][] cached;
    private final byte[][] cachedLevels;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    Levels(Records records) {
        this.fields = records.fields();
        int n = fields.size();
        this.counts = new int[n];
        this.comparisons = new Comparison[n];
        this.tables = new byte[n][];
        this.cached = new long[n][];
        this.cachedLevels = new byte[n][];
        for (int f = 0; f < n; f++) {
            Field field = fields.get(f);
            comparisons[f] = Field.comparison(field.plan().kind());
            counts[f] = comparisons[f].levels().size();
            boolean small = field.size() <= WHOLE_TABLE;
            tables[f] = new byte[small ? field.size() * field.size() : 0];
            cached[f] = new long[small ? 0 : CACHE];
            cachedLevels[f] = new byte[small ? 0 : CACHE];
            Arrays.fill(cached[f], -1);
        }
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
            int at = low * fields.get(field).size() + high;
            byte known = tables[field][at];
            if (known == 0) {
                known = compared(field, low, high);
                tables[field][at] = known;
            }
            return known;
        }
        long pair = (long) low << 32 | high;
        int at = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 47);
        if (cached[field][at] != pair) {
            cachedLevels[field][at] = compared(field, low, high);
            cached[field][at] = pair;
        }
        return cachedLevels[field][at];
    }

    private byte compared(int field, int a, int b) {
        Field of = fields.get(field);
        return (byte) comparisons[field].level(of.value(a), of.value(b));
    }

    /** Four bits a field. */
    long pattern(int left, int right) {
        long pattern = 0;
        for (int f = 0; f < counts.length; f++) {
            Field field = fields.get(f);
            pattern |= (long) level(f, field.code(left), field.code(right)) << (4 * f);
        }
        return pattern;
    }
}
