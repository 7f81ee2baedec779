// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.cluster;

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

    private final Component component;
    private final SplittableRandom random;
    private final int[] group;
    private final double[] gain;
    private final boolean[] taken;
    private double shift;

    PartitionSampler(Component component, int[] start, long seed) {
        this.component = component;
        this.random = new SplittableRandom(seed);
        this.group = start.clone();
        this.gain = new double[group.length];
        this.taken = new boolean[group.length];
        for (int i = 0; i < WARM_UP; i++) {
            sweep();
        }
    }

    /** The next sample: by member the number of its group, which means nothing beyond this sample. */
    int[] next(double shiftOfWeights) {
        shift = shiftOfWeights;
        for (int i = 0; i < BETWEEN; i++) {
            sweep();
        }
        return group.clone();
    }

    private void sweep() {
        int n = component.size();
        for (int member = 0; member < n; member++) {
            java.util.Arrays.fill(gain, 0);
            java.util.Arrays.fill(taken, false);
            float[] weights = component.weights()[member];
            for (int other = 0; other < n; other++) {
                if (other != member) {
                    gain[group[other]] += weights[other] + shift;
                    taken[group[other]] = true;
                }
            }
            group[member] = draw();
        }
    }

    /** A group that others are in, or the first free number for a group of one's own, whose gain is 0. */
    private int draw() {
        int free = 0;
        while (taken[free]) {
            free++;
        }
        double most = 0;
        for (int g = 0; g < gain.length; g++) {
            most = taken[g] ? Math.max(most, gain[g]) : most;
        }
        double all = share(-most);
        for (int g = 0; g < gain.length; g++) {
            gain[g] = taken[g] ? share(gain[g] - most) : 0;
            all += gain[g];
        }
        double luck = random.nextDouble() * all;
        for (int g = 0; g < gain.length; g++) {
            luck -= gain[g];
            if (taken[g] && luck < 0) {
                return g;
            }
        }
        return free;
    }

    /** What is less likely than one in 2^60 is never drawn, and most groups are. */
    private static double share(double bits) {
        return bits < -60 ? 0 : Bits.power(bits);
    }
}
