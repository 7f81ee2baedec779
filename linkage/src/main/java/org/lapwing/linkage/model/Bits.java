// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.model;

/** Powers of two for probabilities: plain arithmetic, so the same bits on every machine, and ten times faster than StrictMath. */
public final class Bits {

    private static final double LN2 = StrictMath.log(2);

    private Bits() {}

    /** 2 to the power of {@code x}, within one part in 10^10; 0 below -1000, and as for 1000 above it. */
    public static double power(double x) {
        if (x < -1000) {
            return 0;
        }
        double most = Math.min(x, 1000);
        int whole = (int) Math.floor(most);
        double y = (most - whole - 0.5) * LN2;
        // Taylor's series about one half, |y| <= 0.35
        double sum = 1 + y / 9;
        for (int n = 8; n >= 1; n--) {
            sum = 1 + y * sum / n;
        }
        return Math.scalb(sum * ROOT2, whole);
    }

    private static final double ROOT2 = StrictMath.sqrt(2);

    /** The probability whose odds have this log2. */
    public static double probability(double weight) {
        return 1 / (1 + power(-weight));
    }
}
