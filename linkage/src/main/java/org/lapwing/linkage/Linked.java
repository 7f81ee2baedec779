// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lapwing.linkage.cluster.Clusters;
import org.lapwing.linkage.cluster.Edges;
import org.lapwing.linkage.lists.Records;
import org.lapwing.linkage.model.Model;

/**
 * What linking found.
 *
 * @param edges all pairs with at least one chance in sixty-four
 * @param compared how many pairs of records were compared
 * @param leftOut pairs that share a key and were not compared because too many records share it
 * @param priors by pair of lists, first list times the number of lists plus second: the share of pairs that are one person
 * @param notes in words, for people
 */
public record Linked(
        Records records,
        Model model,
        Edges edges,
        Clusters clusters,
        long compared,
        long leftOut,
        double[] priors,
        List<String> notes) {

    /**
     * How many persons the records are.
     *
     * @param linked as the clusters have it
     * @param low in 95 of 100 sampled partitions no fewer and no more than {@code high}; the clusters themselves are one way
     *     to read the lists, so that both are widened to hold them
     */
    public record Persons(int linked, int low, int high) {}

    public Persons persons() {
        int[] clusterOf = clusters.clusterOf();
        int linked = (int) IntStream.range(0, clusterOf.length)
                .filter(record -> clusterOf[record] == record)
                .count();
        int[] distinct = clusters.distinct();
        Arrays.sort(distinct);
        int low = distinct.length == 0 ? linked : distinct[(int) (0.025 * distinct.length)];
        int high = distinct.length == 0
                ? linked
                : distinct[Math.min(distinct.length - 1, (int) (0.975 * distinct.length))];
        return new Persons(linked, Math.min(low, linked), Math.max(high, linked));
    }
}
