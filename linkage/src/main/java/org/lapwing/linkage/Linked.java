// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage;

import java.util.List;
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
        List<String> notes) {}
