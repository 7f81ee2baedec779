// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lapwing.figures.Bars;
import org.lapwing.figures.Caption;
import org.lapwing.figures.DataTable;
import org.lapwing.figures.DensityCurve;
import org.lapwing.figures.IntervalForest;
import org.lapwing.figures.Language;
import org.lapwing.figures.Mark;
import org.lapwing.figures.Report;
import org.lapwing.figures.Traces;
import org.lapwing.figures.UpSet;

/** The report for people: the plain sentence, then the pictures, each with its table, then what each method assumes. */
public final class EstimateReport {
    private final Language in;
    private final CaptureTable table;
    private final Sensitivity sensitivity;

    /** @param sensitivity of the same table */
    public EstimateReport(Language language, CaptureTable table, Sensitivity sensitivity) {
        this.in = language;
        this.sensitivity = sensitivity;
        this.table = table;
    }

    public String html(List<Estimate> estimates, Provenance provenance) {
        Report report = new Report(in, in.of("How many in all", "Сколько всего"));
        find(estimates, Method.HEADLINE)
                .ifPresent(headline -> report.lead(Headline.sentence(headline).in(in)));
        report.warning(in.of(
                "A group that no list can reach leaves no trace in these counts. No method can see it.",
                "Группа, недоступная ни одному списку, не оставляет следа в этих числах. Ни один метод её не видит."));
        report.heading(in.of("All methods side by side", "Все методы рядом")).figure(forest(estimates));
        find(estimates, Method.HEADLINE)
                .map(headline -> headline.diagnostics().get("rejected_by_counts"))
                .filter(rejected -> rejected instanceof List<?> names && !names.isEmpty())
                .map(this::joined)
                .ifPresent(rejected -> report.paragraph(in.of(
                                "These did not widen the range, because their model does not fit the counts (its deviance"
                                        + " would happen less than once in a hundred times): ",
                                "Эти методы не расширили пределы: их модель не согласуется с числами (такое отклонение"
                                        + " случалось бы реже раза из ста): ")
                        + rejected));
        report.heading(in.of("Who is on which lists", "Кто в каких списках")).figure(overlaps());
        posterior(report, estimates);
        traces(report, estimates);
        new SensitivitySection(in, table, sensitivity).addTo(report, estimates);
        assumptions(report);
        List<String> lines = new ArrayList<>(provenance.lines(in));
        lines.add(in.of("lists: ", "списки: ") + String.join(", ", table.lists()));
        lines.add(in.of("people observed: ", "наблюдаемых людей: ") + table.observed());
        report.heading(in.of("How to repeat it", "Как повторить")).list(lines);
        return report.html();
    }

    private String joined(Object methods) {
        return methods instanceof List<?> names
                ? names.stream()
                        .flatMap(name -> Method.of(name.toString()).stream())
                        .map(each -> MethodWords.of(each).in(in))
                        .collect(Collectors.joining(", "))
                : "";
    }

    private static Optional<Estimate> find(List<Estimate> estimates, Method method) {
        return estimates.stream().filter(each -> each.method() == method).findFirst();
    }

    private Caption caption(Said title, Said sentence) {
        return new Caption(in, title.in(in), sentence.in(in));
    }

    private Mark observed() {
        return new Mark(table.observed(), in.of("observed", "наблюдалось"));
    }

    private org.lapwing.figures.Figure forest(List<Estimate> estimates) {
        List<IntervalForest.Row> rows = new ArrayList<>();
        List<Estimate> headlineFirst = new ArrayList<>(estimates);
        headlineFirst.sort(java.util.Comparator.comparing(each -> each.method() != Method.HEADLINE));
        for (Estimate each : headlineFirst) {
            if (each.method() == Method.CHAPMAN) {
                continue;
            }
            rows.add(
                    switch (each.answer()) {
                        case Answer.Interval i
                        when Double.isFinite(i.lower()) && Double.isFinite(i.upper()) ->
                            new IntervalForest.Row.Interval(
                                    MethodWords.of(each).in(in),
                                    i.lower(),
                                    i.estimate(),
                                    i.upper(),
                                    each.method() == Method.HEADLINE);
                        case Answer.Interval i ->
                            new IntervalForest.Row.None(
                                    MethodWords.of(each).in(in),
                                    in.number(i.estimate()) + in.of(" (no interval)", " (без интервала)"));
                        case Answer.Refused(Said because) ->
                            new IntervalForest.Row.None(MethodWords.of(each).in(in), because.in(in));
                    });
        }
        return new IntervalForest(
                        caption(
                                new Said("Methods and their intervals", "Методы и их интервалы"),
                                new Said(
                                        "Where the intervals lie apart, at least one method's assumption is wrong",
                                        "Где интервалы расходятся, предположение хотя бы одного метода неверно")),
                        rows,
                        List.of(observed()),
                        table.observed() * 12.0)
                .draw();
    }

    private org.lapwing.figures.Figure overlaps() {
        List<UpSet.Overlap> overlaps = new ArrayList<>();
        for (int cell = 0; cell < table.cells(); cell++) {
            overlaps.add(new UpSet.Overlap(table.pattern(cell), table.count(cell), Long.toString(table.count(cell))));
        }
        return new UpSet(
                        caption(
                                new Said("Overlaps", "Пересечения"),
                                new Said(
                                                "%d people are on one list only, %d on several",
                                                "%d человек только в одном списке, %d в нескольких")
                                        .with(table.onExactly(1), table.observed() - table.onExactly(1))),
                        table.lists(),
                        overlaps,
                        30)
                .draw();
    }

