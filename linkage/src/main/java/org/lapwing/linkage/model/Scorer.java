// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.lapwing.linkage.compare.Comparison;
import org.lapwing.linkage.compare.Kind.Sharing;
import org.lapwing.linkage.lists.Field;
import org.lapwing.linkage.lists.Records;

/**
 * The evidence in bits that two records are one person, before the prior. Each field gives log2(m/u) of its level; where a
 * level means agreement on a term, u is the term's own frequency, also for inexact agreement, so that a rare name weighs more
 * in any spelling. What kin would share anyway is taken off. Belongs to one thread; symmetric.
 */
public final class Scorer {

    /** Returned for a pair whose evidence cannot reach the floor. */
    public static final double BELOW = Double.NEGATIVE_INFINITY;

    private static final double MOST_TERM_BITS = 8;
    private static final double LEAST_TERM_BITS = -5;
    private static final int UNKNOWN = -1;
    private static final int NO = 0;
    private static final int YES = 1;

    private final Records records;
    private final Levels levels;
    private final Tables tables;
    private final Field[] fields;
    private final int[] codes;
    private final double[] rest;
    private double floor = BELOW;
    private double givenUp = BELOW;
    private int left;

    /** What all threads share. */
    public static final class Tables {
        final int[] order;
        final int lists;
        final double[][][] bits;
        final double[][][] kinBits;
        final boolean[][] sharesTerm;
        final boolean[] household;
        final float[][] termBits;
        final float[][] best;
        final double kinShare;
        final double namesakeShare;
        final double[][][] nameBits;
        final boolean[] name;
        final double mostPutBack;

        public Tables(Records records, Model model) {
            List<Field> fields = records.fields();
            int n = fields.size();
            lists = records.lists().size();
            bits = new double[lists * lists][n][];
            kinBits = new double[lists * lists][n][];
            sharesTerm = new boolean[n][];
            household = new boolean[n];
            termBits = new float[n][];
            best = new float[n][];
            kinShare = Math.min(0.2, model.kinShare());
            namesakeShare = Math.min(0.2, model.namesakeShare());
            nameBits = new double[lists * lists][n][];
            name = new boolean[n];
            for (int f = 0; f < n; f++) {
                field(f, fields.get(f), model, records);
            }
            order = IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(
                                    f -> -fall(fields.get(f), model.fields().get(f), bits[0][f]))
                            .thenComparing(f -> f))
                    .mapToInt(Integer::intValue)
                    .toArray();
            mostPutBack = -log2(1 - kinShare - namesakeShare);
        }

        /**
         * By how many bits the best that a pair of strangers can still reach falls, on average, when this field is compared, for
         * the work that it is: what throws most pairs out soonest comes first.
         */
        private static double fall(Field field, FieldModel learned, double[] bits) {
            double most = Math.max(0, spread(bits));
            double fall = 0;
            for (int level = 0; level < bits.length; level++) {
                fall += learned.u()[level] * (most - bits[level]);
            }
            return fall * field.filledShare() * field.filledShare() / Levels.work(field);
        }

        private void field(int f, Field field, Model model, Records records) {
            FieldModel learned = model.fields().get(f);
            Comparison<Object> comparison = Field.comparison(field.plan().kind());
            int count = learned.u().length;
            for (int a = 0; a < lists; a++) {
                for (int b = 0; b < lists; b++) {
                    String pair = records.lists().get(Math.min(a, b)) + "|"
                            + records.lists().get(Math.max(a, b));
                    double[][] own = model.ownM().get(pair);
                    double[] m = own == null ? learned.m() : own[f];
                    int at = a * lists + b;
                    bits[at][f] = ratio(m, learned.u());
                    kinBits[at][f] = ratio(Written.as(m, learned.kin(), comparison), learned.u());
                    nameBits[at][f] = ratio(Written.as(m, learned.namesakes(), comparison), learned.u());
                }
            }
            name[f] = field.plan().kind().isPartOfName();
            household[f] = field.plan().kind().sharing() == Sharing.HOUSEHOLD;
            sharesTerm[f] = new boolean[count];
            for (int level = 1; level <= count; level++) {
                sharesTerm[f][level - 1] = comparison.sharesTerm(level);
            }
            double average = field.sameTermByChance();
            termBits[f] = new float[field.size()];
            best[f] = new float[field.size()];
            for (int code = 1; code < field.size(); code++) {
                double own = log2(average / field.termShare(code));
                termBits[f][code] = (float) Math.max(LEAST_TERM_BITS, Math.min(MOST_TERM_BITS, own));
                best[f][code] = (float) best(f, termBits[f][code]);
            }
        }

        private double best(int f, double term) {
            double best = 0;
            for (double[][] ofLists : bits) {
                for (int level = 0; level < ofLists[f].length; level++) {
                    best = Math.max(best, ofLists[f][level] + (sharesTerm[f][level] ? term : 0));
                }
            }
            return best;
        }

