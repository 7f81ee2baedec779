// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lapwing.linkage.compare.Kind.Sharing;
import org.lapwing.linkage.lists.Field;

/**
 * Expectation maximisation over counts of comparison patterns, never over pairs (Fellegi and Sunter 1969; Winkler 1988;
 * counts as in Enamorado, Fifield and Imai 2019). Four classes: one person; strangers, whose u stays as random pairs gave
 * it; and kin, who share what a household shares and else are strangers. The third class is the interaction term that keeps
 * brothers apart: given it, fields are independent. The fourth, namesakes, does the same for names that go together among
 * strangers, as given name and sex do. Missing fields are neutral.
 */
final class Em {

    private static final int ROUNDS = 80;
    private static final double PRIOR_PAIRS = 2;
    private static final double MOST_DIFFERENT = 0.45;

    private final List<Field> fields;
    private final double[][] u;
    private final boolean[] used;
    private final boolean withKin;
    private final boolean withNamesakes;
    private double seenOfKin = 1;

    /** What was learned from the pairs of one key. */
    record Learned(
            double[][] m,
            double[][] kin,
            double[][] namesakes,
            double matches,
            double kinPairs,
            double namesakePairs,
            boolean[] used) {}

    /** @param fixed fields that the key makes agree, from which nothing can be learned here */
    Em(List<Field> fields, double[][] u, Set<Integer> fixed) {
        this.fields = fields;
        this.u = u;
        this.used = new boolean[fields.size()];
        int household = 0;
        int names = 0;
        int individual = 0;
        for (int f = 0; f < used.length; f++) {
            used[f] = !fixed.contains(f);
            names += used[f] && isName(f) ? 1 : 0;
            household += used[f] && isHousehold(f) ? 1 : 0;
            individual += used[f] && !isHousehold(f) ? 1 : 0;
        }
        this.withKin = household >= 2 && individual >= 1;
        this.withNamesakes = names >= 2 && names < free();
    }

    /**
     * Where the data are the pairs that some key brought together: the share of kin that it brings together. The others are
     * kin all the same; forgotten, they would leave the likeness of brothers who have the same given name to one person.
     */
    Em seeingOfKin(double share) {
        seenOfKin = share;
        return this;
    }

    /** How many fields it can learn from. */
    int free() {
        int free = 0;
        for (boolean each : used) {
            free += each ? 1 : 0;
        }
        return free;
    }

    private boolean isName(int field) {
        return fields.get(field).plan().kind().isPartOfName();
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
        double[][] namesakes = copy(start);
        double matches = guess;
        double kinPairs = withKin ? 0.25 * guess : 0;
        double namesakePairs = withNamesakes ? 0.25 * guess : 0;
        for (int round = 0; round < ROUNDS; round++) {
            double[][] mSum = prior(start);
            double[][] kinSum = prior(start);
            double[][] namesakeSum = prior(start);
            double nextMatches = 0;
            double nextKin = 0;
            double nextNamesakes = 0;
            double strangers = Math.max(1e-12, (pairs - matches - kinPairs - namesakePairs) / pairs);
            for (int i = 0; i < data.patterns().length; i++) {
                long pattern = data.patterns()[i];
                double one = matches / pairs * product(pattern, m, Among.ALL);
                double related = withKin ? kinPairs / pairs * product(pattern, kin, Among.HOUSEHOLD) : 0;
                double alike = withNamesakes ? namesakePairs / pairs * product(pattern, namesakes, Among.NAMES) : 0;
                double each = data.counts()[i] / (one + related + alike + strangers * product(pattern, u, Among.ALL));
                nextMatches += each * one;
                nextKin += each * related;
                nextNamesakes += each * alike;
                gather(pattern, each * one, mSum);
                gather(pattern, each * related, kinSum);
                gather(pattern, each * alike, namesakeSum);
            }
            double moved = Math.abs(nextMatches - matches) / matches;
            matches = Math.max(1e-3, nextMatches);
            kinPairs = Math.min(0.2 * pairs, nextKin / seenOfKin);
            namesakePairs = nextNamesakes;
            m = mostlyAgreeing(normalised(mSum));
            kin = normalised(kinSum);
            namesakes = normalised(namesakeSum);
            if (moved < 1e-6 && round > 5) {
                break;
            }
        }
        return new Learned(m, kin, namesakes, matches, kinPairs, namesakePairs, used);
    }

    /** Which fields a class has of its own; the others follow u. */
    private enum Among {
        ALL,
        HOUSEHOLD,
        NAMES
    }

    private double product(long pattern, double[][] chances, Among among) {
        double product = 1;
        for (int f = 0; f < used.length; f++) {
            int level = PatternCounts.level(pattern, f);
            if (used[f] && level > 0) {
                boolean own = among == Among.ALL || (among == Among.NAMES ? isName(f) : isHousehold(f));
                product *= own ? chances[f][level - 1] : u[f][level - 1];
            }
        }
        return product;
    }

    /** A class of which half the pairs differ in a field is not one person: such a mode is never entered. */
    private static double[][] mostlyAgreeing(double[][] m) {
        for (double[] each : m) {
            if (each[0] > MOST_DIFFERENT) {
                double others = 1 - each[0];
                for (int level = 1; level < each.length; level++) {
                    each[level] *= (1 - MOST_DIFFERENT) / others;
                }
                each[0] = MOST_DIFFERENT;
            }
        }
        return m;
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
    private static double[][] prior(double[][] start) {
        double[][] sums = new double[start.length][];
        for (int f = 0; f < start.length; f++) {
            sums[f] = new double[start[f].length];
            for (int level = 0; level < sums[f].length; level++) {
                sums[f][level] = PRIOR_PAIRS * start[f][level];
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
