// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.decomposable;

import java.util.ArrayList;
import java.util.List;

/** Every chordal graph on t lists as its cliques and separators: 8, 61, 822, 18,154, 617,675 of three to seven lists. */
final class DecomposableGraphs {

    private static final int BITS = 7;

    /** Both as masks of seven bits, one after another from the lowest; separators that are not empty, as often as they occur. */
    record Graph(long cliques, long separators) {
        /** The sum over cliques less that over separators, of each set's score and of what all sets share. */
        double score(double[] scores, double whole) {
            double sum = 0;
            for (long rest = cliques; rest != 0; rest >>>= BITS) {
                sum += scores[first(rest)] + whole;
            }
            for (long rest = separators; rest != 0; rest >>>= BITS) {
                sum -= scores[first(rest)] + whole;
            }
            return sum;
        }

        private static int first(long sets) {
            return (int) (sets & (1 << BITS) - 1);
        }

        List<Integer> cliqueMasks() {
            List<Integer> masks = new ArrayList<>();
            for (long rest = cliques; rest != 0; rest >>>= BITS) {
                masks.add(first(rest));
            }
            return masks;
        }
    }

    private DecomposableGraphs() {}

    static List<Graph> of(int lists) {
        List<Graph> graphs = new ArrayList<>();
        int pairs = lists * (lists - 1) / 2;
        for (long edges = 0; edges < 1L << pairs; edges++) {
            graph(lists, edges).ifPresent(graphs::add);
        }
        return graphs;
    }

    /** Maximum cardinality search (Tarjan and Yannakakis 1984): empty if the graph has a cycle without a chord. */
    private static java.util.Optional<Graph> graph(int lists, long edges) {
        int[] near = new int[lists];
        int at = 0;
        for (int i = 0; i < lists; i++) {
            for (int j = i + 1; j < lists; j++, at++) {
                if ((edges >> at & 1) == 1) {
                    near[i] |= 1 << j;
                    near[j] |= 1 << i;
                }
            }
        }
        int visited = 0;
        int last = -1;
        int clique = 0;
        long cliques = 0;
        long separators = 0;
        for (int step = 0; step < lists; step++) {
            int best = -1;
            for (int v = 0; v < lists; v++) {
                boolean more = best < 0 || Integer.bitCount(near[v] & visited) > Integer.bitCount(near[best] & visited);
                best = (visited >> v & 1) == 0 && more ? v : best;
            }
            int before = near[best] & visited;
            if (!complete(before, near)) {
                return java.util.Optional.empty();
            }
            if (Integer.bitCount(before) <= last) {
                cliques = cliques << BITS | clique;
                separators = before == 0 ? separators : separators << BITS | before;
            }
            clique = before | 1 << best;
            last = Integer.bitCount(before);
            visited |= 1 << best;
        }
        return java.util.Optional.of(new Graph(cliques << BITS | clique, separators));
    }

    private static boolean complete(int set, int[] near) {
        for (int rest = set; rest != 0; rest &= rest - 1) {
            int v = Integer.numberOfTrailingZeros(rest);
            if ((near[v] & set) != (set & ~(1 << v))) {
                return false;
            }
        }
        return true;
    }
}
