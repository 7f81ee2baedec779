// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.lapwing.estimate.CaptureTable;

/**
 * The posterior density of Manrique-Vallier's (2016) latent classes, with everything integrated out that can be: N (prior
 * 1/N), the classes of the people, and the concentration alpha of the sticks (prior Gamma(a, rate r), usually 1/4 both). What is left is
 * smooth, so that a sampler may follow its gradient.
 *
 * <p>A point has, first, for each class but the last z_k = log(-log(1 - V_k)), where V_k is the share that the class breaks
 * off the stick: given alpha, exp(z_k) is exponential with rate alpha, so that alpha only shifts all z_k together. Then, class
 * by class, the log odds of being on each list. With s = sum exp(z_k), K classes and t lists:
 *
 * <pre>log p = sum_h n_h log p_h - n log(1 - p_0) + sum z_k - (a + K - 1) log(r + s) + b sum log lambda (1 - lambda)</pre>
 *
 * <p>where Beta(b, b) is the prior of the chances lambda, usually flat.
 *
 * <p>Not thread-safe: each chain has its own.
 */
final class LatentPosterior implements Landscape {
    /** Expected people below which a class leaves the gradient (not the density) of the likelihood alone. */
    private static final double NOBODY = 0.01;
    /** A share that no sum in double precision notices. */
    static final double NOTHING = 1e-18;

    private final int lists;
    private final int classes;
    private final int sticks;
    private final int cells;
    private final double[] counts;
    private final int[] seen;
    private final double observed;

    private final double[] stick;
    private final double[] rest;
    private final double[] share;
    private final double[] chance;
    private final double[] weight;
    private final double[] product;
    private final double[] cell;
    private final double[] folded;
    private final LatentPrior prior;
    private double power = 1;

    LatentPosterior(CaptureTable table, int classes, LatentPrior prior) {
        this.prior = prior;
        this.lists = table.size();
        this.classes = classes;
        this.sticks = classes - 1;
        this.counts = table.dense();
        this.cells = counts.length;
        this.seen = IntStream.range(0, table.cells()).map(table::pattern).toArray();
        this.observed = table.observed();
        this.stick = new double[classes];
        this.rest = new double[classes];
        this.share = new double[classes];
        this.chance = new double[classes * lists];
        this.weight = new double[classes];
        this.product = new double[classes * cells];
        this.cell = new double[cells];
        this.folded = new double[cells];
    }

    @Override
    public int dimension() {
        return sticks + classes * lists;
    }

    /** How many of the first coordinates are sticks. */
    int sticks() {
        return sticks;
    }

    /** p_0, the share that no list has, at the point that was looked at last. */
    double unseenShare() {
        return cell[0];
    }

    /** @param power of the likelihood: 1 for the posterior, less for a flatter one */
    void flatten(double power) {
        this.power = power;
    }

    @Override
    public double logPrior(double[] point) {
        return prior.logSticks(point, sticks) + prior.logChances(point, sticks);
    }

    /** Times the power. Leaves {@link #unseenShare} of this point. Classes that nothing is left for cost nothing. */
    @Override
    public double logLikelihood(double[] point) {
        Arrays.fill(cell, 0);
        double left = 1;
        for (int k = 0; k < classes && left > NOTHING; k++) {
            weight[k] = left;
            if (k < sticks) {
                stick[k] = Math.exp(point[k]);
                rest[k] = Math.exp(-stick[k]);
                weight[k] = left * broken(k);
                left *= rest[k];
            }
            if (weight[k] > NOTHING) {
                for (int i = k * lists; i < (k + 1) * lists; i++) {
                    chance[i] = 1 / (1 + Math.exp(-point[sticks + i]));
                }
                multiply(k);
            }
        }
        double likelihood = -observed * Math.log(1 - cell[0]);
        for (int h : seen) {
            likelihood += counts[h] * Math.log(cell[h]);
        }
        return power * likelihood;
    }

