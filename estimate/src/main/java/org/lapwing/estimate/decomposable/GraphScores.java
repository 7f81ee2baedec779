// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.decomposable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lapwing.estimate.CaptureTable;
import org.lapwing.estimate.numeric.SpecialFunctions;

/** What each set of lists gives to a graph that has it as a clique, at any count of the unseen. Thread-safe. */
final class GraphScores {
    /** Those graphs are left out whose density is nowhere within e to the minus this of the best. */
    private static final double NEGLIGIBLE = 30;

    private final double observed;
    private final double prior;
    private final double[] unlisted;
    private final double[] others;

    /**
     * The logarithms at some count of the unseen.
     *
     * @param sets of each set of lists
     * @param whole what each clique gives besides, and each separator takes
     * @param shared by all graphs
     */
    record Scores(double[] sets, double whole, double shared) {}

    /** @param delta prior count in each cell */
    GraphScores(CaptureTable table, double delta) {
        int sets = table.size() <= 7 ? 1 << table.size() : 0;
        this.observed = table.observed();
        this.prior = sets * delta;
        this.unlisted = new double[sets];
        this.others = new double[sets];
        for (int set = 1; set < sets; set++) {
            double each = delta * (1 << (table.size() - Integer.bitCount(set)));
            double[] sums = new double[sets];
            for (int cell = 0; cell < table.cells(); cell++) {
                sums[table.pattern(cell) & set] += table.count(cell);
            }
            for (int sub = set; sub != 0; sub = (sub - 1) & set) {
                others[set] += SpecialFunctions.logGamma(sums[sub] + each);
            }
            others[set] -= (1 << Integer.bitCount(set)) * SpecialFunctions.logGamma(each);
            unlisted[set] = sums[0] + each;
        }
    }

    Scores at(double unseen) {
        double[] sets = new double[unlisted.length];
        for (int set = 1; set < sets.length; set++) {
            sets[set] = SpecialFunctions.logGamma(unlisted[set] + unseen) + others[set];
        }
        return new Scores(
                sets,
                SpecialFunctions.logGamma(prior) - SpecialFunctions.logGamma(observed + unseen + prior),
                SpecialFunctions.logGamma(observed + unseen + 1)
                        - SpecialFunctions.logGamma(unseen + 1)
                        - Math.log(observed + unseen));
    }

    /** The graphs that come near the best at some count to the last, looked at in steps of a twentieth. */
    List<DecomposableGraphs.Graph> weighty(List<DecomposableGraphs.Graph> graphs, double last) {
        List<Scores> grid = new ArrayList<>();
        for (double at = 1; at <= last; at = Math.max(at + 1, Math.floor(at * 1.05))) {
            grid.add(at(at));
        }
        double[] highest = new double[graphs.size()];
        IntStream.range(0, highest.length).parallel().forEach(g -> {
            double most = Double.NEGATIVE_INFINITY;
            for (Scores here : grid) {
                most = Math.max(most, here.shared() + graphs.get(g).score(here.sets(), here.whole()));
            }
            highest[g] = most;
        });
        double least = Arrays.stream(highest).max().orElse(0) - NEGLIGIBLE;
        return IntStream.range(0, highest.length)
                .filter(g -> highest[g] >= least)
                .mapToObj(graphs::get)
                .toList();
    }
}
