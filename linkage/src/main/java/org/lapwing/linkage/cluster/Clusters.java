// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.cluster;

/**
 * Which records are one person.
 *
 * @param clusterOf by record: the lowest record of its cluster
 * @param probability by record: the share of sampled partitions in which exactly its cluster stands
 * @param patterns by sample, then by set of lists (bit i for list i): how many distinct persons were on exactly these lists
 */
public record Clusters(int[] clusterOf, float[] probability, int[][] patterns) {

    /** How many distinct persons each sample has. */
    public int[] distinct() {
        int[] distinct = new int[patterns.length];
        for (int s = 0; s < distinct.length; s++) {
            for (int count : patterns[s]) {
                distinct[s] += count;
            }
        }
        return distinct;
    }

    /** By set of lists: how many clusters stand on exactly these lists. */
    public int[] overlap(int[] listOf, int lists) {
        int[] masks = new int[clusterOf.length];
        for (int record = 0; record < clusterOf.length; record++) {
            masks[clusterOf[record]] |= 1 << listOf[record];
        }
        int[] counts = new int[1 << lists];
        for (int record = 0; record < clusterOf.length; record++) {
            if (clusterOf[record] == record) {
                counts[masks[record]]++;
            }
        }
        return counts;
    }
}
