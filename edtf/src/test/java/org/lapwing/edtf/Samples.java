// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.lapwing.edtf.EdtfInterval.Limit;

/** Values drawn from a seed, and small sets of them. */
final class Samples {

    private Samples() {}

    static EdtfDate date(RandomGenerator random) {
        Form form = Form.values()[random.nextInt(Form.values().length)];
        Certainty certainty = Certainty.values()[random.nextInt(4)];
        int year = 1900 + random.nextInt(150);
        int month = 1 + random.nextInt(12);
        return switch (form) {
            case DAY -> new EdtfDate(form, year, month, 1 + random.nextInt(28), certainty);
            case TENS_OF_DAYS -> new EdtfDate(form, year, month, 10 * random.nextInt(3), certainty);
            case DAY_UNKNOWN, MONTH -> new EdtfDate(form, year, month, 0, certainty);
            case SEASON -> new EdtfDate(form, year, 21 + random.nextInt(4), 0, certainty);
            case MONTH_UNKNOWN, DAY_AND_MONTH_UNKNOWN, YEAR -> new EdtfDate(form, year, 0, 0, certainty);
            case DECADE -> new EdtfDate(form, year - year % 10, 0, 0, certainty);
            case CENTURY -> new EdtfDate(form, year - year % 100, 0, 0, certainty);
        };
    }

    static Edtf value(RandomGenerator random) {
        EdtfDate a = date(random);
        return switch (random.nextInt(8)) {
            case 0 -> new EdtfInterval(new Limit.At(a), new Limit.Open());
            case 1 -> new EdtfInterval(new Limit.Open(), new Limit.At(a));
            case 2 -> new EdtfInterval(new Limit.At(a), new Limit.Unknown());
            case 3 -> new EdtfInterval(new Limit.Unknown(), new Limit.At(a));
            case 4, 5 -> {
                EdtfDate b = date(random);
                yield b.asStated().last().isBefore(a.asStated().first())
                        ? EdtfInterval.between(b, a)
                        : EdtfInterval.between(a, b);
            }
            default -> a;
        };
    }

    static List<Edtf> values(RandomGenerator random, int count) {
        List<Edtf> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(value(random));
        }
        return values;
    }
}
