// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage;

import org.lapwing.linkage.cluster.Edges;
import org.lapwing.linkage.lists.Records;

/**
 * What an earlier run found: pairs of its records are taken over and not compared again.
 *
 * @param seen by record: whether the earlier run had it
 * @param edges the earlier run's likely pairs with their weights
 */
public record Known(boolean[] seen, Edges.Builder edges) {

    public static Known nothing(Records records) {
        return new Known(new boolean[records.size()], new Edges.Builder());
    }
}