    @Override
    public void gradient(double[] point, double[] into) {
        double least = NOBODY / observed;
        rough(point);
        double broken = spread(least);
        cell[0] = power * observed / (1 - cell[0]);
        for (int h = 1; h < cells; h++) {
            cell[h] = counts[h] > 0 ? power * counts[h] / cell[h] : 0;
        }
        double after = 0;
        for (int k = classes - 1; k >= 0; k--) {
            double members = weight[k] < least ? priorOnly(k, point, into) : members(k, into);
            if (k < sticks) {
                double s = stick[k];
                double kept = s < 1e-12 ? 1 : s > 700 ? 0 : s * (1 - share[k]) / share[k];
                into[k] = members * kept - s * after + 1 - (prior.shape() + sticks) * s / (prior.rate() + broken);
            }
            after += members;
        }
    }

    private void rough(double[] point) {
        RoughExponential.of(point, sticks, stick);
        for (int k = 0; k < sticks; k++) {
            rest[k] = -stick[k];
        }
        RoughExponential.of(rest, sticks, rest);
        for (int i = 0; i < chance.length; i++) {
            chance[i] = -point[sticks + i];
        }
        RoughExponential.of(chance, chance.length, chance);
        for (int i = 0; i < chance.length; i++) {
            chance[i] = 1 / (1 + chance[i]);
        }
    }

    /** Fills weights and cells; classes lighter than the least are left out of the cells. Gives s. */
    private double spread(double least) {
        Arrays.fill(cell, 0);
        double broken = 0;
        double left = 1;
        for (int k = 0; k < classes; k++) {
            weight[k] = left;
            if (k < sticks) {
                share[k] = broken(k);
                weight[k] = left * share[k];
                left *= rest[k];
                broken += stick[k];
            }
            if (weight[k] >= least) {
                multiply(k);
            }
        }
        return broken;
    }

    /** V of this class, what it breaks off what is left of the stick. */
    private double broken(int k) {
        return broken(stick[k], rest[k]);
    }

    /** 1 - exp(-s), of which exp(-s) is known. */
    static double broken(double s, double rest) {
        return s > 1e-4 ? 1 - rest : s * (1 - s / 2 * (1 - s / 3));
    }

    /** The chance of each pattern in this class, times the class's weight, by doubling over the lists. */
    private void multiply(int k) {
        int from = k * cells;
        product[from] = weight[k];
        for (int list = 0; list < lists; list++) {
            double on = chance[k * lists + list];
            double off = 1 - on;
            int half = 1 << list;
            for (int h = from; h < from + half; h++) {
                double both = product[h];
                product[h + half] = both * on;
                product[h] = both * off;
            }
        }
        for (int h = 0; h < cells; h++) {
            cell[h] += product[from + h];
        }
    }

    /** The gradient of the log odds of a class whom nobody is in: of the prior alone, tanh by its third convergent. */
    private double priorOnly(int k, double[] point, double[] into) {
        for (int i = sticks + k * lists; i < sticks + (k + 1) * lists; i++) {
            double half = Math.clamp(point[i] / 2, -3, 3);
            double square = half * half;
            into[i] = -prior.beta() * half * (27 + square) / (27 + 9 * square);
        }
        return 0;
    }

    private double members(int k, double[] into) {
        int from = k * cells;
        for (int h = 0; h < cells; h++) {
            folded[h] = cell[h] * product[from + h];
        }
        int first = sticks + k * lists;
        for (int list = lists - 1; list >= 0; list--) {
            int half = 1 << list;
            double on = 0;
            for (int h = 0; h < half; h++) {
                double upper = folded[h + half];
                on += upper;
                folded[h] += upper;
            }
            into[first + list] = on;
        }
        double all = folded[0];
        for (int list = 0; list < lists; list++) {
            into[first + list] += prior.beta() - chance[k * lists + list] * (all + 2 * prior.beta());
        }
        return all;
    }
}
