// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.lapwing.estimate.CaptureTable;

/**
 * The log odds of the first class to be on each list, all else of the posterior held: few coordinates, at a tenth of the work
 * of all. They are looked at through an affine map ({@link Whitening}) after which none is wider than another.
 */
final class FirstClass implements Landscape {
    private final int lists;
    private final int classes;
    private final int[] seen;
    private final double[] counts;
    private final double observed;
    private final double[] others;
    private final double[] product;
    private final double[] odds;
    private final double[] chance;
    private final Whitening whitening;
    private final LatentPrior prior;
    private double weight;
    private double unseenShare;

    FirstClass(CaptureTable table, int classes, LatentPrior prior) {
        this.prior = prior;
        this.lists = table.size();
        this.classes = classes;
        this.seen = IntStream.range(0, table.cells()).map(table::pattern).toArray();
        this.counts =
                IntStream.range(0, table.cells()).mapToDouble(table::count).toArray();
        this.observed = table.observed();
        this.others = new double[1 << lists];
        this.product = new double[1 << lists];
        this.odds = new double[lists];
        this.chance = new double[lists];
        this.whitening = new Whitening(lists);
    }

    @Override
    public int dimension() {
        return lists;
    }

    Whitening whitening() {
        return whitening;
    }

    /** p_0 of the point of which the likelihood was asked last. */
    double unseenShare() {
        return unseenShare;
    }

    /** Holds all else as this point of {@link LatentPosterior} has it, and fills where the first class stands. */
    void hold(double[] whole, double[] into) {
        int sticks = classes - 1;
        Arrays.fill(others, 0);
        double left = 1;
        for (int k = 0; k < classes && left > LatentPosterior.NOTHING; k++) {
            double share = left;
            if (k < sticks) {
                double stick = Math.exp(whole[k]);
                double rest = Math.exp(-stick);
                share *= LatentPosterior.broken(stick, rest);
                left *= rest;
            }
            if (k == 0) {
                weight = share;
            } else if (share > LatentPosterior.NOTHING) {
                System.arraycopy(whole, sticks + k * lists, odds, 0, lists);
                multiply(share);
                for (int h = 0; h < others.length; h++) {
                    others[h] += product[h];
                }
            }
        }
        System.arraycopy(whole, sticks, odds, 0, lists);
        whitening.inward(odds, into);
    }

    /** Puts the first class where it now stands into the point that was held. */
    void release(double[] from, double[] whole) {
        whitening.outward(from, odds);
        System.arraycopy(odds, 0, whole, classes - 1, lists);
    }

    @Override
    public double logLikelihood(double[] point) {
        whitening.outward(point, odds);
        multiply(weight);
        unseenShare = others[0] + product[0];
        double logLikelihood = -observed * Math.log(1 - unseenShare);
        for (int c = 0; c < seen.length; c++) {
            logLikelihood += counts[c] * Math.log(others[seen[c]] + product[seen[c]]);
        }
        return logLikelihood;
    }

    @Override
    public double logPrior(double[] point) {
        whitening.outward(point, odds);
        return prior.logChances(odds, 0);
    }

    @Override
    public void gradient(double[] point, double[] into) {
        whitening.outward(point, odds);
        multiply(weight);
        double all = observed * product[0] / (1 - others[0] - product[0]);
        Arrays.fill(odds, 0);
        for (int c = 0; c < seen.length; c++) {
            int h = seen[c];
            double members = counts[c] * product[h] / (others[h] + product[h]);
            all += members;
            for (int list = 0; list < lists; list++) {
                odds[list] += members * (h >> list & 1);
            }
        }
        for (int list = 0; list < lists; list++) {
            odds[list] += prior.beta() - chance[list] * (all + 2 * prior.beta());
        }
        whitening.slope(odds, into);
    }

    private void multiply(double share) {
        product[0] = share;
        for (int list = 0; list < lists; list++) {
            double on = 1 / (1 + Math.exp(-odds[list]));
            double off = 1 - on;
            chance[list] = on;
            int half = 1 << list;
            for (int h = 0; h < half; h++) {
                double both = product[h];
                product[h + half] = both * on;
                product[h] = both * off;
            }
        }
    }
}
