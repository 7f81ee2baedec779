// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.lists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lapwing.linkage.compare.Comparison;
import org.lapwing.linkage.compare.Kind;

/**
 * One field of all records: each distinct cell read once and numbered from 1, 0 where it is missing. Not changed once built;
 * safe between threads.
 */
public final class Field {

    private final FieldPlan plan;
    private final int[] codes;
    private final List<Object> values;
    private final int[] terms;
    private final int[] termCounts;
    private final int[] codeCounts;
    private final int[][] keys;
    private final int filled;
    private final int records;
    private final List<String> texts;

    private Field(FieldPlan plan, int[] codes, List<Object> values, List<String> texts) {
        this.texts = texts;
        this.plan = plan;
        this.codes = codes;
        this.values = values;
        Comparison<Object> comparison = comparison(plan.kind());
        this.codeCounts = new int[values.size()];
        for (int code : codes) {
            codeCounts[code]++;
        }
        this.records = codes.length;
        this.filled = records - codeCounts[0];
        this.terms = numbered(values, comparison::term);
        this.termCounts = new int[Arrays.stream(terms).max().orElse(0) + 1];
        for (int code = 1; code < terms.length; code++) {
            termCounts[terms[code]] += codeCounts[code];
        }
        int count = comparison.keys().size();
        this.keys = new int[count][];
        for (int k = 0; k < count; k++) {
            int which = k;
            keys[k] = numbered(values, value -> comparison.key(which, value));
        }
    }

    /** The same values, terms and frequencies, for some of the records. */
    private Field(Field whole, int[] some) {
        this.plan = whole.plan;
        this.codes = some;
        this.values = whole.values;
        this.texts = whole.texts;
        this.terms = whole.terms;
        this.termCounts = whole.termCounts;
        this.codeCounts = whole.codeCounts;
        this.keys = whole.keys;
        this.filled = whole.filled;
        this.records = whole.records;
    }

    Field of(int[] some) {
        int[] theirs = new int[some.length];
        for (int i = 0; i < some.length; i++) {
            theirs[i] = codes[some[i]];
        }
        return new Field(this, theirs);
    }

    /** For each value of this field, the number of the other field's first value with the same term; 0 if there is none. */
    public int[] termsIn(Field other) {
        Comparison<Object> own = comparison(plan.kind());
        Comparison<Object> theirs = comparison(other.plan.kind());
        Map<String, Integer> known = new HashMap<>();
        for (int code = other.size() - 1; code > 0; code--) {
            known.put(theirs.term(other.value(code)), other.term(code));
        }
        int[] found = new int[size()];
        for (int code = 1; code < found.length; code++) {
            found[code] = known.getOrDefault(own.term(value(code)), 0);
        }
        return found;
    }

    private static int[] numbered(List<Object> values, java.util.function.Function<Object, String> text) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] numbered = new int[values.size()];
        for (int code = 1; code < numbered.length; code++) {
            String each = text.apply(values.get(code));
            numbered[code] = each.isEmpty() ? 0 : numbers.computeIfAbsent(each, _ -> numbers.size() + 1);
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
        return codes[record];
    }

    /** The cell as written; empty if it is missing. */
    public String text(int record) {
        return texts.get(codes[record]);
    }

    public Object value(int code) {
        return values.get(code);
    }

    /** How many numbers there are, with 0. */
    public int size() {
        return values.size();
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
        Map<Object, Integer> counts = new HashMap<>();
        for (int code = 1; code < codeCounts.length; code++) {
            counts.merge(values.get(code), codeCounts[code], Integer::sum);
        }
        double sum = 0;
        for (int count : counts.values()) {
            sum += (double) count * count;
        }
        return sum / Math.max(1.0, (double) filled * filled);
    }

    /** The probability that two random records with values share the term. */
    public double sameTermByChance() {
        double sum = 0;
        for (int term = 1; term < termCounts.length; term++) {
            sum += (double) termCounts[term] * termCounts[term];
        }
        return sum / Math.max(1.0, (double) filled * filled);
    }

    /** Reads cells record by record, in the records' order. */
    static final class Builder {
        private final FieldPlan plan;
        private final Comparison<Object> comparison;
        private final int[] codes;
        private final Map<String, Integer> known = new HashMap<>();
        private final List<Object> values = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();
        private int next;
        private int unread;

        Builder(FieldPlan plan, int records) {
            this.plan = plan;
            this.comparison = comparison(plan.kind());
            this.codes = new int[records];
            values.add("");
            texts.add("");
        }

        void add(String cell) {
            Integer code = known.get(cell);
            if (code == null) {
                code = read(cell);
                known.put(cell, code);
            }
            codes[next++] = code;
        }

        private int read(String cell) {
            if (Missing.is(cell)) {
                return 0;
            }
            Optional<Object> value = comparison.read(cell);
            if (value.isEmpty()) {
                unread++;
                return 0;
            }
            values.add(value.get());
            texts.add(cell);
            return values.size() - 1;
        }

        /** Different cells that were there and not understood. */
        int unread() {
            return unread;
        }

        Field build() {
            return new Field(plan, codes, values, texts);
        }
    }
}
