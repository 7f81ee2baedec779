// SPDX-License-Identifier: Apache-2.0
package org.lapwing.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * Named lengths under each other, each of one part or of several.
 *
 * @param parts what the parts of each bar are, in order; one name where bars are whole
 * @param rows not negative values, as many as there are parts
 */
public record Bars(Caption caption, List<String> parts, List<Row> rows) {

    public record Row(String name, double... values) {}

    private static final int WIDTH = 720;
    private static final int LEFT = 260;
    private static final int STEP = 24;
    private static final Svg.Tone[] TONES = {Svg.Tone.GREEN, Svg.Tone.MIST, Svg.Tone.AMBER, Svg.Tone.BLUE, Svg.Tone.LINE
    };

    public Bars {
        parts = List.copyOf(parts);
        rows = List.copyOf(rows);
        if (parts.isEmpty() || parts.size() > TONES.length) {
            throw new IllegalArgumentException("a bar has 1 to " + TONES.length + " parts");
        }
        for (Row row : rows) {
            caption.finite(row.values());
            if (row.values().length != parts.size()) {
                throw new IllegalArgumentException("the bar \"" + row.name() + "\" has not one value for each part");
            }
        }
    }

    public Figure draw() {
        Svg svg = new Svg();
        double longest = rows.stream().mapToDouble(Bars::total).max().orElse(1);
        Axis axis = new Axis(0, longest > 0 ? longest : 1, LEFT, WIDTH - 90);
        int top = parts.size() > 1 ? 34 : 10;
        if (parts.size() > 1) {
            legend(svg);
        }
        double y = top;
        for (Row row : rows) {
            svg.text(LEFT - 10, y + 15, Svg.shortened(row.name(), 30), Svg.Anchor.END);
            double sum = 0;
            for (int part = 0; part < row.values().length; part++) {
                double x = axis.at(sum);
                sum += row.values()[part];
                svg.rect(x, y + 3, axis.at(sum) - x, STEP - 7, TONES[part]);
            }
            svg.text(axis.at(sum) + 6, y + 15, written(row), Svg.Anchor.START, Svg.Tone.SOFT);
            y += STEP;
        }
        return new Figure(caption, WIDTH, (int) y + 8, svg.marks(), table());
    }

    private static double total(Row row) {
        return java.util.Arrays.stream(row.values()).sum();
    }

    private String written(Row row) {
        List<String> each = new ArrayList<>();
        for (double value : row.values()) {
            each.add(caption.language().number(value));
        }
        return String.join(" + ", each);
    }

    private void legend(Svg svg) {
        double x = LEFT;
        for (int part = 0; part < parts.size(); part++) {
            svg.rect(x, 8, 12, 12, TONES[part]);
            svg.text(x + 17, 18, parts.get(part), Svg.Anchor.START, Svg.Tone.SOFT);
            x += 30 + Svg.widthOf(parts.get(part));
        }
    }

    private DataTable table() {
        List<String> header = new ArrayList<>();
        header.add(caption.word("what", "что"));
        header.addAll(parts);
        List<List<String>> cells = new ArrayList<>();
        for (Row row : rows) {
            List<String> line = new ArrayList<>();
            line.add(row.name());
            for (double value : row.values()) {
                line.add(caption.language().number(value));
            }
            cells.add(line);
        }
        return new DataTable(header, cells);
    }
}
