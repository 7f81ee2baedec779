// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.numeric;

import java.util.Optional;

/**
 * A symmetric positive definite matrix in factors, after scaling its diagonal to one, so that parameters of very different
 * information do not spoil one another.
 */
public final class Cholesky {
    private final double[][] lower;
    private final double[] scale;

    private Cholesky(double[][] lower, double[] scale) {
        this.lower = lower;
        this.scale = scale;
    }

    /** Empty if the matrix is not positive definite to working precision. */
    public static Optional<Cholesky> of(double[][] matrix) {
        int size = matrix.length;
        double[] scale = new double[size];
        for (int i = 0; i < size; i++) {
            if (!(matrix[i][i] > 0)) {
                return Optional.empty();
            }
            scale[i] = 1 / Math.sqrt(matrix[i][i]);
        }
        double[][] lower = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j] * scale[i] * scale[j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j) {
                    if (!(sum > 1e-13)) {
                        return Optional.empty();
                    }
                    lower[i][i] = Math.sqrt(sum);
                } else {
                    lower[i][j] = sum / lower[j][j];
                }
            }
        }
        return Optional.of(new Cholesky(lower, scale));
    }

    public double[] solve(double[] right) {
        int size = right.length;
        double[] x = new double[size];
        for (int i = 0; i < size; i++) {
            double sum = right[i] * scale[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i][k] * x[k];
            }
            x[i] = sum / lower[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            double sum = x[i];
            for (int k = i + 1; k < size; k++) {
                sum -= lower[k][i] * x[k];
            }
            x[i] = sum / lower[i][i];
        }
        for (int i = 0; i < size; i++) {
            x[i] *= scale[i];
        }
        return x;
    }

    /** One column of the inverse. */
    public double[] inverseColumn(int column) {
        double[] unit = new double[scale.length];
        unit[column] = 1;
        return solve(unit);
    }
}
