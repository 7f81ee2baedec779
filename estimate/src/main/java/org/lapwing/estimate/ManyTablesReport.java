// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lapwing.figures.Caption;
import org.lapwing.figures.IntervalForest;
import org.lapwing.figures.Language;
import org.lapwing.figures.Report;

/** The report for people on many tables, strata or samples: the plain sentences, then every interval beside the others. */
public final class ManyTablesReport {
    private final Language in;
    private final Provenance provenance;

    public ManyTablesReport(Language language, Provenance provenance) {
        this.in = language;
        this.provenance = provenance;
    }

    /** @param said one sentence a line; the first leads */
    public String html(Said said, List<Estimate> estimates) {
        Report report = new Report(in, in.of("How many in all", "Сколько всего"));
        List<String> lines = said.in(in).lines().map(String::strip).toList();
        report.lead(lines.getFirst());
        report.list(lines.subList(1, lines.size()));
        report.warning(in.of(
                "A group that no list can reach leaves no trace in these counts. No method can see it.",
                "Группа, недоступная ни одному списку, не оставляет следа в этих числах. Ни один метод её не видит."));
        report.heading(in.of("All methods side by side", "Все методы рядом"));
        report.figure(new IntervalForest(
                        new Caption(
                                in,
                                in.of("Methods and their intervals", "Методы и их интервалы"),
                                in.of(
                                        "Where the intervals of one table lie apart, at least one method's assumption is wrong",
                                        "Где интервалы одной таблицы расходятся, предположение хотя бы одного метода неверно")),
                        rows(estimates),
                        List.of(),
                        12.0
                                * estimates.stream()
                                        .mapToLong(Estimate::observed)
                                        .max()
                                        .orElse(1))
                .draw());
        report.heading(in.of("How to repeat it", "Как повторить")).list(provenance.lines(in));
        return report.html();
    }

    private List<IntervalForest.Row> rows(List<Estimate> estimates) {
        List<Estimate> headlineFirst = new ArrayList<>(estimates);
        headlineFirst.removeIf(each -> each.method() == Method.CHAPMAN);
        headlineFirst.sort(Comparator.comparing(each -> each.method() != Method.HEADLINE));
        List<IntervalForest.Row> rows = new ArrayList<>();
        for (Estimate each : headlineFirst) {
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
        return rows;
    }
}
