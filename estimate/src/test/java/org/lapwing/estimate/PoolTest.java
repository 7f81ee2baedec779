// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class PoolTest {
    private static final Settings EXACT =
            Settings.usual(5).lighter(1000).asking(EnumSet.of(Method.DGA, Method.INDEPENDENCE, Method.CHAO));

    /** Invented: each sample links some more of those who are on two lists. */
    private static CaptureTable morvel(long moved) {
        return CaptureTable.of(
                List.of("siskin", "dunlin", "plover"),
                Map.of(1, 140 - moved, 2, 110 - moved, 4, 90L, 3, 42 + moved, 5, 33L, 6, 28L, 7, 11L));
    }

    private static List<CaptureTable> samples(long... moved) {
        List<CaptureTable> tables = new ArrayList<>();
        for (long each : moved) {
            tables.add(morvel(each));
        }
        return tables;
    }

    private static List<Estimate> pooled(List<CaptureTable> tables) {
        return new Pool(tables, EXACT, "matching").estimates();
    }

    @Test
    void samplesAlikeGiveWhatOneTableGivesAndNothingComesFromMatching() {
        List<Estimate> alone = new Estimator(morvel(0), EXACT).estimates();
        List<Estimate> many = pooled(samples(0, 0, 0, 0));
        assertThat(many).hasSameSizeAs(alone).hasSizeGreaterThan(2);
        for (int i = 0; i < alone.size(); i++) {
            Answer.Interval one = alone.get(i).interval().orElseThrow();
            Answer.Interval all = many.get(i).interval().orElseThrow();
            assertThat(all.estimate()).isCloseTo(one.estimate(), Percentage.withPercentage(0.5));
            assertThat(all.lower()).isCloseTo(one.lower(), Percentage.withPercentage(0.5));
            assertThat(all.upper()).isCloseTo(one.upper(), Percentage.withPercentage(0.5));
            assertThat((Double) many.get(i).diagnostics().get("share_from_matching"))
                    .isLessThan(1e-9);
        }
    }

    @Test
    void doubtOfMatchingWidensEveryIntervalAndItsShareGrowsWithIt() {
        List<Estimate> one = pooled(samples(0));
        List<Estimate> some = pooled(samples(-10, -5, 0, 5, 10));
        List<Estimate> more = pooled(samples(-30, -15, 0, 15, 30));
        for (int i = 0; i < one.size(); i++) {
            assertThat(width(some.get(i))).as(one.get(i).name()).isGreaterThan(width(one.get(i)));
            assertThat(width(more.get(i))).as(one.get(i).name()).isGreaterThan(width(some.get(i)));
            double little = (Double) some.get(i).diagnostics().get("share_from_matching");
            double much = (Double) more.get(i).diagnostics().get("share_from_matching");
            assertThat(little).isGreaterThan(0.01).isLessThan(much);
            assertThat(much).isLessThan(1);
        }
    }

    private static double width(Estimate estimate) {
        return estimate.interval().orElseThrow().width();
    }

    @Test
    void whatIsRefusedInMoreThanAFewTablesIsRefused() {
        List<CaptureTable> tables = samples(0, 1, 2);
        tables.add(CaptureTable.of(List.of("siskin", "dunlin", "plover"), Map.of(1, 9L, 2, 8L, 4, 7L)));
        Settings headline = Settings.usual(5).lighter(400).asking(EnumSet.of(Method.HEADLINE));
        Pool pool = new Pool(tables, headline, "matching");
        Estimate told = pool.estimates().getLast();
        assertThat(told.answer()).isInstanceOf(Answer.Refused.class);
        assertThat(pool.sentence(told).english()).contains("of 4 tables: ");
    }

    @Test
    void aHeadlineSaysHowMuchOfItComesFromMatching() {
        Settings headline = Settings.usual(5).lighter(6000).asking(EnumSet.of(Method.HEADLINE));
        Pool pool = new Pool(samples(-20, 20), headline, "matching");
        Estimate told = pool.estimates().getLast();
        assertThat(told.method()).isEqualTo(Method.HEADLINE);
        if (told.interval().isPresent()) {
            assertThat(pool.sentence(told).english()).containsPattern("Of this interval, [0-9]+ % .* matching");
        }
        assertThat(Pool.thinned(List.of(1, 2, 3, 4, 5, 6), 3)).containsExactly(2, 4, 6);
        assertThat(Pool.thinned(List.of(1, 2), 3)).containsExactly(1, 2);
    }
}
