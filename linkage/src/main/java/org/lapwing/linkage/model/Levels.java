// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.model;

import java.util.Arrays;
import org.lapwing.linkage.compare.Comparison;
import org.lapwing.linkage.compare.Kind;
import org.lapwing.linkage.lists.Field;
import org.lapwing.linkage.lists.Records;

/**
 * The level at which two records stand in each field, each pair of distinct values compared once as far as memory goes: a
 * whole table for fields of few values, a cache that forgets for others. Belongs to one thread.
 */
final class Levels {

    private static final int WHOLE_TABLE = 1500;
    private static final int CACHE = 1 << 17;

    private final Field[] fields;
    private final int[] counts;
    private final Comparison<Object>[] comparisons;
    private final byte[][] tables;
    private final long[][] cached;
    private final byte[][] cachedLevels;
    private final int given;
    private final int family;
    private final int[] givenAsFamily;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    Levels(Records records) {
        this.fields = records.fields().toArray(new Field[0]);
        int n = fields.length;
        this.given = indexOf(Kind.GIVEN_NAME, Kind.FAMILY_NAME);
        this.family = indexOf(Kind.FAMILY_NAME, Kind.GIVEN_NAME);
        this.givenAsFamily = given < 0 ? new int[0] : fields[given].termsIn(fields[family]);
        this.counts = new int[n];
        this.comparisons = new Comparison[n];
        this.tables = new byte[n][];
        this.cached = new long[n][];
        this.cachedLevels = new byte[n][];
        for (int f = 0; f < n; f++) {
            Field field = fields[f];
            comparisons[f] = Field.comparison(field.plan().kind());
            counts[f] = comparisons[f].levels().size();
            boolean small = field.size() <= WHOLE_TABLE;
            tables[f] = new byte[small ? field.size() * field.size() : 0];
            cached[f] = new long[small ? 0 : CACHE];
            cachedLevels[f] = new byte[small ? 0 : CACHE];
            Arrays.fill(cached[f], -1);
        }
    }

    /** The field of this kind, if there is one of the other kind too; -1 otherwise. */
    private int indexOf(Kind kind, Kind other) {
        int found = -1;
        boolean both = false;
        for (int f = 0; f < fields.length; f++) {
            found = fields[f].plan().kind() == kind ? f : found;
            both |= fields[f].plan().kind() == other;
        }
        return both ? found : -1;
    }

    /** Whether the given name of one record is the family name of the other, both ways. */
    boolean areSwapped(int left, int right) {
        if (given < 0) {
            return false;
        }
        Field givenName = fields[given];
        Field familyName = fields[family];
        int a = givenName.code(left);
        int b = givenName.code(right);
        int termA = familyName.term(familyName.code(left));
        int termB = familyName.term(familyName.code(right));
        return a != 0
                && b != 0
                && termA != 0
                && termA == givenAsFamily[b]
                && termB == givenAsFamily[a]
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
        long pair = (long) low << 32 | high;
        int at = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 47);
        if (cached[field][at] != pair) {
            cachedLevels[field][at] = compared(field, low, high);
            cached[field][at] = pair;
        }
        return cachedLevels[field][at];
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
        Field field = fields[f];
        return level(f, field.code(left), field.code(right));
    }
}
