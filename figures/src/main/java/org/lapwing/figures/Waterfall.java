// SPDX-License-Identifier: Apache-2.0
package org.lapwing.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * How a sum comes about step by step: the match weight of a pair, each step in words.
 *
 * @param unit what the numbers are, such as "bits of evidence"
 * @param steps in order; the sum is drawn below them
 * @param sum how the line of the sum is called
 */
public record Waterfall(Caption caption, String unit, List<Step> steps, String sum) {

    /**
     * @param words such as "the same day of birth"
     * @param value positive speaks for, negative against
     */
    public record Step(String words, double value) {}

    private static final int WIDTH = 720;
    private static final int LEFT = 320;
    private static final int ROW = 24;
    private static final int LINE = 15;
    /** Letters that fit beside the bars, also wide ones. */
    private static final int LETTERS = 40;

    private static final int MOST_LINES = 4;

    public Waterfall {
        steps = List.copyOf(steps);
        steps.forEach(step -> caption.finite(step.value()));
    }

    public Figure draw() {
        Svg svg = new Svg();
        Axis axis = axis();
        double sumSoFar = 0;
        double y = 8;
        for (Step step : steps) {
            List<String> lines = Svg.lines(step.words(), LETTERS, MOST_LINES);
            for (int line = 0; line < lines.size(); line++) {
                svg.text(LEFT - 14, y + 15 + line * LINE, lines.get(line), Svg.Anchor.END);
            }
            int row = ROW + (lines.size() - 1) * LINE;
            bar(svg, axis, sumSoFar, sumSoFar + step.value(), y, step.value() < 0 ? Svg.Tone.RED : Svg.Tone.GREEN);
            sumSoFar += step.value();
            svg.dashed(axis.at(sumSoFar), y + ROW - 4, axis.at(sumSoFar), y + row + 3, Svg.Tone.LINE);
            y += row;
        }
        svg.text(LEFT - 14, y + 15, sum, Svg.Anchor.END);
        bar(svg, axis, 0, sumSoFar, y, Svg.Tone.INK);
        y += ROW + 6;
        svg.dashed(axis.at(0), 4, axis.at(0), y, Svg.Tone.SOFT);
        axis.drawAlong(svg, y, y, caption.language());
        svg.text((LEFT + WIDTH) / 2.0, y + 32, unit, Svg.Anchor.MIDDLE, Svg.Tone.SOFT);
        return new Figure(caption, WIDTH, (int) y + 42, svg.marks(), table());
    }

    private void bar(Svg svg, Axis axis, double from, double to, double y, Svg.Tone tone) {
        double left = axis.at(Math.min(from, to));
        double right = axis.at(Math.max(from, to));
        svg.rect(left, y + 4, Math.max(right - left, 1.5), ROW - 8, tone);
        svg.text(right + 5, y + 16, signed(to - from), Svg.Anchor.START, Svg.Tone.SOFT);
    }

    private String signed(double value) {
        return (value > 0 ? "+" : "") + caption.language().number(value, 1);
    }

    private Axis axis() {
        double least = 0;
        double most = 0;
        double sumSoFar = 0;
        for (Step step : steps) {
            sumSoFar += step.value();
            least = Math.min(least, sumSoFar);
            most = Math.max(most, sumSoFar);
        }
        return Axis.over(least, most, LEFT, WIDTH - 60);
    }

    private DataTable table() {
        List<List<String>> cells = new ArrayList<>();
        double sumSoFar = 0;
        for (Step step : steps) {
            sumSoFar += step.value();
            cells.add(List.of(step.words(), signed(step.value()), signed(sumSoFar)));
        }
        cells.add(List.of(sum, "", signed(sumSoFar)));
        return new DataTable(
                List.of(caption.word("what", "что"), unit, caption.word("sum so far", "сумма до сих пор")), cells);
    }
}
