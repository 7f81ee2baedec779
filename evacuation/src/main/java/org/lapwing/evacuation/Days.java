// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation;

/**
 * A duration that nobody knows exactly: a triangular distribution over {@code least} to {@code most} days with its peak at
 * {@code likely}.
 */
public record Days(int least, int likely, int most) {
    public Days {
        if (least < 0 || likely < least || most < likely) {
            throw new EvacuationException("days must not decrease from least over likely to most");
        }
    }

    public static Days exactly(int days) {
        return new Days(days, days, days);
    }

    /** The number of whole days that suffices with this probability: the quantile, rounded up. */
    public int sufficing(int percent) {
        double range = (double) most - least;
        if (range == 0) {
            return most;
        }
        double p = percent / 100.0;
        double peak = (likely - least) / range;
        double at = p <= peak
                ? least + Math.sqrt(p * range * (likely - least))
                : most - Math.sqrt((1 - p) * range * (most - likely));
        return (int) Math.ceil(at - 1e-9);
    }
}
