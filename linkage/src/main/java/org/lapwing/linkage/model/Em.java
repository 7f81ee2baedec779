// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lapwing.linkage.compare.Kind.Sharing;
import org.lapwing.linkage.lists.Field;

/**
 * Expectation maximisation over counts of comparison patterns, never over pairs (Fellegi and Sunter 1969; Winkler 1988;
 * counts as in Enamorado, Fifield and Imai 2019). Three classes: one person; strangers, whose u stays as random pairs gave
 * it; and kin, who share what a household shares and else are strangers. The third class is the interaction term that keeps
 * brothers apart: given it, fields are independent. Missing fields are neutral.
 */
final class Em {

    private static final int ROUNDS = 60;

    private final List<Field> fields;
    private final double[][] u;
    private final boolean[] used;
    private final boolean withKin;

    /** What was learned from the pairs of one key. */
    record Learned(double[][] m, double[][] kin, double matches, double kinPairs, boolean[] used) {}

    /** @param fixed fields that the key makes agree, from which nothing can be learned here */
    Em(List<Field> fields, double[][] u, Set<Integer> fixed) {
        this.fields = fields;
        this.u = u;
        this.used = new boolean[fields.size()];
        int household = 0;
        int individual = 0;
        for (int f = 0; f < used.length; f++) {
            used[f] = !fixed.contains(f);
            household += used[f] && isHousehold(f) ? 1 : 0;
            individual += used[f] && !isHousehold(f) ? 1 : 0;
        }
        this.withKin = household >= 2 && individual >= 1;
    }

    /** How many fields it can learn from. */
    int free() {
        int free = 0;
        for (boolean each : used) {
            free += each ? 1 : 0;
        }
        return free;
    }

    private boolean isHousehold(int field) {
        return fields.get(field).plan().kind().sharing() == Sharing.HOUSEHOLD;
    }

    /**
     * @param start where m begins, and what it leans to where data are few
     * @param pairs how many pairs the data stand for: all of a key, or all there are, of which the data are those that some
     *     key brought together and the rest are taken for strangers
     * @param guess how many of them are one person
     */
    Learned learn(PatternCounts.Sorted data, double[][] start, double pairs, double guess) {
        double[][] m = copy(start);
        double[][] kin = copy(start);
        double matches = guess;
        double kinPairs = withKin ? 0.25 * guess : 0;
        for (int round = 0; round < ROUNDS; round++) {
            double[][] mSum = prior(start, 2);
            double[][] kinSum = prior(start, 2);
            double nextMatches = 0;
            double nextKin = 0;
            for (int i = 0; i < data.patterns().length; i++) {
                long pattern = data.patterns()[i];
                double count = data.counts()[i];
                double one = matches / pairs * product(pattern, m, false);
                double related = withKin ? kinPairs / pairs * product(pattern, kin, true) : 0;
                double strangers = Math.max(1e-12, (pairs - matches - kinPairs) / pairs) * product(pattern, u, false);
                double all = one + related + strangers;
                double asOne = count * one / all;
                double asKin = count * related / all;
                nextMatches += asOne;
                nextKin += asKin;
                gather(pattern, asOne, mSum);
                gather(pattern, asKin, kinSum);
            }
            double moved = Math.abs(nextMatches - matches) / matches;
            matches = nextMatches;
            kinPairs = nextKin;
            m = normalised(mSum);
            kin = normalised(kinSum);
            if (moved < 1e-6 && round > 5) {
                break;
            }
        }
        return new Learned(m, kin, matches, kinPairs, used);
    }

    /** With {@code onlyHousehold}, individual fields follow u. */
    private double product(long pattern, double[][] chances, boolean onlyHousehold) {
        double product = 1;
        for (int f = 0; f < used.length; f++) {
            int level = PatternCounts.level(pattern, f);
            if (used[f] && level > 0) {
                product *= onlyHousehold && !isHousehold(f) ? u[f][level - 1] : chances[f][level - 1];
            }
        }
        return product;
    }

    private void gather(long pattern, double weight, double[][] sums) {
        for (int f = 0; f < used.length; f++) {
            int level = PatternCounts.level(pattern, f);
            if (used[f] && level > 0) {
                sums[f][level - 1] += weight;
            }
        }
    }

    /** Pseudo-counts in the shape of what is expected beforehand, so that an unseen level keeps a chance. */
    private static double[][] prior(double[][] start, double strength) {
        double[][] sums = new double[start.length][];
        for (int f = 0; f < start.length; f++) {
            sums[f] = new double[start[f].length];
            for (int level = 0; level < sums[f].length; level++) {
                sums[f][level] = strength * start[f][level];
            }
        }
        return sums;
    }

    private static double[][] normalised(double[][] sums) {
        for (double[] each : sums) {
            double all = java.util.Arrays.stream(each).sum();
            for (int level = 0; level < each.length; level++) {
                each[level] = Math.max(1e-6, each[level] / all);
            }
        }
        return sums;
    }

    private static double[][] copy(double[][] from) {
        List<double[]> rows = new ArrayList<>();
        for (double[] row : from) {
            rows.add(row.clone());
        }
        return rows.toArray(new double[0][]);
    }
}
