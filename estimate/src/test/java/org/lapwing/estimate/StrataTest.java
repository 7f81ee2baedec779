// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.lapwing.tables.TableException;

final class StrataTest {
    /** Invented: three lists of Morvel. */
    private static final CaptureTable MORVEL = CaptureTable.of(
            List.of("siskin", "dunlin", "plover"), Map.of(1, 140L, 2, 110L, 4, 90L, 3, 42L, 5, 33L, 6, 28L, 7, 11L));

    private static final CaptureTable APART = CaptureTable.of(MORVEL.lists(), Map.of(1, 9L, 2, 8L, 4, 7L));
    private static final Settings GRAPHS = Settings.usual(5).lighter(1000).asking(EnumSet.of(Method.DGA));

    private static Answer.Interval sum(Map<String, List<CaptureTable>> tables, Settings settings) {
        return new Strata(tables, settings).estimates().getLast().interval().orElseThrow();
    }

    @Test
    void drawsAreAddedSoThatFourStrataAreAboutTwiceAsUncertainAsOneNotFourTimes() {
        Map<String, List<CaptureTable>> four = new LinkedHashMap<>();
        for (String name : List.of("a", "b", "c", "d")) {
            four.put(name, List.of(MORVEL));
        }
        Answer.Interval one = sum(Map.of("a", List.of(MORVEL)), GRAPHS);
        Answer.Interval all = sum(four, GRAPHS);
        assertThat(all.width()).isCloseTo(2 * one.width(), Percentage.withPercentage(10));
        assertThat(all.estimate()).isCloseTo(4 * one.estimate(), Percentage.withPercentage(5));
    }

    @Test
    void aStratumThatIsNotEstimableIsNamedAndIsInNoSum() {
        Map<String, List<CaptureTable>> tables = new LinkedHashMap<>();
        tables.put("east", List.of(APART));
        tables.put("north", List.of(MORVEL));
        Settings settings = Settings.usual(5).lighter(6000).asking(EnumSet.of(Method.HEADLINE));
        List<Estimate> all = new Strata(tables, settings).estimates();
        assertThat(all).hasSize(3).allMatch(each -> each.method() == Method.HEADLINE);
        Estimate sum = all.getLast();
        assertThat(sum.observed()).isEqualTo(MORVEL.observed());
        assertThat(sum.diagnostics().get("summed")).isEqualTo(List.of("north"));
        assertThat(Strata.sentence(sum).english()).contains("1 of 2", "east: 24 documented; a list shares nobody");
        assertThat(Strata.sentence(sum).russian()).contains("east: документально 24");
    }

    @Test
    void noStratumIsARefusalAndTheSameSeedGivesTheSameSum() {
        Settings headline = Settings.usual(5).lighter(400).asking(EnumSet.of(Method.HEADLINE));
        assertThat(new Strata(Map.of("east", List.of(APART)), headline)
                        .estimates()
                        .getLast()
                        .answer())
                .isInstanceOf(Answer.Refused.class);
        assertThat(sum(Map.of("a", List.of(MORVEL)), GRAPHS).draws())
                .isEqualTo(sum(Map.of("a", List.of(MORVEL)), GRAPHS).draws());
    }

    /** Whoever is matched in neither stratum is one more in both: the doubt adds up, it does not cancel. */
    @Test
    void sumsAddWhatBelongsToOneSampleSoThatDoubtOfMatchingIsSharedByStrata() {
        CaptureTable fewer =
                CaptureTable.of(MORVEL.lists(), Map.of(1, 180L, 2, 150L, 4, 120L, 3, 20L, 5, 15L, 6, 12L, 7, 5L));
        Answer.Interval alike = summed(List.of(MORVEL, fewer), List.of(MORVEL, fewer));
        Answer.Interval opposed = summed(List.of(MORVEL, fewer), List.of(fewer, MORVEL));
        assertThat(alike.estimate()).isPositive();
        assertThat(alike.width()).isGreaterThan(1.3 * opposed.width());
    }

    private static Answer.Interval summed(List<CaptureTable> north, List<CaptureTable> south) {
        Map<String, List<CaptureTable>> samples = new LinkedHashMap<>();
        samples.put("north", north);
        samples.put("south", south);
        Estimate sum = Strata.ofSamples(samples, GRAPHS).estimates().getLast();
        assertThat(sum.diagnostics()).containsKey("share_from_matching");
        assertThat(Strata.sentence(sum).english()).contains("comes from matching records");
        return sum.interval().orElseThrow();
    }

    @Test
    void samplesOfStrataAreNestedAndAStratumWithoutASampleHasNobodyThere() {
        GroupedTables read =
                read("region,sample,a,b,count\nnorth,1,1,0,4\nnorth,2,1,1,5\nsouth,2,1,0,6\n", "region", "sample");
        assertThat(read.nested().keySet()).containsExactly("region=north", "region=south");
        assertThat(read.nested().get("region=south"))
                .extracting(each -> CaptureTable.of(each).observed())
                .containsExactly(0L, 6L);
    }

    @Test
    void tablesAreReadByAnyColumnsAndAPatternTwiceInAStratumIsRefused() {
        String text = "year,a,region,b,count\n1998,1,north,0,4\n1998,1,north,1,<5\n1999,1,north,0,6\n";
        GroupedTables read = read(text, "region", "year");
        assertThat(read.tables().keySet()).containsExactly("region=north, year=1998", "region=north, year=1999");
        assertThat(read.tables().firstEntry().getValue().lists()).containsExactly("a", "b");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> read(text, "region"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("year");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> read(text + "1999,1,north,0,6\n", "region", "year"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("line 5");
    }

    private static GroupedTables read(String text, String... by) {
        return GroupedTables.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "strata.csv", List.of(by));
    }
}
