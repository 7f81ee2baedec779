// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.decomposable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lapwing.estimate.Answer;
import org.lapwing.estimate.CaptureTable;
import org.lapwing.estimate.Estimate;

final class GraphAveragingTest {
    private static final double[] CHANCES = {0.4, 0.3, 0.25, 0.2, 0.2, 0.15, 0.1};

    /** Invented: people of Morvel whom each list finds on its own, except that the second follows the first. */
    private static CaptureTable simulated(int lists, int people) {
        SplittableRandom random = new SplittableRandom(8);
        Map<Integer, Long> cells = new TreeMap<>();
        for (int person = 0; person < people; person++) {
            int pattern = 0;
            for (int list = 0; list < lists; list++) {
                double chance = list == 1 && (pattern & 1) == 1 ? 0.7 : CHANCES[list];
                pattern |= random.nextDouble() < chance ? 1 << list : 0;
            }
            if (pattern != 0) {
                cells.merge(pattern, 1L, Long::sum);
            }
        }
        return CaptureTable.of(
                List.of("siskin", "dunlin", "plover", "knot", "ruff", "stint", "godwit")
                        .subList(0, lists),
                cells);
    }

    @Test
    void thereAreAsManyGraphsAsWereCounted() {
        assertThat(DecomposableGraphs.of(3)).hasSize(8);
        assertThat(DecomposableGraphs.of(4)).hasSize(61);
        assertThat(DecomposableGraphs.of(5)).hasSize(822);
        assertThat(DecomposableGraphs.of(6)).hasSize(18_154);
    }

    @Test
    void theGraphsThatAreLeftOutAfterTheFirstLookWeighNothing() {
        for (int people : new int[] {60, 2_000}) {
            CaptureTable table = simulated(6, people);
            Estimate some = new GraphAveraging(table, 1.0 / 64).estimate(2);
            Estimate all = new GraphAveraging(table, 1.0 / 64, true).estimate(2);
            assertThat(some.answer()).usingRecursiveComparison().isEqualTo(all.answer());
            assertThat(number(some, "mean")).isCloseTo(number(all, "mean"), Offset.offset(1e-6 * people));
        }
    }

    @Test
    @Tag("long")
    void sevenListsAreAveragedOverAllTheirGraphs() {
        Estimate seven = new GraphAveraging(simulated(7, 2_000), 1.0 / 128).estimate(0);
        assertThat(seven.diagnostics()).containsEntry("graphs", 617_675);
        assertThat(seven.interval().orElseThrow().holds(2_000)).isTrue();
        assertThat(seven.diagnostics().get("weights").toString()).contains("siskin+dunlin");
    }

    @Test
    void eightListsAreRefused() {
        CaptureTable eight = CaptureTable.of(
                List.of("siskin", "dunlin", "plover", "knot", "ruff", "stint", "godwit", "wigeon"),
                Map.of(3, 5L, 12, 4L, 48, 4L, 192, 3L));
        assertThat(new GraphAveraging(eight, 1.0 / 256).estimate(0).answer())
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.because().english()).contains("3 to 7 lists"));
    }

    private static double number(Estimate estimate, String name) {
        return estimate.diagnostics().get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
