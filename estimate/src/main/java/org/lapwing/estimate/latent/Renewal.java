// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

/**
 * Proposals from the prior: of the concentration with all sticks, or all but the first, or of one class's lists. Since they
 * come from the prior given all else, they are taken by the ratio of the likelihoods alone. Where one class holds everybody,
 * the rest is as the prior has it, and these cross in one step what paths would creep through.
 */
final class Renewal {
    private final int classes;
    private final int sticks;
    private final int lists;
    private final LatentPrior prior;

    Renewal(int classes, int lists, LatentPrior prior) {
        this.prior = prior;
        this.classes = classes;
        this.sticks = classes - 1;
        this.lists = lists;
    }

    /** A half of the times sticks, else lists. */
    void propose(double[] point, double[] into, Variates random) {
        System.arraycopy(point, 0, into, 0, point.length);
        if (random.uniform() < 0.5) {
            breakSticks(into, random.uniform() < 0.5 ? 0 : 1, random);
        } else {
            drawLists(into, 1 + (int) (random.uniform() * (classes - 1)), random);
        }
    }

    /** Given the sticks that stay, the concentration is a gamma variate, and given that, each other stick is exponential. */
    void breakSticks(double[] point, int first, Variates random) {
        double broken = 0;
        for (int k = 0; k < first; k++) {
            broken += Math.exp(point[k]);
        }
        double logConcentration = prior.drawLogConcentration(first, broken, random);
        for (int k = first; k < sticks; k++) {
            point[k] = Math.log(random.exponential()) - logConcentration;
        }
    }

    private void drawLists(double[] point, int k, Variates random) {
        for (int i = sticks + k * lists; i < sticks + (k + 1) * lists; i++) {
            point[i] = prior.drawLogOdds(random);
        }
    }
}