    private void posterior(Report report, List<Estimate> estimates) {
        Optional<Estimate> dga =
                find(estimates, Method.DGA).filter(each -> each.interval().isPresent());
        if (dga.isEmpty()) {
            return;
        }
        Answer.Interval interval = dga.get().interval().orElseThrow();
        double[][] points = rows(dga.get().diagnostics().get("curve"));
        report.heading(in.of("Over graphs of dependence", "По графам зависимости"))
                .figure(new DensityCurve(
                                caption(
                                        new Said("Posterior of N", "Апостериорное распределение N"),
                                        new Said(
                                                        "Averaged over all decomposable graphs; the band holds 95 %%",
                                                        "Усреднено по всем разложимым графам; полоса содержит 95 %%")
                                                .with()),
                                in.of("people", "человек"),
                                List.of(new DensityCurve.Curve(
                                        MethodWords.of(Method.DGA).in(in), points)),
                                interval.lower(),
                                interval.upper(),
                                List.of(observed()))
                        .draw());
        List<Bars.Row> weights = new ArrayList<>();
        if (dga.get().diagnostics().get("weights") instanceof Map<?, ?> map) {
            map.forEach((name, weight) -> weights.add(new Bars.Row(name.toString(), ((Number) weight).doubleValue())));
        }
        report.figure(new Bars(
                        caption(
                                new Said("Weight of each graph", "Вес каждого графа"),
                                new Said(
                                        "Lists within one bracket may depend on one another",
                                        "Списки в одних скобках могут зависеть друг от друга")),
                        List.of(in.of("weight", "вес")),
                        weights)
                .draw());
    }

    private void traces(Report report, List<Estimate> estimates) {
        Optional<Estimate> latent = find(estimates, Method.LCMCR);
        if (latent.isEmpty() || !(latent.get().diagnostics().get("traces") instanceof List<?> chains)) {
            return;
        }
        List<Traces.Line> lines = new ArrayList<>();
        for (Object chain : chains) {
            lines.add(new Traces.Line(in.of("chain ", "цепь ") + (lines.size() + 1), numbers(chain)));
        }
        Object rHat = latent.get().diagnostics().getOrDefault("r_hat", 0.0);
        Object size = latent.get().diagnostics().getOrDefault("effective_sample", 0.0);
        report.heading(in.of("Latent classes: do the chains agree?", "Латентные классы: согласуются ли цепи?"))
                .figure(new Traces(
                                caption(
                                        new Said("Draws of N by chain", "Значения N по цепям"),
                                        new Said(
                                                        "Chains that agree overlap: R-hat %.3f (1.01 at most), effective sample %.0f",
                                                        "Согласные цепи перекрываются: R-hat %.3f (не больше 1.01), эффективный объём %.0f")
                                                .with(rHat, size)),
                                in.of("draws, thinned", "значения, прорежено"),
                                "N",
                                lines)
                        .draw());
    }

    private void assumptions(Report report) {
        Map<String, Said> words = new LinkedHashMap<>();
        words.put("chapman", new Said("two lists are independent", "два списка независимы"));
        words.put(
                "chao",
                new Said(
                        "a lower bound, if people differ in how easily they are listed and lists do not avoid each other",
                        "нижняя граница, если людей вносят с разной вероятностью и списки не избегают друг друга"));
        words.put("independence", new Said("all lists are independent", "все списки независимы"));
        words.put(
                "loglinear",
                new Said(
                        "no term joins all lists at once, and none that the chosen model leaves out",
                        "нет взаимодействия всех списков сразу и тех, которых нет в выбранной модели"));
        words.put(
                "heterogeneity",
                new Said(
                        "people differ in how easily they are listed, in the stated form",
                        "люди различаются вероятностью попасть в список, в указанной форме"));
        words.put(
                "sparse",
                new Said(
                        "only pairs of lists depend, and pairs that are not significant are independent",
                        "зависимы только пары списков, незначимые пары независимы"));
        words.put(
                "dga",
                new Said(
                        "dependence forms a decomposable graph; within a clique anything, between cliques independence",
                        "зависимость образует разложимый граф: внутри клик любая, между ними нет"));
        words.put(
                "lcmcr",
                new Said(
                        "a few groups, in each of which lists are independent",
                        "немного групп, в каждой списки независимы"));
        report.heading(in.of("What each method assumes", "Что предполагает каждый метод"));
        report.paragraph(in.of(
                "All of them: nobody joined or left the population, records are matched without error, nobody is on a list wrongly.",
                "Все: состав населения не менялся, записи сопоставлены без ошибок, никто не внесён ошибочно."));
        report.table(new DataTable(
                List.of(in.of("method", "метод"), in.of("assumption", "предположение")),
                words.entrySet().stream()
                        .map(entry -> List.of(
                                Method.of(entry.getKey())
                                        .map(MethodWords::of)
                                        .orElseThrow()
                                        .in(in),
                                entry.getValue().in(in)))
                        .toList()));
    }

    private static double[][] rows(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(EstimateReport::numbers).toArray(double[][]::new)
                : new double[0][];
    }

    private static double[] numbers(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .mapToDouble(each -> ((Number) each).doubleValue())
                        .toArray()
                : new double[0];
    }
}
