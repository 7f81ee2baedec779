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
    private final double[] upTo;

    /** @param all every partition of so many members, as {@link #all()} gives them */
    Partitions(Component component, List<byte[]> all) {
        this.all = all;
        this.upTo = new double[all.size()];
        double most = Double.NEGATIVE_INFINITY;
        for (int p = 0; p < upTo.length; p++) {
            upTo[p] = weight(component, all.get(p));
            most = Math.max(most, upTo[p]);
        }
        double sum = 0;
        for (int p = 0; p < upTo.length; p++) {
            sum += Bits.power(upTo[p] - most);
            upTo[p] = sum;
        }
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

    /** The number of a partition, drawn by how probable it is. */
    int draw(SplittableRandom random) {
        double luck = random.nextDouble() * upTo[upTo.length - 1];
        int p = 0;
        while (p < upTo.length - 1 && upTo[p] <= luck) {
            p++;
        }
        return p;
    }

    byte[] groups(int partition) {
        return all.get(partition);
    }

    int count() {
        return upTo.length;
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
