// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of any table, on tables of a Morvel drawn by seed. */
final class PropertiesTest {
    private static final List<String> BIRDS = List.of("siskin", "dunlin", "plover", "knot");

    /** Half of three lists and half of four; in every second one the first list tells the second of its people. */
    static Stream<CaptureTable> tables() {
        return IntStream.range(0, 8).mapToObj(seed -> drawn(seed, 3 + seed % 2, seed % 4 > 1));
    }

    private static CaptureTable drawn(long seed, int lists, boolean telling) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] chance = random.doubles(lists, 0.25, 0.5).toArray();
        TreeMap<Integer, Long> cells = new TreeMap<>();
        for (int person = 0; person < 900; person++) {
            int pattern = 0;
            for (int list = 0; list < lists; list++) {
                boolean told = telling && list == 1 && (pattern & 1) == 1;
                if (random.nextDouble() < chance[list] + (told ? 0.3 : 0)) {
                    pattern |= 1 << list;
                }
            }
            if (pattern > 0) {
                cells.merge(pattern, 1L, Long::sum);
            }
        }
        return CaptureTable.of(BIRDS.subList(0, lists), cells);
    }

    private static List<Estimate> of(CaptureTable table, Set<Method> methods) {
        return new Estimator(table, Settings.usual(1).asking(methods)).estimates();
    }

    /** All but the models of behaviour, in which the lists have an order in time. */
    @ParameterizedTest
    @MethodSource("tables")
    void listsInAnotherOrderChangeNoExactEstimate(CaptureTable table) {
        Set<Method> exact = EnumSet.complementOf(EnumSet.of(Method.LCMCR, Method.HEADLINE));
        assertThat(sameInAnotherOrder(table, Settings.usual(1).asking(exact))).hasSizeGreaterThan(20);
    }

    /** The sampler puts lists into an order of its own, so that it draws the same. */
    @Test
    void listsInAnotherOrderChangeNeitherWhatIsSampledNorTheHeadline() {
        Set<Method> sampled = EnumSet.of(Method.LCMCR, Method.HEADLINE);
        List<Estimate> compared = sameInAnotherOrder(
                drawn(3, 4, true), Settings.usual(1).lighter(1_000).asking(sampled));
        assertThat(compared)
                .filteredOn(each -> each.interval().isPresent())
                .extracting(Estimate::method)
                .contains(Method.LCMCR, Method.HEADLINE);
    }

    /** What was compared. */
    private static List<Estimate> sameInAnotherOrder(CaptureTable table, Settings settings) {
        int[] order = IntStream.range(0, table.size())
                .map(list -> (list + 2) % table.size())
                .toArray();
        List<Estimate> here = new ArrayList<>(new Estimator(table, settings).estimates());
        List<Estimate> there = new ArrayList<>(new Estimator(table.reordered(order), settings).estimates());
        here.removeIf(PropertiesTest::isOfBehaviour);
        there.removeIf(PropertiesTest::isOfBehaviour);
        for (Estimate each : here) {
            Estimate same = there.stream()
                    .filter(other ->
                            other.method() == each.method() && settings(other).equals(settings(each)))
                    .findFirst()
                    .orElseThrow();
            assertThat(same.interval().isPresent())
                    .as(each.name())
                    .isEqualTo(each.interval().isPresent());
            each.interval()
                    .ifPresent(range -> isTheSame(each.name(), same.interval().orElseThrow(), range));
        }
        return here;
    }

    private static void isTheSame(String name, Answer.Interval other, Answer.Interval range) {
        assertThat(other.estimate()).as(name).isCloseTo(range.estimate(), Percentage.withPercentage(1e-3));
        assertThat(other.lower()).as(name).isCloseTo(range.lower(), Percentage.withPercentage(1e-2));
        assertThat(other.upper()).as(name).isCloseTo(range.upper(), Percentage.withPercentage(1e-2));
    }

    private static boolean isOfBehaviour(Estimate estimate) {
        return estimate.settings().getOrDefault("model", "").startsWith("Mb");
    }

    /** A pair is the same whichever of its lists comes first. */
    private static Map<String, Object> settings(Estimate estimate) {
        Map<String, Object> settings = new TreeMap<>(estimate.settings());
        settings.computeIfPresent("pair", (_, pair) -> Set.of(pair.toString().split("-", -1)));
        return settings;
    }

    /**
     * Chao's bound, whose bias is left in, and whatever solves the equations of a Poisson likelihood, which are the same for
     * twice the counts and twice the expectations: independence, heterogeneity, behaviour, and pairs of lists where the same
     * pairs are chosen. Not Chapman's estimate, which adds ones, nor the multinomial likelihood of the log-linear search, in
     * which factorials of N stand, nor an average by weights, nor dga and latent classes, whose prior does not double.
     */
    @ParameterizedTest
    @MethodSource("tables")
    void twiceTheCountsAreTwiceTheExactEstimates(CaptureTable table) {
        Set<Method> exact = EnumSet.of(Method.CHAO, Method.INDEPENDENCE, Method.HETEROGENEITY, Method.SPARSE);
        List<Estimate> once = of(table, exact);
        List<Estimate> twice = of(table.times(2), exact);
        Set<Method> compared = new HashSet<>();
        for (int i = 0; i < once.size(); i++) {
            Estimate one = once.get(i);
            Estimate two = twice.get(i);
            boolean same = String.valueOf(one.diagnostics().get("model"))
                    .equals(String.valueOf(two.diagnostics().get("model")));
            if (one.method() == Method.SPARSE && !same) {
                continue;
            }
            assertThat(two.interval().isPresent())
                    .as(one.name())
                    .isEqualTo(one.interval().isPresent());
            one.interval().ifPresent(range -> {
                compared.add(one.method());
                assertThat(two.interval().orElseThrow().estimate())
                        .as(one.name())
                        .isCloseTo(2 * range.estimate(), Percentage.withPercentage(1e-5));
            });
        }
        assertThat(compared).contains(Method.CHAO, Method.INDEPENDENCE, Method.HETEROGENEITY);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aListThatSharesNobodyLeadsToARefusalNotToANumber(CaptureTable table) {
        TreeMap<Integer, Long> cells = new TreeMap<>();
        for (int cell = 0; cell < table.cells(); cell++) {
            cells.put(table.pattern(cell), table.count(cell));
        }
        cells.put(1 << table.size(), 60L);
        List<String> names =
                Stream.concat(table.lists().stream(), Stream.of("ruff")).toList();
        Settings light = Settings.usual(1).lighter(100);
        Estimate headline =
                new Estimator(CaptureTable.of(names, cells), light).estimates().getLast();
        assertThat(headline.answer())
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.because().english()).contains("shares nobody", "ruff"));
    }

    @Test
    void theSameSeedGivesTheSameBytesOnOneThreadAndOnTwoTwiceEach() throws Exception {
        Set<String> told = new HashSet<>();
        for (int threads : new int[] {1, 2, 1, 2}) {
            try (ForkJoinPool pool = new ForkJoinPool(threads)) {
                told.add(pool.submit(PropertiesTest::json).get());
            }
        }
        assertThat(told)
                .singleElement()
                .satisfies(json -> assertThat(json)
                        .contains("\"method\": \"headline\"", "\"method\": \"lcmcr\"", "Gamma(1, 1)")
                        .doesNotContain("NaN"));
    }

    private static String json() {
        CaptureTable table = drawn(5, 4, true);
        Settings settings = new Settings(EnumSet.allOf(Method.class), 3, 0, 0, 6, 0, 400, 0.02, 100, List.of());
        List<Estimate> estimates = new ArrayList<>(new Estimator(table, settings).estimates());
        estimates.replaceAll(each -> each.method() == Method.HEADLINE
                ? new Sensitivity(table, List.of(new Referral("siskin", "dunlin")), settings).told(each)
                : each);
        return new EstimateJson(false).of(estimates);
    }
}
