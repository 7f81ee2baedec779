// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

import org.lapwing.estimate.CaptureTable;
import org.lapwing.estimate.numeric.SpecialFunctions;

/**
 * N under two latent classes, exactly: chances of lists and sticks are integrated by their beta integrals, the concentration by
 * a fine trapezoid over its logarithm, and what is left, who is in which class, is a finite sum. For very few people.
 */
final class ExactPosterior {
    private static final double STEP = 0.25;

    private final CaptureTable table;
    private final int lists;
    private final int observed;
    private final int most;
    private final double[] logFactorial;
    private final double[][] logSticks;
    private final double[] weightOfUnseen;

    ExactPosterior(CaptureTable table, long most) {
        this.table = table;
        this.lists = table.size();
        this.observed = (int) table.observed();
        this.most = (int) most;
        int all = observed + this.most + 2;
        this.logFactorial = new double[all];
        for (int i = 1; i < all; i++) {
            logFactorial[i] = logFactorial[i - 1] + Math.log(i);
        }
        this.logSticks = new double[all][all];
        for (int first = 0; first < all; first++) {
            for (int second = 0; first + second < all; second++) {
                logSticks[first][second] = logSticks(first, second);
            }
        }
        this.weightOfUnseen = new double[this.most + 1];
        divide(0, new int[2], new int[2][lists], 0);
    }

    /** The logarithm of the mean of a B(first + 1, second + a) over a concentration a of gamma law with shape and rate 1/4. */
    private static double logSticks(int first, int second) {
        double sum = 0;
        for (double log = -80; log < 6; log += STEP) {
            double a = Math.exp(log);
            sum += Math.exp(0.25 * log
                    - 0.25 * a
                    + log
                    + SpecialFunctions.logGamma(first + 1)
                    + SpecialFunctions.logGamma(second + a)
                    - SpecialFunctions.logGamma(first + second + 1 + a));
        }
        return Math.log(sum * STEP);
    }

    /** From this cell on, every number of its people in the first class. */
    private void divide(int cell, int[] people, int[][] on, double log) {
        if (cell == table.cells()) {
            addUnseen(people, on, log);
            return;
        }
        int count = (int) table.count(cell);
        for (int first = 0; first <= count; first++) {
            put(cell, 0, first, people, on);
            put(cell, 1, count - first, people, on);
            divide(cell + 1, people, on, log - logFactorial[first] - logFactorial[count - first]);
            put(cell, 0, -first, people, on);
            put(cell, 1, first - count, people, on);
        }
    }

    private void put(int cell, int k, int number, int[] people, int[][] on) {
        people[k] += number;
        for (int list = 0; list < lists; list++) {
            on[k][list] += number * (table.pattern(cell) >> list & 1);
        }
    }

    private void addUnseen(int[] people, int[][] on, double log) {
        double[][] classes = new double[2][most + 1];
        for (int k = 0; k < 2; k++) {
            for (int unseen = 0; unseen <= most; unseen++) {
                int size = people[k] + unseen;
                classes[k][unseen] = -logFactorial[unseen];
                for (int list = 0; list < lists; list++) {
                    classes[k][unseen] +=
                            logFactorial[on[k][list]] + logFactorial[size - on[k][list]] - logFactorial[size + 1];
                }
            }
        }
        for (int first = 0; first <= most; first++) {
            for (int second = 0; first + second <= most; second++) {
                weightOfUnseen[first + second] += Math.exp(log
                        + classes[0][first]
                        + classes[1][second]
                        + logFactorial[observed + first + second - 1]
                        + logSticks[people[0] + first][people[1] + second]);
            }
        }
    }

    double mean() {
        return observed + moment(0, 1);
    }

    double deviation() {
        return Math.sqrt(moment(moment(0, 1), 2));
    }

    private double moment(double from, int power) {
        double weights = 0;
        double sum = 0;
        for (int unseen = 0; unseen <= most; unseen++) {
            weights += weightOfUnseen[unseen];
            sum += weightOfUnseen[unseen] * Math.pow(unseen - from, power);
        }
        return sum / weights;
    }
}
