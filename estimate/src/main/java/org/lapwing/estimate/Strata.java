// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lapwing.estimate.numeric.Quantiles;

/**
 * The methods in each stratum, and sums over the strata that can be estimated: draws of N from each stratum are added,
 * never the ends of intervals. Strata are taken to be apart (nobody in two) and independent given their counts.
 */
public final class Strata {
    private static final int SUMS = 20_000;
    private final Map<String, List<CaptureTable>> tables;
    private final Settings settings;
    private final String doubt;

    /**
     * @param tables by name: one, or completions of one whose counts are withheld; a list that has nobody in a stratum is
     *     left out there, unless counts are withheld
     */
    public Strata(Map<String, List<CaptureTable>> tables, Settings settings) {
        this(tables, settings, "withheld");
    }

    /** @param samples of one linkage, as many in each stratum and in the same order: draws of one sample are added */
    public static Strata ofSamples(Map<String, List<CaptureTable>> samples, Settings settings) {
        return new Strata(samples, settings, "matching");
    }

    private Strata(Map<String, List<CaptureTable>> tables, Settings settings, String doubt) {
        this.doubt = doubt;
        this.tables = new LinkedHashMap<>();
        tables.forEach((name, one) -> this.tables.put(
                name, one.size() == 1 ? List.of(one.getFirst().withoutEmptyLists()) : List.copyOf(one)));
        this.settings = settings;
    }

    /** Each stratum's, with its name as the setting {@code stratum}; then the sums, named {@code sum}; a headline last. */
    public List<Estimate> estimates() {
        Settings enough = settings.withWhatTheHeadlineNeeds();
        Map<String, List<Estimate>> each = new LinkedHashMap<>();
        tables.forEach((name, some) -> each.put(
                name,
                some.size() == 1
                        ? new Estimator(some.getFirst(), enough).estimates()
                        : new Pool(some, enough, doubt).estimates()));
        List<Estimate> all = new ArrayList<>();
        each.forEach((name, estimates) -> estimates.stream()
                .filter(one -> settings.asks(one.method()))
                .forEach(one -> all.add(named(one, name))));
        for (Method method : List.of(Method.DGA, Method.LCMCR)) {
            if (settings.asks(method)) {
                all.add(sum(each, method, method));
            }
        }
        if (settings.asks(Method.HEADLINE)) {
            all.add(headline(each));
        }
        return all;
    }

    private static Estimate named(Estimate estimate, String stratum) {
        Map<String, String> named = new LinkedHashMap<>(Map.of("stratum", stratum));
        named.putAll(estimate.settings());
        return new Estimate(
                estimate.method(),
                named,
                estimate.answer(),
                estimate.observed(),
                estimate.seconds(),
                estimate.diagnostics());
    }

    private static Optional<Estimate> find(List<Estimate> all, Method method) {
        return all.stream().filter(each -> each.method() == method).findFirst();
    }

    /** @param admitting the method whose refusal leaves a stratum out */
    private Estimate sum(Map<String, List<Estimate>> strata, Method method, Method admitting) {
        double[] sums = new double[SUMS];
        long observed = 0;
        int place = 0;
        List<String> summed = new ArrayList<>();
        List<Map<String, Object>> leftOut = new ArrayList<>();
        for (Map.Entry<String, List<Estimate>> stratum : strata.entrySet()) {
            SplittableRandom random = new SplittableRandom(settings.seed() * 1_000_003 + place++);
            Optional<Estimate> gate = find(stratum.getValue(), admitting);
            if (gate.isEmpty() || gate.get().interval().isEmpty()) {
                leftOut.add(leftOut(stratum.getKey(), gate));
                continue;
            }
            double[] draws = find(stratum.getValue(), method)
                    .flatMap(Estimate::interval)
                    .orElseThrow()
                    .draws();
            int together = together(stratum.getKey());
            int each = draws.length / together;
            for (int i = 0; i < SUMS; i++) {
                sums[i] += draws[i % together * each + random.nextInt(each)];
            }
            observed += gate.get().observed();
            summed.add(stratum.getKey());
        }
        Map<String, Object> diagnostics = new LinkedHashMap<>();
        if (doubt.equals("matching") && !summed.isEmpty()) {
            diagnostics.put("share_from_matching", fromMatching(sums, together(summed.getFirst())));
        }
        Arrays.sort(sums);
        Answer answer = summed.isEmpty()
                ? Answer.refused("no stratum is estimable", "ни одну из страт оценить нельзя")
                : new Answer.Interval(
                        Quantiles.ofSorted(sums, 0.5),
                        Quantiles.ofSorted(sums, 0.025),
                        Quantiles.ofSorted(sums, 0.975),
                        0.95,
                        sums);
        diagnostics.put("strata", strata.size());
        diagnostics.put("summed", summed);
        diagnostics.put("left_out", leftOut);
        return new Estimate(method, Map.of("stratum", "sum"), answer, observed, 0, diagnostics);
    }

    /** How many samples the draws stand in the order of: sums take one sample's draws in every stratum. */
    private int together(String stratum) {
        return doubt.equals("matching")
                ? Math.max(1, tables.getOrDefault(stratum, List.of()).size())
                : 1;
    }

