// SPDX-License-Identifier: Apache-2.0
package org.lapwing.figures;

import java.util.ArrayList;
import java.util.List;

/** A straight scale from values to units of the picture, with round ticks. */
record Axis(double from, double to, double start, double end) {

    /** A range of no width is widened, so that one value can be drawn too. */
    static Axis over(double least, double most, double start, double end) {
        double room = most > least ? 0 : Math.max(1, Math.abs(least) * 0.1);
        return new Axis(least - room, most + room, start, end);
    }

    double at(double value) {
        double share = (Math.clamp(value, from, to) - from) / (to - from);
        return start + share * (end - start);
    }

    boolean holds(double value) {
        return value >= from && value <= to;
    }

    /** About five, at 1, 2 or 5 times a power of ten. */
    List<Double> ticks() {
        double rough = (to - from) / 5;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double lead = rough / power;
        double step = power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
        List<Double> ticks = new ArrayList<>();
        for (double k = Math.ceil(from / step - 1e-9); k * step <= to + step * 1e-9 && ticks.size() < 20; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    /** A line along the foot of the picture with its numbers under it. */
    void drawAlong(Svg svg, double top, double y, Language language) {
        for (double tick : ticks()) {
            svg.line(at(tick), top, at(tick), y, Svg.Tone.WASH);
            svg.text(at(tick), y + 16, language.number(tick), Svg.Anchor.MIDDLE, Svg.Tone.SOFT);
        }
        svg.line(start, y, end, y, Svg.Tone.LINE);
    }

    void drawUp(Svg svg, double left, double right, Language language) {
        for (double tick : ticks()) {
            svg.line(left, at(tick), right, at(tick), Svg.Tone.WASH);
            svg.text(left - 6, at(tick) + 4, language.number(tick), Svg.Anchor.END, Svg.Tone.SOFT);
        }
    }
}
