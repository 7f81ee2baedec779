// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lapwing.estimate.numeric.Quantiles;

/**
 * Many tables of the same people, each as likely as the other, as one answer whose interval includes the doubt about which
 * is right. Methods with draws: all draws together (Sadinle 2018, section 4). Others: Rubin's rules (1987, 3.1) on log N.
 * Beside it, how much of the variance of log N lies between the tables.
 */
public final class Pool {
    /** Where more of the tables than this are refused by a method, so is the pool. */
    private static final double FEW = 0.05;

    private static final double NORMAL = 1.959963985;

    private final List<CaptureTable> tables;
    private final Settings settings;
    private final String doubt;

    /**
     * @param tables one for each sample; tables alike are computed once and count as often as they occur
     * @param doubt what differs between the tables, as the diagnostics name it: {@code matching} or {@code withheld}
     */
    public Pool(List<CaptureTable> tables, Settings settings, String doubt) {
        this.tables = List.copyOf(tables);
        this.settings = settings;
        this.doubt = doubt;
    }

    /** At most so many of the samples, evenly over all: a number of tables that a machine can do. */
    public static <T> List<T> thinned(List<T> samples, int most) {
        List<T> kept = new ArrayList<>();
        int count = Math.min(most, samples.size());
        for (int i = 0; i < count; i++) {
            kept.add(samples.get((int) ((i + 0.5) * samples.size() / count)));
        }
        return kept;
    }

    /** One estimate for each variant of each method, the headline last. */
    public List<Estimate> estimates() {
        Settings enough = settings.withWhatTheHeadlineNeeds();
        Map<CaptureTable, List<Estimate>> once = new LinkedHashMap<>();
        tables.forEach(table -> once.computeIfAbsent(table, each -> new Estimator(each, enough).estimates()));
        Map<String, List<Optional<Estimate>>> variants = new LinkedHashMap<>();
        once.values().forEach(all -> all.forEach(each -> variants.putIfAbsent(each.name(), new ArrayList<>())));
        variants.forEach((name, found) -> tables.forEach(table -> found.add(once.getOrDefault(table, List.of()).stream()
                .filter(each -> each.name().equals(name))
                .findFirst())));
        List<Estimate> pooled = new ArrayList<>();
        variants.values().stream()
                .filter(found -> found.stream().flatMap(Optional::stream).noneMatch(e -> e.method() == Method.HEADLINE))
                .map(this::pooled)
                .forEach(pooled::add);
        if (settings.asks(Method.HEADLINE)) {
            pooled.add(headline(once, pooled));
        }
        pooled.removeIf(each -> !settings.asks(each.method()));
        return pooled;
    }

    private Estimate pooled(List<Optional<Estimate>> found) {
        Estimate like = found.stream().flatMap(Optional::stream).findFirst().orElseThrow();
        List<Answer.Interval> intervals = found.stream()
                .flatMap(Optional::stream)
                .flatMap(each -> each.interval().stream())
                .toList();
        Map<String, Object> diagnostics = new LinkedHashMap<>();
        diagnostics.put("tables", tables.size());
        diagnostics.put("different_tables", tables.stream().distinct().count());
        diagnostics.put("refused_tables", found.size() - intervals.size());
        if (found.size() - intervals.size() > FEW * found.size()) {
            Said because = found.stream()
                    .flatMap(Optional::stream)
                    .map(Estimate::answer)
                    .filter(Answer.Refused.class::isInstance)
                    .map(each -> ((Answer.Refused) each).because())
                    .findFirst()
                    .orElse(new Said("not every table has this variant", "не у каждой таблицы есть этот вариант"));
            Answer refused = new Answer.Refused(new Said("in %d of %d tables: ", "в %d из %d таблиц: ")
                    .with(found.size() - intervals.size(), found.size())
                    .and(because));
            return new Estimate(like.method(), like.settings(), refused, observed(), seconds(found), diagnostics);
        }
        Answer.Interval answer = intervals.stream().allMatch(each -> each.draws().length > 0)
                ? mixture(found, diagnostics)
                : combined(intervals, diagnostics);
        return new Estimate(like.method(), like.settings(), answer, observed(), seconds(found), diagnostics);
    }

    private static double seconds(List<Optional<Estimate>> found) {
        return found.stream()
                .flatMap(Optional::stream)
                .distinct()
                .mapToDouble(Estimate::seconds)
                .sum();
    }

