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
        double steps = Math.min(x, 1000) * STEPS;
        int whole = (int) Math.floor(steps);
        double y = (steps - whole) * STEP;
        // a table and two terms of Taylor's series: a chain of nine multiplications took a seventh of a whole run;
        // the exponent is put together by hand because Math.scalb took an eighth
        return TABLE[whole & (STEPS - 1)]
                * (1 + y + 0.5 * y * y)
                * Double.longBitsToDouble(((whole >> STEP_BITS) + 1023L) << 52);
    }

    private static final int STEP_BITS = 10;
    private static final int STEPS = 1 << STEP_BITS;
    private static final double STEP = LN2 / STEPS;
    private static final double[] TABLE = table();

    private static double[] table() {
        double[] table = new double[STEPS];
        for (int k = 0; k < STEPS; k++) {
            table[k] = StrictMath.pow(2, (double) k / STEPS);
        }
        return table;
    }

    /** The probability whose odds have this log2. */
    public static double probability(double weight) {
        return 1 / (1 + power(-weight));
    }
}
