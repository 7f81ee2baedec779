// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.cluster;

import java.util.Arrays;

/**
 * Records that some chain of likely pairs connects, with the weight of every pair among them: those that were not compared
 * are weighed now. Decisions stand above all weights.
 *
 * @param members in order
 */
record Component(int[] members, float[][] weights) {

    static final float MUST = 1e6f;
    static final float NEVER = -1e7f;
    private static final float MOST = 14;
    private static final float LEAST = -14;

    /** Beyond this, a component is first cut at its weaker pairs. */
    static final int LARGEST = 400;

    static Component of(int[] members, Edges edges, Evidence evidence, Decisions decisions) {
        int n = members.length;
        float[][] weights = new float[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                float weight = weight(members[i], members[j], edges, evidence, decisions);
                weights[i][j] = weight;
                weights[j][i] = weight;
            }
        }
        return new Component(members, weights);
    }

    private static float weight(int a, int b, Edges edges, Evidence evidence, Decisions decisions) {
        if (!decisions.isEmpty()) {
            long pair = Decisions.pair(a, b);
            if (decisions.different().contains(pair)) {
                return NEVER;
            }
            if (decisions.same().contains(pair)) {
                return MUST;
            }
        }
        int edge = edges.find(a, b);
        double weight = edge >= 0 ? edges.weight(edge) : evidence.weight(a, b);
        return (float) Math.max(LEAST, Math.min(MOST, weight));
    }

    int size() {
        return members.length;
    }

    /**
     * The partition found by merging, best pair of groups first, as long as the evidence between two groups, summed over all
     * their pairs, speaks for one person (greedy correlation clustering). By member: its group, the lowest index in it.
     */
    int[] clustered() {
        int n = size();
        int[] group = new int[n];
        float[][] between = new float[n][];
        for (int i = 0; i < n; i++) {
            group[i] = i;
            between[i] = weights[i].clone();
        }
        boolean[] gone = new boolean[n];
        while (true) {
            int x = -1;
            int y = -1;
            float best = 0;
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; !gone[i] && j < n; j++) {
                    if (!gone[j] && between[i][j] > best) {
                        best = between[i][j];
                        x = i;
                        y = j;
                    }
                }
            }
            if (x < 0) {
                return group;
            }
            gone[y] = true;
            for (int k = 0; k < n; k++) {
                if (group[k] == y) {
                    group[k] = x;
                }
                between[x][k] += between[y][k];
                between[k][x] = between[x][k];
            }
        }
    }

    /** Whether two partitions of the same members agree about this group. */
    static boolean sameGroup(int[] one, int[] other, int[] group) {
        int label = other[group[0]];
        for (int member : group) {
            if (other[member] != label) {
                return false;
            }
        }
        return Arrays.stream(other).filter(each -> each == label).count() == group.length;
    }
}
