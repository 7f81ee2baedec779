// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

final class HeadlineTest {
    /** Invented: three lists of Morvel. */
    private static final CaptureTable MORVEL = CaptureTable.of(
            List.of("siskin", "dunlin", "plover"), Map.of(1, 140L, 2, 110L, 4, 90L, 3, 42L, 5, 33L, 6, 28L, 7, 11L));

    private static List<Estimate> all(CaptureTable table, Settings settings) {
        return new Estimator(table, settings).estimates();
    }

    private static Estimate headline(CaptureTable table, Settings settings) {
        return all(table, settings).getLast();
    }

    private static Settings light() {
        return Settings.usual(7).lighter(8_000);
    }

    @Test
    void aListThatSharesNobodyLeadsToARefusalNotToANumber() {
        Map<Integer, Long> cells = new TreeMap<>();
        for (int cell = 0; cell < MORVEL.cells(); cell++) {
            cells.put(MORVEL.pattern(cell), MORVEL.count(cell));
        }
        cells.put(8, 60L);
        CaptureTable more = CaptureTable.of(List.of("siskin", "dunlin", "plover", "knot"), cells);
        assertThat(headline(more, light()).answer())
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.because().english())
                                .contains("shares nobody")
                                .contains("knot"));
    }

    @Test
    void fewerThanThreeListsOfTheirOwnLeadToARefusal() {
        Settings usual = light();
        Settings doubting = new Settings(usual.methods(), 7, 0, 0, 10, 0, 8_000, 0.02, 0, List.of("dunlin"));
        assertThat(headline(MORVEL, doubting).answer())
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.because().english()).contains("fewer than three lists"));
    }

    @Test
    void aHeadlineHoldsThePointOfEveryAdaptiveMethodAndClaimsNoLevelOnceWidened() {
        Estimate headline = headline(MORVEL, light());
        Answer.Interval range = headline.interval().orElseThrow();
        if (headline.diagnostics().get("points") instanceof Map<?, ?> points) {
            assertThat(points).isNotEmpty();
            points.values()
                    .forEach(point -> assertThat(range.holds(((Number) point).doubleValue()))
                            .isTrue());
        }
        boolean widened = !((List<?>) headline.diagnostics().get("widened_for")).isEmpty();
        assertThat(range.level() == 0).isEqualTo(widened);
    }

    @Test
    void sameSeedSameBytesOnOneThreadAndOnTwo() throws Exception {
        EstimateJson json = new EstimateJson(false);
        String one;
        String two;
        try (ForkJoinPool single = new ForkJoinPool(1);
                ForkJoinPool pair = new ForkJoinPool(2)) {
            one = single.submit(() -> json.of(all(MORVEL, light().lighter(3_000))))
                    .get();
            two = pair.submit(() -> json.of(all(MORVEL, light().lighter(3_000))))
                    .get();
        }
        assertThat(one).isEqualTo(two).contains("\"method\": \"headline\"").doesNotContain("NaN");
    }

    @Test
    void relabellingListsChangesNoExactEstimateAndDoublingCountsDoublesIt() {
        Settings exact = new Settings(
                EnumSet.of(Method.CHAO, Method.INDEPENDENCE, Method.LOGLINEAR, Method.SPARSE, Method.DGA),
                1,
                0,
                0,
                10,
                0,
                1000,
                0.02,
                0,
                List.of());
        List<Estimate> plain = all(MORVEL, exact);
        List<Estimate> relabelled = all(MORVEL.reordered(2, 0, 1), exact);
        assertThat(plain).hasSizeGreaterThan(7);
        for (int i = 0; i < plain.size(); i++) {
            double here = plain.get(i).interval().orElseThrow().estimate();
            double there = relabelled.get(i).interval().orElseThrow().estimate();
            assertThat(there)
                    .as(plain.get(i).name())
                    .isCloseTo(here, org.assertj.core.data.Percentage.withPercentage(1e-3));
        }
        Settings independence = new Settings(EnumSet.of(Method.INDEPENDENCE), 1, 0, 0, 10, 0, 1000, 0.02, 0, List.of());
        double once =
                all(MORVEL, independence).getFirst().interval().orElseThrow().estimate();
        double twice = all(MORVEL.times(2), independence)
                .getFirst()
                .interval()
                .orElseThrow()
                .estimate();
        assertThat(twice).isCloseTo(2 * once, org.assertj.core.data.Percentage.withPercentage(1e-6));
    }

    @Test
    void aBillionPeopleInACellEndInAnAnswerOrARefusal() {
        assertThat(all(MORVEL.times(20_000_000), light().lighter(1_000))).isNotEmpty();
    }

    @Test
    void theReportSaysItInBothLanguagesAndHasAPictureOfEachPart() {
        List<Estimate> estimates = all(MORVEL, light());
        for (var language : org.lapwing.figures.Language.values()) {
            String html = new EstimateReport(language, MORVEL, light()).html(estimates);
            assertThat(html).contains("<svg").contains(language.of("observed", "наблюдалось"));
            assertThat(html.split("<figure>", -1)).hasSizeGreaterThan(5);
        }
    }
}
