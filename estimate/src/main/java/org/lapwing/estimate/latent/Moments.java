// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

import java.util.Arrays;

/** Running variance of each coordinate (Welford 1962), drawn a little towards one. */
final class Moments {
    private static final double PRIOR = 5;

    private final double[] mean;
    private final double[] squares;
    private int number;

    Moments(int dimension) {
        this.mean = new double[dimension];
        this.squares = new double[dimension];
    }

    void clear() {
        Arrays.fill(mean, 0);
        Arrays.fill(squares, 0);
        number = 0;
    }

    void add(double[] point) {
        number++;
        for (int i = 0; i < mean.length; i++) {
            double off = point[i] - mean[i];
            mean[i] += off / number;
            squares[i] += off * (point[i] - mean[i]);
        }
    }

    void scales(double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = Math.sqrt((squares[i] + PRIOR * 0.1) / (number + PRIOR));
        }
    }
}