    /** The share of the variance of the logarithm of the sum that lies between samples. */
    private static double fromMatching(double[] totals, int samples) {
        double[] logs = Arrays.stream(totals).map(Math::log).toArray();
        double[] sums = new double[samples];
        int[] number = new int[samples];
        for (int i = 0; i < logs.length; i++) {
            sums[i % samples] += logs[i];
            number[i % samples]++;
        }
        double[] means = IntStream.range(0, samples)
                .mapToDouble(sample -> sums[sample] / number[sample])
                .toArray();
        double total = Pool.variance(logs);
        return total > 0 ? Math.min(1, Pool.variance(means) / total) : 0;
    }

    private Map<String, Object> leftOut(String name, Optional<Estimate> gate) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("stratum", name);
        out.put("observed", new Pool(tables.getOrDefault(name, List.of()), settings, doubt).observed());
        if (gate.isPresent() && gate.get().answer() instanceof Answer.Refused(Said because)) {
            out.put("because", because.english());
            out.put("because_ru", because.russian());
        } else {
            out.put("because", Headline.NOBODY.english());
            out.put("because_ru", Headline.NOBODY.russian());
        }
        return out;
    }

    /** The headline's own rule, on sums: latent classes' added draws, widened to every adaptive method's summed points. */
    private Estimate headline(Map<String, List<Estimate>> each) {
        Estimate base = sum(each, Method.LCMCR, Method.HEADLINE);
        Map<String, Object> about = base.diagnostics();
        if (base.interval().isEmpty()) {
            return new Estimate(Method.HEADLINE, base.settings(), base.answer(), 0, 0, about);
        }
        Map<String, Double> points = new LinkedHashMap<>();
        points.put(
                Method.DGA.word(),
                sum(each, Method.DGA, Method.HEADLINE).interval().orElseThrow().estimate());
        for (Method method : List.of(Method.SPARSE, Method.LOGLINEAR)) {
            List<Answer.Interval> found = each.values().stream()
                    .filter(all -> find(all, Method.HEADLINE)
                            .flatMap(Estimate::interval)
                            .isPresent())
                    .flatMap(all -> find(all, method).flatMap(Estimate::interval).stream())
                    .toList();
            if (about.get("summed") instanceof List<?> summed && summed.size() == found.size()) {
                points.put(
                        method.word(),
                        found.stream().mapToDouble(Answer.Interval::estimate).sum());
            }
        }
        Estimate widened = Headline.widened(base.interval().orElseThrow(), points, base.observed());
        Map<String, Object> diagnostics = new LinkedHashMap<>(widened.diagnostics());
        diagnostics.putAll(about);
        Map<String, String> named = new LinkedHashMap<>(base.settings());
        named.putAll(widened.settings());
        return new Estimate(Method.HEADLINE, named, widened.answer(), base.observed(), 0, diagnostics);
    }

    /** The sentence that stands first, and the strata that are not in the sum, with what that means. */
    public static Said sentence(Estimate sum) {
        int strata = ((Number) sum.diagnostics().getOrDefault("strata", 0)).intValue();
        List<?> left = sum.diagnostics().get("left_out") instanceof List<?> list ? list : List.of();
        Said first = switch (sum.answer()) {
            case Answer.Refused(Said because) ->
                new Said("Not estimable: " + because.english() + ".", "Оценить нельзя: " + because.russian() + ".");
            case Answer.Interval range ->
                new Said(
                                "In %d of %d strata we documented %d people; in these strata there are %s to %s in all"
                                        + (range.level() > 0
                                                ? ", if in each a few groups were listed independently."
                                                : ": the methods disagree, and no level of confidence is claimed."),
                                "В стратах (%d из %d) документально известны %d человек; в этих стратах всего от %s до %s"
                                        + (range.level() > 0
                                                ? ", если в каждой немногие группы попадали в списки независимо."
                                                : ": методы расходятся, никакой уровень доверия за этим не стоит."))
                        .with(
                                strata - left.size(),
                                strata,
                                sum.observed(),
                                Headline.rounded(range.lower(), false),
                                Headline.rounded(range.upper(), true));
        };
        if (sum.diagnostics().get("share_from_matching") instanceof Double part
                && sum.interval().isPresent()) {
            first = first.and(Pool.source("matching", part));
        }
        if (left.isEmpty()) {
            return first;
        }
        StringBuilder english = new StringBuilder(first.english());
        StringBuilder russian = new StringBuilder(first.russian());
        english.append("\nNot estimable, and not in any sum:");
        russian.append("\nОценить нельзя, и в суммы не входят:");
        for (Object each : left) {
            if (each instanceof Map<?, ?> out) {
                english.append("\n  %s: %s documented; %s"
                        .formatted(out.get("stratum"), out.get("observed"), out.get("because")));
                russian.append("\n  %s: документально %s; %s"
                        .formatted(out.get("stratum"), out.get("observed"), out.get("because_ru")));
            }
        }
        english.append("\nThe sum says nothing of how many are missing there. No estimate does not mean nobody.");
        russian.append("\nСумма не говорит, скольких не хватает там. Нет оценки не значит, что никого нет.");
        return new Said(english.toString(), russian.toString());
    }
}
