// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/** Several measurements of the same thing, in order of size: the middle one is the figure, the ends its spread. */
record Rounds(double[] sorted) {
    static Rounds of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Rounds(sorted);
    }

    /** One round that is thrown away, then {@code count} that are kept. */
    static Rounds warm(int count, DoubleSupplier round) {
        var _ = round.getAsDouble();
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = round.getAsDouble();
        }
        return of(values);
    }

    interface Act {
        void run() throws IOException;
    }

    /** How often a second {@code act} runs when repeated for about {@code seconds}. */
    static double aSecond(double seconds, Act act) {
        long start = System.nanoTime();
        long until = start + (long) (seconds * 1e9);
        long count = 0;
        try {
            do {
                act.run();
                count++;
            } while (System.nanoTime() < until);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return count / ((System.nanoTime() - start) / 1e9);
    }

    double middle() {
        return sorted[sorted.length / 2];
    }

    /** The value that this share of all stays under, by nearest rank. */
    double quantile(double share) {
        return sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }

    /** Such as {@code 5,210 (4,980 to 5,300) /s}. */
    String text(String unit) {
        return number(middle()) + " (" + number(sorted[0]) + " to " + number(sorted[sorted.length - 1]) + ") " + unit;
    }

    static String number(double value) {
        String form = Math.abs(value) >= 100 ? "%,.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, form, value);
    }
}
