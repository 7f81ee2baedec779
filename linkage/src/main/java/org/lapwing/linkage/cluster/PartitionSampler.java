// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.lapwing.linkage.model.Bits;

/**
 * Draws partitions of a component by how probable they are: the chance of a partition goes with 2 to the power of the summed
 * weights within its groups. Gibbs sampling, one record at a time (as in Steorts, Hall and Fienberg 2016, with pairwise
 * weights in place of their likelihood); a group decided to be one person moves as a whole and pairs decided to differ never
 * meet. Belongs to one thread.
 */
final class PartitionSampler {

    private static final int WARM_UP = 12;
    private static final int BETWEEN = 3;

    /** Of so many weights of a component the product of odds is still a number: then they are multiplied, and no power taken. */
    private static final int MOST_MULTIPLIED = 60;

    private final Component component;
    private final SplittableRandom random;
    private final double[] shifts;
    private final int[] group;
    private final int[] sizes;
    private final double[] gain;
    private final double[][][] odds;
    private int crowded;

    /** @param shifts by how many bits all weights may be off */
    PartitionSampler(Component component, int[] start, double[] shifts, long seed) {
        this.component = component;
        this.random = new SplittableRandom(seed);
        this.shifts = shifts;
        this.group = start.clone();
        this.sizes = new int[group.length];
        for (int each : group) {
            enter(each);
        }
        this.gain = new double[group.length];
        this.odds = odds(component, shifts);
        for (int i = 0; i < WARM_UP; i++) {
            sweep(0);
        }
    }

    /** By shift, member and other member. */
    private static double[][][] odds(Component component, double[] shifts) {
        int n = component.size();
        float[][] weights = component.weights();
        double[][][] odds = new double[shifts.length][n][n];
        for (int d = 0; d < odds.length; d++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    odds[d][i][j] = Bits.power(weights[i][j] + shifts[d]);
                    odds[d][j][i] = odds[d][i][j];
                }
            }
        }
        return odds;
    }

    private void enter(int g) {
        crowded += ++sizes[g] == MOST_MULTIPLIED + 1 ? 1 : 0;
    }

    private void leave(int g) {
        crowded -= sizes[g]-- == MOST_MULTIPLIED + 1 ? 1 : 0;
    }

    /**
     * The next sample: by member the number of its group, which means nothing beyond this sample. Changed by the next call.
     *
     * @param shift which of the shifts all weights are off by
     */
    int[] next(int shift) {
        for (int i = 0; i < BETWEEN; i++) {
            sweep(shift);
        }
        return group;
    }

    private void sweep(int shift) {
        for (int member = 0; member < group.length; member++) {
            leave(group[member]);
            group[member] = drawn(member, shift);
            enter(group[member]);
        }
    }

    /** A group that others are in, or a free number for a group of one's own, whose odds are 1. */
    private int drawn(int member, int shift) {
        if (crowded == 0) {
            double all = 1 + byOdds(member, odds[shift][member]);
            if (all < Double.POSITIVE_INFINITY) {
                return draw(all);
            }
        }
        return draw(byWeights(member, shifts[shift]));
    }

    /** Fills in the gains; their sum. */
    private double byOdds(int member, double[] own) {
        for (int g = 0; g < gain.length; g++) {
            gain[g] = sizes[g] > 0 ? 1 : 0;
        }
        for (int other = 0; other < member; other++) {
            gain[group[other]] *= own[other];
        }
        for (int other = member + 1; other < own.length; other++) {
            gain[group[other]] *= own[other];
        }
        return sum();
    }

    /** The same by logarithms, for decisions and for groups whose odds are beyond all numbers; the sum with that of being alone. */
    private double byWeights(int member, double shift) {
        Arrays.fill(gain, 0);
        float[] weights = component.weights()[member];
        for (int other = 0; other < weights.length; other++) {
            if (other != member) {
                gain[group[other]] += weights[other] + shift;
            }
        }
        double most = 0;
        for (int g = 0; g < gain.length; g++) {
            most = sizes[g] > 0 ? Math.max(most, gain[g]) : most;
        }
        for (int g = 0; g < gain.length; g++) {
            gain[g] = sizes[g] > 0 ? share(gain[g] - most) : 0;
        }
        return share(-most) + sum();
    }

    private double sum() {
        double sum = 0;
        for (double each : gain) {
            sum += each;
        }
        return sum;
    }

    /** One of the groups by its gain, or a free number by what is left of {@code all}. */
    private int draw(double all) {
        double luck = random.nextDouble() * all;
        for (int g = 0; g < gain.length; g++) {
            luck -= gain[g];
            if (luck < 0) {
                return g;
            }
        }
        int free = 0;
        while (sizes[free] > 0) {
            free++;
        }
        return free;
    }

    /** What is less likely than one in 2^60 is never drawn, and most groups are. */
    private static double share(double bits) {
        return bits < -60 ? 0 : Bits.power(bits);
    }
}
