// SPDX-License-Identifier: Apache-2.0
package org.lapwing.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * How many values fall into each of the bins of equal width.
 *
 * @param across what the scale counts
 * @param edges rising, one more than there are heights
 * @param heights not negative
 * @param marks values such as a threshold
 */
public record Histogram(Caption caption, String across, double[] edges, double[] heights, List<Mark> marks) {

    private static final int WIDTH = 720;
    private static final int FOOT = 230;
    private static final int LEFT = 60;

    public Histogram {
        if (heights.length == 0 || edges.length != heights.length + 1) {
            throw new IllegalArgumentException("a histogram has one edge more than bins, and one bin at least");
        }
        caption.finite(edges);
        caption.finite(heights);
        marks = List.copyOf(marks);
        marks.forEach(mark -> caption.finite(mark.value()));
    }

    /** The values sorted into that many bins between the least and the largest of them. */
    public static Histogram of(Caption caption, String across, double[] values, int bins, List<Mark> marks) {
        caption.finite(values);
        double least = java.util.Arrays.stream(values).min().orElse(0);
        double most = java.util.Arrays.stream(values).max().orElse(1);
        double step = most > least ? (most - least) / bins : 1;
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = least + i * step;
        }
        double[] heights = new double[bins];
        for (double value : values) {
            heights[Math.min(bins - 1, (int) ((value - least) / step))]++;
        }
        return new Histogram(caption, across, edges, heights, marks);
    }

    public Figure draw() {
        Svg svg = new Svg();
        double least =
                Math.min(edges[0], marks.stream().mapToDouble(Mark::value).min().orElse(edges[0]));
        double last = edges[edges.length - 1];
        double most =
                Math.max(last, marks.stream().mapToDouble(Mark::value).max().orElse(last));
        Axis along = Axis.over(least, most, LEFT, WIDTH - 30);
        double highest = java.util.Arrays.stream(heights).max().orElse(1);
        Axis up = new Axis(0, highest > 0 ? highest : 1, FOOT, 30);
        up.drawUp(svg, LEFT, WIDTH - 30, caption.language());
        along.drawAlong(svg, FOOT, FOOT, caption.language());
        for (int i = 0; i < heights.length; i++) {
            double x = along.at(edges[i]);
            svg.rect(x, up.at(heights[i]), along.at(edges[i + 1]) - x - 0.5, FOOT - up.at(heights[i]), Svg.Tone.GREEN);
        }
        svg.text((LEFT + WIDTH) / 2.0, FOOT + 34, across, Svg.Anchor.MIDDLE, Svg.Tone.SOFT);
        for (Mark mark : marks) {
            double x = along.at(mark.value());
            boolean near = x > WIDTH - 160;
            svg.dashed(x, 18, x, FOOT, Svg.Tone.AMBER);
            svg.text(near ? x - 4 : x + 4, 14, mark.words(), near ? Svg.Anchor.END : Svg.Anchor.START, Svg.Tone.AMBER);
        }
        return new Figure(caption, WIDTH, FOOT + 44, svg.marks(), table());
    }

    private DataTable table() {
        Language in = caption.language();
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < heights.length; i++) {
            cells.add(List.of(in.number(edges[i]), in.number(edges[i + 1]), in.number(heights[i])));
        }
        marks.forEach(mark -> cells.add(List.of(in.number(mark.value()), mark.words(), "")));
        return new DataTable(
                List.of(caption.word("from", "от"), caption.word("to", "до"), caption.word("how many", "сколько")),
                cells);
    }
}
