// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.loglinear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.lapwing.estimate.Answer;
import org.lapwing.estimate.CaptureTable;
import org.lapwing.estimate.Estimate;
import org.lapwing.estimate.numeric.SpecialFunctions;

final class BehaviourProfileTest {
    /** Invented: half of those left are first listed by each list, so that one in eight stays unseen of 800. */
    private static final CaptureTable HALVED =
            CaptureTable.of(List.of("siskin", "dunlin", "plover"), Map.of(1, 300L, 3, 100L, 2, 150L, 6, 50L, 4, 100L));

    /** Chances tried one by one in place of the closed maximum. */
    private static double bySearch(double unseen) {
        double best = Double.NEGATIVE_INFINITY;
        for (double p = 0.0005; p < 1; p += 0.0005) {
            double log = 400 * Math.log(p)
                    + 200 * Math.log(p * (1 - p))
                    + 100 * Math.log(p * (1 - p) * (1 - p))
                    + 3 * unseen * Math.log(1 - p);
            best = Math.max(best, log);
        }
        return best + SpecialFunctions.logGamma(701 + unseen) - SpecialFunctions.logGamma(unseen + 1);
    }

    @Test
    void theEndsAreWhereTheLikelihoodHasFallenByHalfOfChiSquare() {
        double[] ends = new BehaviourProfile(HALVED, false).ends().orElseThrow();
        double top = bySearch(100);
        for (double end : ends) {
            assertThat(2 * (top - bySearch(end - 700))).isCloseTo(SpecialFunctions.CHI_SQUARE_95, Offset.offset(0.02));
        }
        assertThat(ends[0]).isLessThan(800);
        assertThat(ends[1]).isGreaterThan(800);
    }

    @Test
    void theFirstListApartLeavesMoreDoubt() {
        double[] same = new BehaviourProfile(HALVED, false).ends().orElseThrow();
        double[] apart = new BehaviourProfile(HALVED, true).ends().orElseThrow();
        assertThat(apart[1] - apart[0]).isGreaterThan(same[1] - same[0]);
    }

    @Test
    void whereNewPeopleDoNotBecomeFewerThereIsAPointAndAReason() {
        Map<Integer, Long> rising = new TreeMap<>(Map.of(1, 10L, 2, 20L, 4, 40L, 3, 2L, 6, 3L));
        Estimate behaviour = new Heterogeneity(CaptureTable.of(HALVED.lists(), rising))
                .estimates().stream()
                        .filter(each -> "Mb".equals(each.settings().get("model")))
                        .findFirst()
                        .orElseThrow();
        assertThat(behaviour.diagnostics()).containsKey("no_interval");
        assertThat(behaviour.interval().map(Answer.Interval::lower).orElseThrow())
                .isNaN();
    }
}
