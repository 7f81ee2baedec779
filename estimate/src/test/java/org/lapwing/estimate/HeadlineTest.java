// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    void fewerThanThreeListsOfTheirOwnLeadToARefusal() {
        Settings usual = light();
        Settings doubting = new Settings(usual.methods(), 7, 0, 0, 10, 0, 8_000, 0.02, 0, List.of("dunlin"));
        assertThat(headline(MORVEL, doubting).answer())
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.because().english()).contains("fewer than three lists"));
    }

    @Test
    void aHeadlineHoldsThePointOfEveryMethodThatDisagreesAndClaimsNoLevelOnceWidened() {
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
    void aModelThatTheCountsRejectIsNamedAndWidensNothing() {
        for (double chance : new double[] {0.02, 0.001}) {
            Estimate headline = new Headline(MORVEL, List.of())
                    .of(List.of(
                            said(Method.LCMCR, 700, 1),
                            said(Method.DGA, 750, 1),
                            said(Method.SPARSE, 950, chance),
                            said(Method.LOGLINEAR, 720, 0.5)));
            boolean rejected = chance < 0.01;
            Answer.Interval range = headline.interval().orElseThrow();
            assertThat(range.upper()).isEqualTo(rejected ? 800 : 950);
            assertThat(range.level()).isEqualTo(rejected ? 0.95 : 0);
            assertThat(headline.diagnostics())
                    .containsEntry("rejected_by_counts", rejected ? List.of("sparse") : List.of())
                    .containsEntry("widened_for", rejected ? List.of() : List.of("sparse"));
        }
    }

    @Test
    void aMethodWhoseOwnIntervalHoldsOursDoesNotDisagree() {
        for (double reach : new double[] {60, 300}) {
            Answer unsure = new Answer.Interval(950, 950 - reach, 950 + reach);
            Estimate headline = new Headline(MORVEL, List.of())
                    .of(List.of(
                            said(Method.LCMCR, 700, 1),
                            said(Method.DGA, 750, 1),
                            said(Method.SPARSE, 720, 1),
                            new Estimate(Method.LOGLINEAR, Map.of(), unsure, MORVEL.observed(), 0, Map.of())));
            boolean vague = reach > 250;
            assertThat(headline.interval().orElseThrow().upper()).isEqualTo(vague ? 800 : 950);
            assertThat(headline.diagnostics())
                    .containsEntry("too_vague_to_disagree", vague ? List.of("loglinear") : List.of())
                    .containsEntry("widened_for", vague ? List.of() : List.of("loglinear"));
        }
    }

    private static Estimate said(Method method, double point, double chance) {
        Answer answer = new Answer.Interval(point, point - 100, point + 100);
        return new Estimate(method, Map.of(), answer, MORVEL.observed(), 0, Map.of("fit_p", chance));
    }

    @Test
    void moreThanEightListsHaveBoundsAndPairsButNoModel() {
        List<String> names =
                java.util.stream.IntStream.range(0, 9).mapToObj(i -> "list" + i).toList();
        Map<Integer, Long> cells = new TreeMap<>();
        for (int list = 0; list < 9; list++) {
            cells.put(1 << list, 20L);
            cells.put(1 << list | 1 << (list + 1) % 9, 9L);
        }
        List<Estimate> nine = all(CaptureTable.of(names, cells), light());
        assertThat(nine).filteredOn(each -> each.method() == Method.CHAO).isNotEmpty();
        assertThat(nine)
                .filteredOn(each -> each.method() == Method.LOGLINEAR)
                .singleElement()
                .satisfies(each -> assertThat(each.answer())
                        .isInstanceOfSatisfying(
                                Answer.Refused.class,
                                refused ->
                                        assertThat(refused.because().english()).contains("8 lists at most")));
        assertThat(nine.getLast().method()).isEqualTo(Method.HEADLINE);
        assertThat(nine.getLast().answer()).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void aBillionPeopleInACellEndInAnAnswerOrARefusal() {
        assertThat(all(MORVEL.times(20_000_000), light().lighter(1_000))).isNotEmpty();
    }

    /** A billion people in a cell: whatever counts them one by one has a budget, and says so in place of running on. */
    @Test
    void whatWouldRunForEverSaysThatItsBudgetIsSpent() {
        Settings exhaustive =
                new Settings(EnumSet.of(Method.SPARSE, Method.DGA), 1, 10, 0, 10, 0, 1000, 0.02, 1000, List.of());
        assertThat(all(MORVEL.times(20_000_000), exhaustive))
                .extracting(Estimate::answer)
                .filteredOn(Answer.Refused.class::isInstance)
                .extracting(each -> ((Answer.Refused) each).because().english())
                .anyMatch(because -> because.contains("budget"))
                .anyMatch(because -> because.contains("too long"));
    }

    @Test
    void theReportSaysItInBothLanguagesAndHasAPictureOfEachPart() {
        List<Estimate> estimates = all(MORVEL, light());
        for (var language : org.lapwing.figures.Language.values()) {
            String html = new EstimateReport(language, MORVEL, new Sensitivity(MORVEL, List.of(), light()))
                    .html(estimates, new Provenance("abc123", light(), List.of()));
            assertThat(html)
                    .contains("<svg", "SHA-256", "abc123")
                    .contains(language.of("observed", "наблюдалось"))
                    .contains(language.of("latent classes (lcmcr)", "латентные классы (lcmcr)"))
                    .contains(language.of("log-linear models, by BIC", "логлинейные модели, по BIC"))
                    .doesNotContain("(10, none)", "[sparse]");
            assertThat(html.split("<figure>", -1)).hasSizeGreaterThan(5);
        }
    }
}