        private static double spread(double[] bits) {
            return Arrays.stream(bits).max().orElse(0);
        }

        private static double[] ratio(double[] m, double[] u) {
            double[] bits = new double[m.length];
            for (int level = 0; level < m.length; level++) {
                bits[level] = log2(m[level] / u[level]);
            }
            return bits;
        }
    }

    public Scorer(Records records, Tables tables) {
        this.records = records;
        this.levels = new Levels(records);
        this.tables = tables;
        this.fields = records.fields().toArray(new Field[0]);
        this.codes = records.codes();
        this.rest = new double[tables.order.length + 1];
    }

    /** Pairs with less evidence than this are given up as soon as that is certain. */
    public Scorer withFloor(double bits) {
        floor = bits;
        givenUp = bits - tables.mostPutBack;
        return this;
    }

    /** Fixes the first record of the pairs that follow. */
    public void left(int record) {
        left = record;
        int base = record * fields.length;
        for (int k = tables.order.length - 1; k >= 0; k--) {
            int f = tables.order[k];
            rest[k] = rest[k + 1] + tables.best[f][codes[base + f]];
        }
    }

    /** Evidence in bits for the fixed record and this one, or {@link #BELOW}. */
    public double right(int right) {
        int lists = records.list(left) * tables.lists + records.list(right);
        double[][] bits = tables.bits[lists];
        double[][] kinBits = tables.kinBits[lists];
        double[][] nameBits = tables.nameBits[lists];
        int leftBase = left * fields.length;
        int rightBase = right * fields.length;
        double sum = 0;
        double kin = 0;
        double name = 0;
        int swapped = UNKNOWN;
        for (int k = 0; k < tables.order.length; k++) {
            if (sum + rest[k] < givenUp) {
                return BELOW;
            }
            int f = tables.order[k];
            int a = codes[leftBase + f];
            int b = codes[rightBase + f];
            if (swapped == UNKNOWN && (f == levels.given() || f == levels.family())) {
                swapped = levels.areSwapped(left, right) ? YES : NO;
            }
            int level = swapped == YES ? levels.level(f, left, right, true) : levels.level(f, a, b);
            if (level > 0) {
                double term =
                        tables.sharesTerm[f][level - 1] ? Math.min(tables.termBits[f][a], tables.termBits[f][b]) : 0;
                sum += bits[f][level - 1] + term;
                kin += tables.household[f] ? kinBits[f][level - 1] + term : 0;
                name += tables.name[f] ? nameBits[f][level - 1] : 0;
            }
        }
        double evidence = sum - correction(kin, name);
        return evidence < floor ? BELOW : evidence;
    }

    /**
     * What is to be taken off because kin share it, or because names go together: log2((1 - k - n) + k 2^kin + n 2^name). A
     * family shares rare names as well as common ones; namesakes meet by chance, so that rarity counts in full.
     */
    private double correction(double kin, double name) {
        double k = tables.kinShare;
        double n = tables.namesakeShare;
        if ((k <= 0 || kin <= 0) && (n <= 0 || name <= 0)) {
            return 0;
        }
        return log2(1 - k - n + k * Bits.power(kin) + n * Bits.power(name));
    }

    public double of(int a, int b) {
        double before = floor;
        double beforeGivenUp = givenUp;
        floor = BELOW;
        givenUp = BELOW;
        left(Math.min(a, b));
        double score = right(Math.max(a, b));
        floor = before;
        givenUp = beforeGivenUp;
        return score;
    }

    /** One field's part in the evidence for a pair. */
    public record Step(int field, int level, double bits, double termBits) {}

    /** The evidence field by field, in the layout's order; the last entry, field -1, is what kin and namesakes share. */
    public List<Step> steps(int a, int b) {
        java.util.ArrayList<Step> steps = new java.util.ArrayList<>();
        double kin = 0;
        double name = 0;
        int lists = records.list(a) * tables.lists + records.list(b);
        double[][] bits = tables.bits[lists];
        double[][] kinBits = tables.kinBits[lists];
        double[][] nameBits = tables.nameBits[lists];
        for (int f = 0; f < tables.order.length; f++) {
            Field field = fields[f];
            int x = field.code(a);
            int y = field.code(b);
            int level = levels.level(f, a, b, levels.areSwapped(a, b));
            double own = level == 0 ? 0 : bits[f][level - 1];
            double term = level > 0 && tables.sharesTerm[f][level - 1]
                    ? Math.min(tables.termBits[f][x], tables.termBits[f][y])
                    : 0;
            kin += level > 0 && tables.household[f] ? kinBits[f][level - 1] + term : 0;
            name += level > 0 && tables.name[f] ? nameBits[f][level - 1] : 0;
            steps.add(new Step(f, level, own, term));
        }
        steps.add(new Step(-1, 0, -correction(kin, name), 0));
        return steps;
    }

    static double log2(double x) {
        return StrictMath.log(x) / LN2;
    }

    private static final double LN2 = StrictMath.log(2);
}
