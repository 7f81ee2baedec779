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

    /** @param all every partition of so many members, as {@link #all()} gives them */
    Partitions(Component component, List<byte[]> all, double[] shifts) {
        this.all = all;
        this.upTo = new double[shifts.length][all.size()];
        for (int d = 0; d < shifts.length; d++) {
            cumulate(component, shifts[d], upTo[d]);
        }
    }

    private void cumulate(Component component, double shift, double[] sums) {
        double most = Double.NEGATIVE_INFINITY;
        for (int p = 0; p < sums.length; p++) {
            sums[p] = weight(component, all.get(p), shift);
            most = Math.max(most, sums[p]);
        }
        double sum = 0;
        for (int p = 0; p < sums.length; p++) {
            double bits = sums[p] - most;
            sum += bits < -60 ? 0 : Bits.power(bits);
            sums[p] = sum;
        }
    }

    private static double weight(Component component, byte[] groups, double shift) {
        double weight = 0;
        for (int i = 1; i < groups.length; i++) {
            for (int j = 0; j < i; j++) {
                weight += groups[i] == groups[j] ? component.weights()[i][j] + shift : 0;
            }
        }
        return weight;
    }

    /** The number of a partition, drawn by how probable it is when all weights are off by this shift. */
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
