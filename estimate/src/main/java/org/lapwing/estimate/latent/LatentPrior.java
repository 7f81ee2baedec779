// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

/**
 * What is held of latent classes before any count: the sticks' concentration is a gamma variate, and the chance of each class to
 * be on each list a beta variate of two equal shapes.
 *
 * @param shape of the concentration
 * @param rate of it: the larger the mean, shape over rate, the more classes
 * @param beta both shapes of the chances: 1 for all alike, less for chances nearer 0 and 1, more for chances nearer a half
 */
public record LatentPrior(double shape, double rate, double beta) {
    /** LCMCR's own. */
    public static final LatentPrior USUAL = new LatentPrior(0.25, 0.25, 1);

    public LatentPrior {
        if (!(shape > 0 && rate > 0 && beta > 0)) {
            throw new IllegalArgumentException("shapes and rates are positive");
        }
    }

    /** Of the first sticks together, given as logarithms, the concentration integrated out. */
    double logSticks(double[] point, int first) {
        double prior = 0;
        double broken = 0;
        for (int k = 0; k < first; k++) {
            prior += point[k];
            broken += Math.exp(point[k]);
        }
        return prior - (shape + first) * Math.log(rate + broken);
    }

    /** Of log odds from this place to the end. */
    double logChances(double[] odds, int from) {
        double prior = 0;
        double product = 1;
        for (int i = from; i < odds.length; i++) {
            double far = Math.abs(odds[i]);
            prior -= far;
            product *= 1 + Math.exp(-far);
        }
        return beta * (prior - 2 * Math.log(product));
    }

    /** The logarithm of the concentration, given sticks of which the sum is known. */
    double drawLogConcentration(int first, double broken, Variates random) {
        return random.logGamma(shape + first) - Math.log(rate + broken);
    }

    double drawLogOdds(Variates random) {
        if (beta == 1) {
            double chance = random.uniform();
            return Math.log(chance / (1 - chance));
        }
        double on = random.logGamma(beta);
        return on - random.logGamma(beta);
    }
}
