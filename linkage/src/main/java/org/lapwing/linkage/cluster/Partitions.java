// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.lapwing.linkage.model.Bits;

/**
 * All partitions of a small component with their probabilities, so that samples are drawn from the truth and not from a
 * chain. Of six members there are 203 (Bell's number). Not changed once built.
 */
final class Partitions {

    static final int MOST_MEMBERS = 6;

    private final List<byte[]> all;
    private final double[][] upTo;
    private final double[] departing;
    private final int usual;

    /** @param all every partition of so many members, as {@link #all()} gives them */
    Partitions(Component component, List<byte[]> all, double[] shifts) {
        this.all = all;
        this.upTo = new double[shifts.length][all.size()];
        this.departing = new double[shifts.length];
        double[] weights = new double[all.size()];
        int[] pairs = new int[all.size()];
        int best = 0;
        for (int p = 0; p < weights.length; p++) {
            weights[p] = weight(component, all.get(p));
            pairs[p] = pairs(all.get(p));
            best = weights[p] > weights[best] ? p : best;
        }
        this.usual = best;
        for (int d = 0; d < shifts.length; d++) {
            departing[d] = cumulate(weights, pairs, shifts[d], upTo[d]);
        }
    }

    /** Sums up the chances of all but the usual one; returns their share of all. */
    private double cumulate(double[] weights, int[] pairs, double shift, double[] sums) {
        double most = Double.NEGATIVE_INFINITY;
        for (int p = 0; p < sums.length; p++) {
            sums[p] = weights[p] + shift * pairs[p];
            most = Math.max(most, sums[p]);
        }
        double own = share(sums[usual] - most);
        double sum = 0;
        for (int p = 0; p < sums.length; p++) {
            sum += p == usual ? 0 : share(sums[p] - most);
            sums[p] = sum;
        }
        return sum / (sum + own);
    }

    /** What is less likely than one in 2^60 is never drawn, and most partitions are. */
    private static double share(double bits) {
        return bits < -60 ? 0 : Bits.power(bits);
    }

    private static double weight(Component component, byte[] groups) {
        double weight = 0;
        for (int i = 1; i < groups.length; i++) {
            for (int j = 0; j < i; j++) {
                weight += groups[i] == groups[j] ? component.weights()[i][j] : 0;
            }
        }
        return weight;
    }

    private static int pairs(byte[] groups) {
        int pairs = 0;
        for (int i = 1; i < groups.length; i++) {
            for (int j = 0; j < i; j++) {
                pairs += groups[i] == groups[j] ? 1 : 0;
            }
        }
        return pairs;
    }

    /** The number of the most probable partition. */
    int usual() {
        return usual;
    }

    /** By shift of all weights: the chance of any other partition than the usual one. */
    double[] departing() {
        return departing;
    }

    /** The number of another partition than the usual one, drawn by how probable it is when all weights are off by this shift. */
    int draw(SplittableRandom random, int shift) {
        double[] sums = upTo[shift];
        double luck = random.nextDouble() * sums[sums.length - 1];
        int p = 0;
        while (p < sums.length - 1 && sums[p] <= luck) {
            p++;
        }
        return p;
    }

    byte[] groups(int partition) {
        return all.get(partition);
    }

    int count() {
        return all.size();
    }

    /** By number of members: every partition, by member its group; groups are numbered as they first occur. */
    static List<List<byte[]>> all() {
        List<List<byte[]>> all = new ArrayList<>();
        all.add(List.of(new byte[0]));
        for (int n = 1; n <= MOST_MEMBERS; n++) {
            List<byte[]> longer = new ArrayList<>();
            for (byte[] shorter : all.get(n - 1)) {
                int groups = 0;
                for (byte group : shorter) {
                    groups = Math.max(groups, group + 1);
                }
                for (int group = 0; group <= groups; group++) {
                    byte[] grown = java.util.Arrays.copyOf(shorter, n);
                    grown[n - 1] = (byte) group;
                    longer.add(grown);
                }
            }
            all.add(List.copyOf(longer));
        }
        return List.copyOf(all);
    }
}
