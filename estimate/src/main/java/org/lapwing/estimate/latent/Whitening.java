// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

import java.util.Arrays;

/** An affine map x = c + L y, L lower triangular, after which what was seen of x would have the covariance one as y. */
final class Whitening {
    private static final double PRIOR = 20;

    private final int size;
    private final double[] centre;
    private final double[][] lower;
    private final double[] mean;
    private final double[][] squares;
    private int number;

    Whitening(int size) {
        this.size = size;
        this.centre = new double[size];
        this.lower = new double[size][size];
        this.mean = new double[size];
        this.squares = new double[size][size];
        for (int i = 0; i < size; i++) {
            lower[i][i] = 1;
        }
    }

    void clear() {
        number = 0;
        Arrays.fill(mean, 0);
        for (double[] row : squares) {
            Arrays.fill(row, 0);
        }
    }

    /** @param from where the vector begins in the array */
    void add(double[] values, int from) {
        number++;
        for (int i = 0; i < size; i++) {
            double off = values[from + i] - mean[i];
            for (int j = 0; j < i; j++) {
                squares[i][j] += off * (values[from + j] - mean[j]);
            }
            mean[i] += off / number;
            squares[i][i] += off * (values[from + i] - mean[i]);
        }
    }

    /** Learns the map of what was added, drawn a little towards a small unit matrix; of too little it learns nothing. */
    void learn() {
        if (number < 5 * size) {
            return;
        }
        for (int i = 0; i < size; i++) {
            centre[i] = mean[i];
            for (int j = 0; j <= i; j++) {
                double sum = (squares[i][j] + (i == j ? PRIOR * 0.01 : 0)) / (number + PRIOR);
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
    }

    void outward(double[] y, double[] into) {
        for (int i = 0; i < size; i++) {
            double sum = centre[i];
            for (int k = 0; k <= i; k++) {
                sum += lower[i][k] * y[k];
            }
            into[i] = sum;
        }
    }

    void inward(double[] x, double[] into) {
        for (int i = 0; i < size; i++) {
            double sum = x[i] - centre[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i][k] * into[k];
            }
            into[i] = sum / lower[i][i];
        }
    }

    /** The slope of y, from that of x. */
    void slope(double[] ofX, double[] into) {
        for (int k = 0; k < size; k++) {
            double sum = 0;
            for (int i = k; i < size; i++) {
                sum += lower[i][k] * ofX[i];
            }
            into[k] = sum;
        }
    }
}
