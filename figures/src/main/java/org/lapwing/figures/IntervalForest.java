// SPDX-License-Identifier: Apache-2.0
package org.lapwing.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * Intervals under each other on one scale: methods, strata or what-ifs side by side.
 *
 * @param marks values across all rows
 * @param most where the scale ends; what reaches beyond is drawn with an arrow and stands whole in the table. Give
 *     {@link Double#POSITIVE_INFINITY} for the largest value
 */
public record IntervalForest(Caption caption, List<Row> rows, List<Mark> marks, double most) {

    /**
     * One line: an interval, or words instead of it where there is none.
     *
     * @param bold the headline
     */
    public sealed interface Row {
        String name();

        record Interval(String name, double lower, double estimate, double upper, boolean bold) implements Row {}

        record None(String name, String why) implements Row {}
    }

    private static final int WIDTH = 720;
    private static final int STEP = 24;
    /** Where a name takes two lines. */
    private static final int WIDER_STEP = 30;

    private static final int LEFT = 260;
    /** Of a name on one line, even of wide Cyrillic ones. */
    private static final int LETTERS = 34;

    private static final int LINE = 12;

    public IntervalForest {
        rows = List.copyOf(rows);
        marks = List.copyOf(marks);
        for (Row row : rows) {
            if (row instanceof Row.Interval(var _, double lower, double estimate, double upper, var _)) {
                caption.finite(lower, estimate, upper);
            }
        }
        marks.forEach(mark -> caption.finite(mark.value()));
    }

    public Figure draw() {
        Svg svg = new Svg();
        Axis axis = axis();
        int step =
                rows.stream().anyMatch(row -> Svg.lines(row.name(), LETTERS, 2).size() > 1) ? WIDER_STEP : STEP;
        int foot = 28 + rows.size() * step;
        axis.drawAlong(svg, 20, foot, caption.language());
        for (Mark mark : marks) {
            svg.dashed(axis.at(mark.value()), 16, axis.at(mark.value()), foot, Svg.Tone.AMBER);
            svg.text(axis.at(mark.value()) + 4, 12, mark.words(), Svg.Anchor.START, Svg.Tone.AMBER);
        }
        double y = 36;
        for (Row row : rows) {
            named(svg, row.name(), y);
            switch (row) {
                case Row.None(var _, String why) ->
                    svg.text(LEFT + 4, y + 4, "○ " + Svg.shortened(why, 66), Svg.Anchor.START, Svg.Tone.SOFT);
                case Row.Interval interval -> draw(svg, axis, interval, y);
            }
            y += step;
        }
        return new Figure(caption, WIDTH, foot + 26, svg.marks(), table());
    }

    private static void named(Svg svg, String name, double y) {
        List<String> lines = Svg.lines(name, LETTERS, 2);
        for (int i = 0; i < lines.size(); i++) {
            svg.text(LEFT - 10, y + 4 + LINE * (i - (lines.size() - 1) / 2.0), lines.get(i), Svg.Anchor.END);
        }
    }

    private static void draw(Svg svg, Axis axis, Row.Interval row, double y) {
        Svg.Tone tone = row.bold() ? Svg.Tone.GREEN : Svg.Tone.INK;
        double from = axis.at(row.lower());
        double to = axis.at(row.upper());
        svg.line(from, y, to, y, tone);
        if (row.bold()) {
            svg.line(from, y + 1.5, to, y + 1.5, tone);
        }
        end(svg, axis.holds(row.lower()), from, y, tone, -1);
        end(svg, axis.holds(row.upper()), to, y, tone, 1);
        if (axis.holds(row.estimate())) {
            if (row.bold()) {
                svg.diamond(axis.at(row.estimate()), y, 6, tone);
            } else {
                svg.circle(axis.at(row.estimate()), y, 3.5, tone);
            }
        }
    }

    private static void end(Svg svg, boolean within, double x, double y, Svg.Tone tone, int side) {
        if (within) {
            svg.line(x, y - 4, x, y + 4, tone);
        } else {
            svg.area(
                    Svg.point(x + side * 7, y)
                            + Svg.point(x, y - 5)
                            + Svg.point(x, y + 5).strip(),
                    tone);
        }
    }

    private Axis axis() {
        double least = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (Row row : rows) {
            if (row instanceof Row.Interval(var _, double lower, double estimate, double upper, var _)) {
                least = Math.min(least, Math.min(lower, estimate));
                largest = Math.max(largest, Math.max(upper, estimate));
            }
        }
        for (Mark mark : marks) {
            least = Math.min(least, mark.value());
            largest = Math.max(largest, mark.value());
        }
        if (least > largest) {
            return Axis.over(0, 1, LEFT, WIDTH - 30);
        }
        return Axis.over(least, Math.max(least, Math.min(largest, most)), LEFT, WIDTH - 30);
    }

    private DataTable table() {
        Language in = caption.language();
        List<List<String>> cells = new ArrayList<>();
        for (Row row : rows) {
            cells.add(
                    switch (row) {
                        case Row.Interval(String name, double lower, double estimate, double upper, var _) ->
                            List.of(name, in.number(estimate), in.number(lower), in.number(upper));
                        case Row.None(String name, String why) -> List.of(name, why, "", "");
                    });
        }
        marks.forEach(mark -> cells.add(List.of(mark.words(), in.number(mark.value()), "", "")));
        return new DataTable(
                List.of(
                        caption.word("what", "что"),
                        caption.word("estimate", "оценка"),
                        caption.word("lower", "нижняя граница"),
                        caption.word("upper", "верхняя граница")),
                cells);
    }
}
