// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.lists;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lapwing.linkage.compare.Comparison;
import org.lapwing.linkage.compare.Kind;

/**
 * One field of all records: each distinct value once and numbered from 1, 0 where it is missing. Not changed once built; safe
 * between threads.
 */
public final class Field {

    private final FieldPlan plan;
    private final int[] codes;
    private final int stride;
    private final int offset;
    private final Object[] values;
    private final long[] packed;
    private final int[] terms;
    private final int[] termCounts;
    private final int[] codeCounts;
    private final int[][] keys;
    private final int filled;
    private final int records;

    /**
     * @param codes of all fields, record by record
     * @param offset this field's place among them
     * @param values by code; the first stands for "missing"
     */
    Field(FieldPlan plan, int[] codes, int stride, int offset, Object[] values) {
        this.plan = plan;
        this.codes = codes;
        this.stride = stride;
        this.offset = offset;
        this.values = values;
        this.packed = packed(comparison(plan.kind()), values);
        this.records = codes.length / stride;
        this.codeCounts = new int[values.length];
        for (int at = offset; at < codes.length; at += stride) {
            codeCounts[codes[at]]++;
        }
        this.filled = records - codeCounts[0];
        int count = comparison(plan.kind()).keys().size();
        int[][] numbered = new int[count + 1][];
        IntStream.rangeClosed(0, count).parallel().forEach(k -> {
            Comparison<Object> own = comparison(plan.kind());
            numbered[k] = numbered(values, k == count ? own::term : value -> own.key(k, value));
        });
        this.keys = Arrays.copyOf(numbered, count);
        this.terms = numbered[count];
        this.termCounts = new int[Arrays.stream(terms).max().orElse(0) + 1];
        for (int code = 1; code < terms.length; code++) {
            termCounts[terms[code]] += codeCounts[code];
        }
    }

    /** The same values, terms and frequencies, for some of the records. */
    Field(Field whole, int[] codesOfSome) {
        this.plan = whole.plan;
        this.codes = codesOfSome;
        this.stride = whole.stride;
        this.offset = whole.offset;
        this.values = whole.values;
        this.packed = whole.packed;
        this.terms = whole.terms;
        this.termCounts = whole.termCounts;
        this.codeCounts = whole.codeCounts;
        this.keys = whole.keys;
        this.filled = whole.filled;
        this.records = whole.records;
    }

    private static long[] packed(Comparison<Object> comparison, Object[] values) {
        long[] packed = new long[values.length];
        boolean any = false;
        for (int code = 1; code < packed.length; code++) {
            packed[code] = comparison.packed(values[code]);
            any |= packed[code] != 0;
        }
        return any ? packed : new long[0];
    }

    /** For each term of this field, the other field's number of the same term; 0 if there is none. */
    int[] termsIn(Field other) {
        Comparison<Object> own = comparison(plan.kind());
        Comparison<Object> theirs = comparison(other.plan.kind());
        Map<String, Integer> known = new HashMap<>();
        for (int code = 1; code < size(); code++) {
            known.put(own.term(value(code)), term(code));
        }
        int[] found = new int[termCounts.length];
        for (int code = 1; code < other.size(); code++) {
            Integer number = known.get(theirs.term(other.value(code)));
            if (number != null) {
                found[number] = other.term(code);
            }
        }
        return found;
    }

    private static int[] numbered(Object[] values, Function<Object, String> text) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] numbered = new int[values.length];
        for (int code = 1; code < numbered.length; code++) {
            String each = text.apply(values[code]);
            if (!each.isEmpty()) {
                Integer known = numbers.putIfAbsent(each, numbers.size() + 1);
                numbered[code] = known == null ? numbers.size() : known;
            }
        }
        return numbered;
    }

    @SuppressWarnings("unchecked") // values of a field are read by the comparison of its own kind
    public static Comparison<Object> comparison(Kind kind) {
        return (Comparison<Object>) kind.comparison();
    }

    public FieldPlan plan() {
        return plan;
    }

    /** The number of the record's value; 0 if it has none. */
    public int code(int record) {
        return codes[record * stride + offset];
    }

    public Object value(int code) {
        return values[code];
    }

    /** By code: the value as {@link Comparison#packed} has it; empty if values of this kind are not packed. Not to be changed. */
    public long[] packed() {
        return packed;
    }

    /** How many numbers there are, with 0. */
    public int size() {
        return values.length;
    }

    public int term(int code) {
        return terms[code];
    }

    /** The share of records with a value that have this value's term. */
    public double termShare(int code) {
        return (double) termCounts[terms[code]] / filled;
    }

    /** The number of the value's key; 0 if it has none. */
    public int key(int which, int code) {
        return keys[which][code];
    }

    public int keyCount() {
        return keys.length;
    }

    public double filledShare() {
        return (double) filled / records;
    }

    /** The probability that two random records with values have the same value, however it is written. */
    public double sameValueByChance() {
        return sumOfSquares(codeCounts) / Math.max(1.0, (double) filled * filled);
    }

    /** The probability that two random records with values share the term. */
    public double sameTermByChance() {
        return sumOfSquares(termCounts) / Math.max(1.0, (double) filled * filled);
    }

    private static double sumOfSquares(int[] counts) {
        double sum = 0;
        for (int i = 1; i < counts.length; i++) {
            sum += (double) counts[i] * counts[i];
        }
        return sum;
    }
}
