// SPDX-License-Identifier: Apache-2.0
package org.lapwing.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * Curves over one scale, such as a posterior and what each model gives to it.
 *
 * @param across what the scale counts
 * @param curves the first is filled between {@code lower} and {@code upper}; all have their points in rising order
 * @param lower where the filled band begins, {@code upper} where it ends
 * @param marks values such as how many were observed
 */
public record DensityCurve(
        Caption caption, String across, List<Curve> curves, double lower, double upper, List<Mark> marks) {

    /** @param points pairs of x and height, at least two */
    public record Curve(String name, double[][] points) {}

    private static final int WIDTH = 720;
    private static final int FOOT = 250;
    private static final int LEFT = 30;
    private static final Svg.Tone[] TONES = {
        Svg.Tone.GREEN, Svg.Tone.BLUE, Svg.Tone.AMBER, Svg.Tone.RED, Svg.Tone.SOFT, Svg.Tone.INK
    };

    public DensityCurve {
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
        if (curves.isEmpty() || curves.stream().anyMatch(curve -> curve.points().length < 2)) {
            throw new IllegalArgumentException("a density has one curve at least, of two points at least");
        }
        caption.finite(lower, upper);
        for (Curve curve : curves) {
            for (double[] point : curve.points()) {
                caption.finite(point);
            }
        }
        marks.forEach(mark -> caption.finite(mark.value()));
    }

    public Figure draw() {
        Svg svg = new Svg();
        Axis along = along();
        Axis up = Axis.over(0, highest(), FOOT, 40);
        along.drawAlong(svg, 30, FOOT, caption.language());
        svg.text((along.start() + along.end()) / 2, FOOT + 34, across, Svg.Anchor.MIDDLE, Svg.Tone.SOFT);
        band(svg, along, up);
        for (int i = curves.size() - 1; i >= 0; i--) {
            StringBuilder points = new StringBuilder();
            for (double[] point : curves.get(i).points()) {
                points.append(Svg.point(along.at(point[0]), up.at(point[1])));
            }
            svg.path(points.toString().strip(), TONES[i % TONES.length]);
        }
        if (curves.size() > 1) {
            legend(svg);
        }
        for (Mark mark : marks) {
            double x = along.at(mark.value());
            svg.dashed(x, 24, x, FOOT, Svg.Tone.AMBER);
            boolean near = x > WIDTH - 160;
            svg.text(near ? x - 4 : x + 4, 20, mark.words(), near ? Svg.Anchor.END : Svg.Anchor.START, Svg.Tone.AMBER);
        }
        return new Figure(caption, WIDTH, FOOT + 44, svg.marks(), table());
    }

    private void band(Svg svg, Axis along, Axis up) {
        StringBuilder area = new StringBuilder();
        double first = Double.NaN;
        double last = Double.NaN;
        for (double[] point : curves.getFirst().points()) {
            if (point[0] >= lower && point[0] <= upper) {
                first = Double.isNaN(first) ? point[0] : first;
                last = point[0];
                area.append(Svg.point(along.at(point[0]), up.at(point[1])));
            }
        }
        if (last > first) {
            area.append(Svg.point(along.at(last), FOOT)).append(Svg.point(along.at(first), FOOT));
            svg.area(area.toString().strip(), Svg.Tone.MIST);
        }
    }

    private void legend(Svg svg) {
        double y = 50;
        for (int i = 0; i < curves.size(); i++) {
            svg.line(WIDTH - 200, y - 4, WIDTH - 180, y - 4, TONES[i % TONES.length]);
            svg.text(WIDTH - 174, y, Svg.shortened(curves.get(i).name(), 26), Svg.Anchor.START, Svg.Tone.SOFT);
            y += 16;
        }
    }

    private Axis along() {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Curve curve : curves) {
            for (double[] point : curve.points()) {
                least = Math.min(least, point[0]);
                most = Math.max(most, point[0]);
            }
        }
        for (Mark mark : marks) {
            least = Math.min(least, mark.value());
            most = Math.max(most, mark.value());
        }
        return Axis.over(least, most, LEFT, WIDTH - 30);
    }

    private double highest() {
        return curves.stream()
                .flatMap(curve -> java.util.Arrays.stream(curve.points()))
                .mapToDouble(point -> point[1])
                .max()
                .orElse(1);
    }

    private DataTable table() {
        Language in = caption.language();
        List<List<String>> cells = new ArrayList<>();
        for (Mark mark : marks) {
            cells.add(List.of(mark.words(), in.number(mark.value()), ""));
        }
        cells.add(List.of(caption.word("band", "полоса"), in.number(lower), in.number(upper)));
        for (Curve curve : curves) {
            int step = Math.max(1, curve.points().length / 20);
            for (int i = 0; i < curve.points().length; i += step) {
                double[] point = curve.points()[i];
                cells.add(List.of(
                        curve.name(), in.number(point[0]), String.format(java.util.Locale.ROOT, "%.3g", point[1])));
            }
        }
        return new DataTable(List.of(caption.word("curve", "кривая"), across, caption.word("height", "высота")), cells);
    }
}