    /** The middle of what the tables say. */
    public long observed() {
        long[] sorted =
                tables.stream().mapToLong(CaptureTable::observed).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /**
     * Equal shares of each table's draws; the doubt's share by the law of total variance. The draws stay in the order of the
     * tables, an equal number of each, so that sums can add what belongs to one sample. A table that is refused, of the few
     * that may be, stands for all that are not.
     */
    private Answer.Interval mixture(List<Optional<Estimate>> found, Map<String, Object> diagnostics) {
        List<Answer.Interval> intervals = found.stream()
                .flatMap(Optional::stream)
                .flatMap(each -> each.interval().stream())
                .toList();
        int each = intervals.stream().mapToInt(one -> one.draws().length).min().orElseThrow();
        double[] sorted = new double[each * intervals.size()];
        double[] means = new double[intervals.size()];
        for (int i = 0; i < means.length; i++) {
            double[] share = spread(sorted(intervals.get(i).draws()), each);
            System.arraycopy(share, 0, sorted, i * each, each);
            means[i] = Arrays.stream(share).map(Math::log).average().orElse(0);
        }
        double total = variance(Arrays.stream(sorted).map(Math::log).toArray());
        diagnostics.put(share(), total > 0 ? Math.min(1, variance(means) / total) : 0);
        Arrays.sort(sorted);
        double[] draws = new double[each * found.size()];
        for (int i = 0; i < found.size(); i++) {
            double[] share = found.get(i)
                    .flatMap(Estimate::interval)
                    .map(one -> spread(sorted(one.draws()), each))
                    .orElseGet(() -> spread(sorted, each));
            System.arraycopy(share, 0, draws, i * each, each);
        }
        return new Answer.Interval(
                Quantiles.ofSorted(sorted, 0.5),
                Quantiles.ofSorted(sorted, 0.025),
                Quantiles.ofSorted(sorted, 0.975),
                0.95,
                draws);
    }

    private static double[] sorted(double[] draws) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** So many of them, evenly. */
    private static double[] spread(double[] sorted, int number) {
        return IntStream.range(0, number)
                .mapToDouble(k -> sorted[(int) ((k + 0.5) * sorted.length / number)])
                .toArray();
    }

    private Answer.Interval combined(List<Answer.Interval> intervals, Map<String, Object> diagnostics) {
        int m = intervals.size();
        double[] logs = intervals.stream()
                .mapToDouble(each -> Math.log(each.estimate()))
                .toArray();
        double middle = Arrays.stream(logs).average().orElseThrow();
        double between = m > 1 ? variance(logs) * m / (m - 1) * (1 + 1.0 / m) : 0;
        double below = 0;
        double above = 0;
        for (Answer.Interval each : intervals) {
            below += square(Math.log(each.estimate() / Math.max(each.lower(), 1)) / NORMAL) / m;
            above += square(Math.log(each.upper() / each.estimate()) / NORMAL) / m;
        }
        double within = (below + above) / 2;
        diagnostics.put(share(), within + between > 0 ? between / (within + between) : 0);
        return new Answer.Interval(
                Math.exp(middle),
                Math.exp(middle - NORMAL * Math.sqrt(below + between)),
                Math.exp(middle + NORMAL * Math.sqrt(above + between)));
    }

    private Estimate headline(Map<CaptureTable, List<Estimate>> once, List<Estimate> pooled) {
        List<Optional<Estimate>> each = tables.stream()
                .map(table -> once.getOrDefault(table, List.of()).stream()
                        .filter(one -> one.method() == Method.HEADLINE)
                        .findFirst())
                .toList();
        Estimate gate = pooled(each);
        Optional<Estimate> base = pooled.stream()
                .filter(one -> one.method() == Method.LCMCR && one.interval().isPresent())
                .findFirst();
        if (gate.interval().isEmpty() || base.isEmpty()) {
            return gate;
        }
        Map<String, Double> points = new LinkedHashMap<>();
        for (Method method : List.of(Method.DGA, Method.SPARSE, Method.LOGLINEAR)) {
            pooled.stream()
                    .filter(one -> one.method() == method)
                    .findFirst()
                    .flatMap(Estimate::interval)
                    .ifPresent(interval -> points.put(method.word(), interval.estimate()));
        }
        Estimate widened = Headline.widened(base.get().interval().orElseThrow(), points, observed());
        Map<String, Object> diagnostics = new LinkedHashMap<>(base.get().diagnostics());
        diagnostics.put("refused_tables", gate.diagnostics().getOrDefault("refused_tables", 0));
        diagnostics.putAll(widened.diagnostics());
        return new Estimate(Method.HEADLINE, widened.settings(), widened.answer(), observed(), 0, diagnostics);
    }

    private String share() {
        return "share_from_" + doubt;
    }

    /** The headline's sentence, and how much of its interval comes from this doubt. */
    public Said sentence(Estimate headline) {
        Said first = Headline.sentence(headline);
        if (headline.interval().isEmpty() || !(headline.diagnostics().get(share()) instanceof Double part)) {
            return first;
        }
        return first.and(source(doubt, part));
    }

    /** How much of an interval comes from this doubt. */
    static Said source(String doubt, double part) {
        Said source = doubt.equals("matching")
                ? new Said("matching records", "сопоставления записей")
                : new Said("withheld counts", "скрытых чисел");
        return new Said(
                        "\nOf this interval, %.0f %% (of the variance of log N) comes from " + source.english() + ".",
                        "\nВ этом интервале %.0f %% (дисперсии log N) происходит от " + source.russian() + ".")
                .with(100 * part);
    }

    private static double square(double x) {
        return x * x;
    }

    static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values).map(x -> square(x - mean)).average().orElse(0);
    }
}
