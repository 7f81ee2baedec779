// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lapwing.estimate.decomposable.GraphAveraging;
import org.lapwing.tables.Count;
import org.lapwing.tables.OverlapTable;

final class WithheldTest {
    /** Invented: three lists of Morvel; those on all three were 11. */
    private static OverlapTable morvel(Count onAll) {
        TreeMap<Integer, Count> cells = new TreeMap<>();
        long[] counts = {0, 140, 110, 42, 90, 33, 28};
        for (int pattern = 1; pattern < 7; pattern++) {
            cells.put(pattern, new Count.Exactly(counts[pattern]));
        }
        cells.put(7, onAll);
        return new OverlapTable(List.of("siskin", "dunlin", "plover"), cells);
    }

    private static double mean(List<CaptureTable> tables) {
        return tables.stream().mapToLong(each -> each.countOf(7)).average().orElseThrow();
    }

    @Test
    void aWithheldCountFollowsItsLikelihoodNotTheMiddleOfItsRange() {
        OverlapTable table = morvel(new Count.FewerThan(25));
        double[] weights = new double[25];
        double exact = 0;
        double total = 0;
        double first = evidence(11);
        for (int value = 0; value < 25; value++) {
            weights[value] = Math.exp(evidence(value) - first);
            total += weights[value];
            exact += value * weights[value];
        }
        exact /= total;
        double spread = 0;
        for (int value = 0; value < 25; value++) {
            spread += weights[value] / total * (value - exact) * (value - exact);
        }
        List<CaptureTable> drawn = new Withheld(table, 3).completions(2000);
        assertThat(mean(drawn)).isCloseTo(exact, org.assertj.core.data.Offset.offset(5 * Math.sqrt(spread / 2000)));
        assertThat(mean(new Withheld(morvel(new Count.FewerThan(500)), 3).completions(200)))
                .as("far below the middle, 249")
                .isBetween(3.0, 60.0);
    }

    private static double evidence(long onAll) {
        return new GraphAveraging(CaptureTable.of(morvel(new Count.Exactly(onAll))), 0.125).logEvidence();
    }

    @Test
    void theIntervalCarriesTheDoubtAndSaysHowMuchItIs() {
        Settings graphs = Settings.usual(3).asking(EnumSet.of(Method.DGA));
        Estimate known = new Estimator(CaptureTable.of(morvel(new Count.Exactly(11))), graphs)
                .estimates()
                .getFirst();
        List<CaptureTable> drawn = new Withheld(morvel(new Count.FewerThan(40)), 3).completions(30);
        Estimate pooled = new Pool(drawn, graphs, "withheld").estimates().getFirst();
        assertThat(pooled.interval().orElseThrow().width())
                .isGreaterThan(known.interval().orElseThrow().width());
        assertThat((Double) pooled.diagnostics().get("share_from_withheld")).isBetween(0.01, 0.99);
    }

    @Test
    void nothingWithheldIsTheTableAndTheSameSeedDrawsTheSame() {
        OverlapTable known = morvel(new Count.Exactly(11));
        assertThat(new Withheld(known, 1).completions(30)).containsExactly(CaptureTable.of(known));
        OverlapTable some = morvel(new Count.FewerThan(25));
        assertThat(new Withheld(some, 4).completions(9)).isEqualTo(new Withheld(some, 4).completions(9));
    }
}
