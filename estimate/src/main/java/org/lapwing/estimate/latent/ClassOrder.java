// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

import java.util.stream.IntStream;

/**
 * The same classes under other numbers. The counts cannot tell the classes' numbers apart, only the sticks' prior can, and by
 * small steps a chain hardly ever crosses from one numbering to another. A new order is proposed by drawing classes without
 * return, each with its weight as chance: the order in which an endless stick of this kind is broken (size-biased), so that
 * where the stick ends at K classes most proposals are taken. The ratio of Metropolis and Hastings makes up for the rest.
 *
 * <p>Weights are kept in logarithms: at a small concentration all but one class weigh less than any double can hold.
 */
final class ClassOrder {
    private final int sticks;
    private final int classes;
    private final int lists;
    private final int[] order;
    private final double[] logWeight;
    private final double[] reordered;
    private final double[] race;
    private final double[] broken;
    private final LatentPrior prior;

    ClassOrder(int classes, int lists, LatentPrior prior) {
        this.prior = prior;
        this.classes = classes;
        this.sticks = classes - 1;
        this.lists = lists;
        this.order = new int[classes];
        this.logWeight = new double[classes];
        this.reordered = new double[classes];
        this.race = new double[classes];
        this.broken = new double[sticks];
    }

    /** Draws an order for the point's classes and fills {@code into}; true if it is taken and not the order of the point. */
    boolean draw(double[] point, double[] into, Variates random) {
        weigh(point);
        for (int k = 0; k < classes; k++) {
            race[k] = logWeight[k] - Math.log(random.exponential());
        }
        arrange();
        for (int k = 0; k < classes; k++) {
            reordered[k] = logWeight[order[k]];
        }
        double chance = random.uniform();
        if (IntStream.range(0, classes).allMatch(k -> order[k] == k)) {
            return false;
        }
        breakUp();
        double gain = prior.logSticks(broken, sticks)
                - prior.logSticks(point, sticks)
                + stretch(point)
                - stretch(broken)
                + chanceOf(logWeight)
                - chanceOf(reordered);
        if (!(Math.log(chance) < gain)) {
            return false;
        }
        System.arraycopy(broken, 0, into, 0, sticks);
        for (int k = 0; k < classes; k++) {
            System.arraycopy(point, sticks + order[k] * lists, into, sticks + k * lists, lists);
        }
        return true;
    }

    private void weigh(double[] point) {
        double gone = 0;
        for (int k = 0; k < sticks; k++) {
            double stick = Math.exp(point[k]);
            logWeight[k] = Math.log(LatentPosterior.broken(stick, Math.exp(-stick))) - gone;
            gone += stick;
        }
        logWeight[sticks] = -gone;
    }

    /** Largest first, as a race of exponential clocks is won. */
    private void arrange() {
        for (int k = 0; k < classes; k++) {
            int at = k;
            while (at > 0 && race[order[at - 1]] < race[k]) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = k;
        }
    }

    /** The sticks that give the reordered weights: exp(z) = log(1 + weight / what is left after it). */
    private void breakUp() {
        double left = reordered[sticks];
        for (int k = sticks - 1; k >= 0; k--) {
            double odds = reordered[k] - left;
            double stick = odds > 30 ? odds : Math.log1p(Math.exp(odds));
            broken[k] = odds < -30 ? odds : Math.log(stick);
            left += stick;
        }
    }

    /** The logarithm of the Jacobian from sticks to weights. */
    private double stretch(double[] point) {
        double gone = 0;
        double all = 0;
        for (int k = 0; k < sticks; k++) {
            gone += Math.exp(point[k]);
            all += point[k] - gone;
        }
        return all;
    }

    /** The logarithm of the chance to draw the classes in the order in which these weights stand. */
    private double chanceOf(double[] weights) {
        double left = Double.NEGATIVE_INFINITY;
        double all = 0;
        for (int k = classes - 1; k >= 0; k--) {
            double most = Math.max(left, weights[k]);
            left = most + Math.log1p(Math.exp(Math.min(left, weights[k]) - most));
            all += weights[k] - left;
        }
        return all;
    }
}
