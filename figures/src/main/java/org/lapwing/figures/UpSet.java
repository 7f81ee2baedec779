// SPDX-License-Identifier: Apache-2.0
package org.lapwing.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many are on exactly which lists: a bar for each combination over dots for its lists.
 *
 * @param lists the names, 1 to 20
 * @param overlaps each combination once
 * @param most how many combinations are drawn, largest first; the table has all
 */
public record UpSet(Caption caption, List<String> lists, List<Overlap> overlaps, int most) {

    /**
     * @param pattern bit i is set for list i
     * @param words the count as it is to be written, such as {@code 12} or {@code <5}
     */
    public record Overlap(int pattern, double count, String words) {}

    private static final int LEFT = 190;
    private static final int COLUMN = 26;
    private static final int BARS = 150;
    private static final int ROW = 20;

    public UpSet {
        lists = List.copyOf(lists);
        overlaps = List.copyOf(overlaps);
        for (Overlap overlap : overlaps) {
            caption.finite(overlap.count());
            if (overlap.pattern() < 1 || overlap.pattern() >= 1 << lists.size()) {
                throw new IllegalArgumentException("an overlap has one list at least and no list beyond the names");
            }
        }
    }

    public Figure draw() {
        Svg svg = new Svg();
        List<Overlap> drawn = overlaps.stream()
                .sorted(Comparator.comparingDouble(Overlap::count).reversed().thenComparingInt(Overlap::pattern))
                .limit(most)
                .toList();
        double largest = drawn.stream().mapToDouble(Overlap::count).max().orElse(1);
        Axis up = new Axis(0, largest > 0 ? largest : 1, BARS + 20, 24);
        int width = Math.max(480, LEFT + drawn.size() * COLUMN + 20);
        int top = BARS + 34;
        double[] totals = totals();
        for (int list = 0; list < lists.size(); list++) {
            double y = top + list * ROW;
            if (list % 2 == 0) {
                svg.rect(0, y, width, ROW, Svg.Tone.WASH);
            }
            String name = Svg.shortened(lists.get(list), 18) + " ("
                    + caption.language().number(totals[list], 0) + ")";
            svg.text(LEFT - 10, y + 14, name, Svg.Anchor.END);
        }
        for (int i = 0; i < drawn.size(); i++) {
            column(svg, drawn.get(i), LEFT + i * COLUMN + COLUMN / 2.0, up);
        }
        return new Figure(caption, width, top + lists.size() * ROW + 8, svg.marks(), table());
    }

    private void column(Svg svg, Overlap overlap, double x, Axis up) {
        double y = up.at(overlap.count());
        svg.rect(x - 8, y, 16, BARS + 20 - y, Svg.Tone.GREEN);
        svg.text(x, y - 4, overlap.words(), Svg.Anchor.MIDDLE, Svg.Tone.SOFT);
        int top = BARS + 34;
        int first = Integer.numberOfTrailingZeros(overlap.pattern());
        int last = 31 - Integer.numberOfLeadingZeros(overlap.pattern());
        svg.line(x, top + first * ROW + 10, x, top + last * ROW + 10, Svg.Tone.INK);
        for (int list = 0; list < lists.size(); list++) {
            boolean on = (overlap.pattern() >> list & 1) == 1;
            svg.circle(x, top + list * ROW + 10, on ? 5 : 2, on ? Svg.Tone.INK : Svg.Tone.LINE);
        }
    }

    private double[] totals() {
        double[] totals = new double[lists.size()];
        for (Overlap overlap : overlaps) {
            for (int list = 0; list < totals.length; list++) {
                totals[list] += (overlap.pattern() >> list & 1) * overlap.count();
            }
        }
        return totals;
    }

    private DataTable table() {
        List<String> header = new ArrayList<>(lists);
        header.add(caption.word("how many", "сколько"));
        List<List<String>> cells = new ArrayList<>();
        for (Overlap overlap : overlaps) {
            List<String> row = new ArrayList<>();
            for (int list = 0; list < lists.size(); list++) {
                row.add((overlap.pattern() >> list & 1) == 1 ? "✓" : "–");
            }
            row.add(overlap.words());
            cells.add(row);
        }
        return new DataTable(header, cells);
    }
}
