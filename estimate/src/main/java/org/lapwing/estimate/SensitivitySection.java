// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import java.util.ArrayList;
import java.util.List;
import org.lapwing.figures.Caption;
import org.lapwing.figures.DataTable;
import org.lapwing.figures.IntervalForest;
import org.lapwing.figures.Language;
import org.lapwing.figures.Mark;
import org.lapwing.figures.Report;

/** The part of the report that asks what if: lists left out, merged, referring; assumptions wrong; each list as a truth. */
final class SensitivitySection {
    private final Language in;
    private final CaptureTable table;
    private final Sensitivity sensitivity;

    SensitivitySection(Language language, CaptureTable table, Sensitivity sensitivity) {
        this.in = language;
        this.table = table;
        this.sensitivity = sensitivity;
    }

    void addTo(Report report, List<Estimate> estimates) {
        report.heading(in.of("What if", "Что если"));
        List<IntervalForest.Row> rows = new ArrayList<>();
        sensitivity
                .all()
                .forEach((what, answer) -> rows.add(
                        switch (answer) {
                            case Answer.Interval i ->
                                new IntervalForest.Row.Interval(what.in(in), i.lower(), i.estimate(), i.upper(), false);
                            case Answer.Refused(Said because) ->
                                new IntervalForest.Row.None(what.in(in), because.in(in));
                        }));
        report.figure(new IntervalForest(
                        new Caption(
                                in,
                                in.of("Sensitivity", "Чувствительность"),
                                in.of(
                                        "What the estimate becomes if a list is left out, the prior is another or an untestable assumption is wrong",
                                        "Чем становится оценка без одного списка, при ином априорном или непроверяемом предположении")),
                        rows,
                        List.of(new Mark(table.observed(), in.of("observed", "наблюдалось"))),
                        table.observed() * 12.0)
                .draw());
        List<List<String>> hidden = new ArrayList<>();
        estimates.stream()
                .filter(each -> each.method() == Method.HEADLINE)
                .findFirst()
                .flatMap(Estimate::interval)
                .ifPresent(range -> {
                    for (int percent : Sensitivity.HIDDEN) {
                        Answer.Interval wider = Sensitivity.hidden(range, percent);
                        hidden.add(List.of(percent + " %", in.number(wider.lower(), 0), in.number(wider.upper(), 0)));
                    }
                    report.paragraph(in.of(
                            "If a share of people could be reached by no list at all, the range becomes:",
                            "Если часть людей была недоступна ни одному списку, пределы становятся:"));
                    report.table(new DataTable(
                            List.of(in.of("hidden", "скрыто"), in.of("from", "от"), in.of("to", "до")), hidden));
                });
        consistency(report);
    }

    private void consistency(Report report) {
        List<InternalConsistency.Check> checks = InternalConsistency.of(table);
        if (checks.isEmpty()) {
            return;
        }
        report.heading(in.of("Could the lists find one another?", "Нашли бы списки друг друга?"));
        report.paragraph(in.of(
                "Each list is a group whose size is known; the others estimate it. Misses speak against the lists,"
                        + " hits promise nothing of the whole.",
                "Каждый список есть группа известного размера; её оценивают остальные. Промахи говорят против списков,"
                        + " попадания ничего не обещают о целом."));
        List<List<String>> rows = new ArrayList<>();
        for (InternalConsistency.Check check : checks) {
            String said = switch (check.answer()) {
                case Answer.Interval i -> in.number(i.lower(), 0) + " – " + in.number(i.upper(), 0);
                case Answer.Refused(Said because) -> because.in(in);
            };
            rows.add(List.of(
                    check.list(),
                    Long.toString(check.truth()),
                    said,
                    check.holds() ? in.of("held", "попадание") : in.of("missed", "промах")));
        }
        report.table(new DataTable(
                List.of(in.of("list", "список"), in.of("on it", "в нём"), in.of("by the others", "по остальным"), ""),
                rows));
    }
}
