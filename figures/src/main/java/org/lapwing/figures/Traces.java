// SPDX-License-Identifier: Apache-2.0
package org.lapwing.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Values in their order, one line for each chain or run.
 *
 * @param across what is counted along, such as draws
 * @param up what the values are
 * @param lines at most six; long ones are thinned to 400 points in the picture
 */
public record Traces(Caption caption, String across, String up, List<Line> lines) {

    public record Line(String name, double[] values) {}

    private static final int WIDTH = 720;
    private static final int FOOT = 210;
    private static final int LEFT = 80;
    private static final int POINTS = 400;
    private static final Svg.Tone[] TONES = {
        Svg.Tone.GREEN, Svg.Tone.BLUE, Svg.Tone.AMBER, Svg.Tone.RED, Svg.Tone.SOFT, Svg.Tone.INK
    };

    public Traces {
        lines = List.copyOf(lines);
        if (lines.isEmpty()
                || lines.size() > TONES.length
                || lines.stream().anyMatch(line -> line.values().length < 2)) {
            throw new IllegalArgumentException("there are 1 to " + TONES.length + " lines, of two values at least");
        }
        lines.forEach(line -> caption.finite(line.values()));
    }

    public Figure draw() {
        Svg svg = new Svg();
        int longest =
                lines.stream().mapToInt(line -> line.values().length).max().orElse(2);
        Axis along = Axis.over(0, longest - 1.0, LEFT, WIDTH - 20);
        Axis upwards = Axis.over(
                lines.stream()
                        .flatMapToDouble(line -> Arrays.stream(line.values()))
                        .min()
                        .orElse(0),
                lines.stream()
                        .flatMapToDouble(line -> Arrays.stream(line.values()))
                        .max()
                        .orElse(1),
                FOOT,
                30);
        upwards.drawUp(svg, LEFT, WIDTH - 20, caption.language());
        along.drawAlong(svg, FOOT, FOOT, caption.language());
        svg.text(LEFT, 16, up, Svg.Anchor.START, Svg.Tone.SOFT);
        svg.text(WIDTH / 2.0, FOOT + 34, across, Svg.Anchor.MIDDLE, Svg.Tone.SOFT);
        double x = WIDTH - 20;
        for (int i = lines.size() - 1; i >= 0; i--) {
            Line line = lines.get(i);
            double[] values = line.values();
            int step = Math.max(1, values.length / POINTS);
            StringBuilder points = new StringBuilder();
            for (int at = 0; at < values.length; at += step) {
                points.append(Svg.point(along.at(at), upwards.at(values[at])));
            }
            svg.path(points.toString().strip(), TONES[i]);
            svg.text(x, 16, line.name(), Svg.Anchor.END, TONES[i]);
            x -= Svg.widthOf(line.name()) + 14;
        }
        return new Figure(caption, WIDTH, FOOT + 44, svg.marks(), table());
    }

    /** Ten values from each line. */
    private DataTable table() {
        List<List<String>> cells = new ArrayList<>();
        for (Line line : lines) {
            int step = Math.max(1, line.values().length / 10);
            for (int at = 0; at < line.values().length; at += step) {
                cells.add(List.of(
                        line.name(),
                        caption.language().number(at, 0),
                        caption.language().number(line.values()[at])));
            }
        }
        return new DataTable(List.of(caption.word("line", "линия"), across, up), cells);
    }
}
