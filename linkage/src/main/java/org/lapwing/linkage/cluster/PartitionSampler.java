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

    PartitionSampler(Component component, int[] start, long seed) {
        this.component = component;
        this.random = new SplittableRandom(seed);
        this.group = start.clone();
        for (int i = 0; i < WARM_UP; i++) {
            sweep();
        }
    }

    /** The next sample: by member the number of its group, which means nothing beyond this sample. */
    int[] next() {
        for (int i = 0; i < BETWEEN; i++) {
            sweep();
        }
        return group.clone();
    }

    private void sweep() {
        int n = component.size();
        double[] gain = new double[n];
        boolean[] taken = new boolean[n];
        for (int member = 0; member < n; member++) {
            java.util.Arrays.fill(gain, 0);
            java.util.Arrays.fill(taken, false);
            for (int other = 0; other < n; other++) {
                if (other != member) {
                    gain[group[other]] += component.weights()[member][other];
                    taken[group[other]] = true;
                }
            }
            group[member] = draw(gain, taken);
        }
    }

    /** A group that others are in, or the first free number for a group of one's own, whose gain is 0. */
    private int draw(double[] gain, boolean[] taken) {
        int free = 0;
        while (taken[free]) {
            free++;
        }
        double most = 0;
        for (int g = 0; g < gain.length; g++) {
            most = taken[g] ? Math.max(most, gain[g]) : most;
        }
        double all = Bits.power(-most);
        for (int g = 0; g < gain.length; g++) {
            all += taken[g] ? Bits.power(gain[g] - most) : 0;
        }
        double luck = random.nextDouble() * all;
        for (int g = 0; g < gain.length; g++) {
            luck -= taken[g] ? Bits.power(gain[g] - most) : 0;
            if (taken[g] && luck < 0) {
                return g;
            }
        }
        return free;
    }
}
