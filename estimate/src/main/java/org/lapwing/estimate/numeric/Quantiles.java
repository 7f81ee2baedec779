// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.numeric;

import java.util.Arrays;

/** Sample quantiles, after Hyndman and Fan (1996). */
public final class Quantiles {
    private Quantiles() {}

    /** Type 7: straight between order statistics. The values need not be sorted and are left as they are. */
    public static double of(double[] values, double probability) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted, probability);
    }

    public static double ofSorted(double[] sorted, double probability) {
        return between(sorted, 1 + (sorted.length - 1) * probability);
    }

    /** Type 8: about median-unbiased whatever the distribution. */
    public static double median8(double[] sorted, double probability) {
        return between(sorted, (sorted.length + 1.0 / 3) * probability + 1.0 / 3);
    }

    private static double between(double[] sorted, double place) {
        double clamped = Math.clamp(place, 1, sorted.length);
        int below = (int) Math.floor(clamped);
        double share = clamped - below;
        double low = sorted[below - 1];
        return share == 0 ? low : low + share * (sorted[below] - low);
    }
}
