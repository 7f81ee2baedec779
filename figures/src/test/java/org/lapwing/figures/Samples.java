// SPDX-License-Identifier: Apache-2.0
package org.lapwing.figures;

import java.util.List;

/** One of each figure, of invented numbers. */
final class Samples {
    private Samples() {}

    static Caption caption(String title) {
        return new Caption(Language.ENGLISH, title, "The sentence of " + title);
    }

    static List<Figure> all() {
        return List.of(
                new IntervalForest(
                                caption("forest"),
                                List.of(
                                        new IntervalForest.Row.Interval("siskin", 120, 150, 400, true),
                                        new IntervalForest.Row.Interval("dunlin", 130, 160, 9000, false),
                                        new IntervalForest.Row.None(
                                                "plover", "not estimable, because no lists overlap")),
                                List.of(new Mark(110, "observed")),
                                1000)
                        .draw(),
                new DensityCurve(
                                caption("density"),
                                "people",
                                List.of(
                                        new DensityCurve.Curve(
                                                "all", new double[][] {{100, 0}, {150, 0.2}, {200, 0.1}, {300, 0}}),
                                        new DensityCurve.Curve("one", new double[][] {{100, 0}, {150, 0.1}, {300, 0}})),
                                120,
                                250,
                                List.of(new Mark(110, "observed")))
                        .draw(),
                Histogram.of(
                                caption("histogram"),
                                "weight",
                                new double[] {1, 2, 2, 3, 9},
                                4,
                                List.of(new Mark(5, "threshold")))
                        .draw(),
                new UpSet(
                                caption("upset"),
                                List.of("siskin", "dunlin & co", "<plover>"),
                                List.of(
                                        new UpSet.Overlap(1, 40, "40"),
                                        new UpSet.Overlap(6, 3, "3"),
                                        new UpSet.Overlap(7, 2, "<5")),
                                10)
                        .draw(),
                new Bars(caption("bars"), List.of("seen", "unseen"), List.of(new Bars.Row("Tarsk", 10, 5))).draw(),
                new Traces(caption("traces"), "draws", "N", List.of(new Traces.Line("chain 1", new double[] {1, 3, 2})))
                        .draw(),
                new Waterfall(
                                caption("waterfall"),
                                "bits",
                                List.of(
                                        new Waterfall.Step("before looking", -10),
                                        new Waterfall.Step("same day, " + "of many words ".repeat(6), 12)),
                                "sum")
                        .draw(),
                new NightGrid(
                                caption("nights"),
                                List.of("1 May", "2 May", "3 May"),
                                List.of(new NightGrid.House("mill", 2), new NightGrid.House("yard", 1)),
                                List.of(
                                        new NightGrid.Stay("grey-teal", 0, 0, 2, 2, true),
                                        new NightGrid.Stay("red-knot", 1, 1, 2, 1, false)))
                        .draw());
    }
}
