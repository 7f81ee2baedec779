// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.loglinear;

import java.util.Optional;
import org.lapwing.estimate.numeric.Cholesky;
import org.lapwing.estimate.numeric.SpecialFunctions;

/**
 * A Poisson regression with the logarithmic link, fitted by iteratively reweighted least squares (McCullagh and Nelder
 * 1989, section 2.5).
 *
 * @param fitted the mean of each cell
 * @param logLikelihood with all its constants
 * @param variances the diagonal of the inverse information, and its first column in {@code covarianceOfFirst}
 */
public record PoissonFit(
        double[] coefficients, double[] fitted, double deviance, double logLikelihood, double[] covarianceOfFirst) {

    private static final int MOST_STEPS = 200;

    /** Empty if the design has not full rank or no fit was reached in {@value #MOST_STEPS} steps. */
    public static Optional<PoissonFit> of(double[][] design, double[] counts) {
        int cells = counts.length;
        double[] eta = new double[cells];
        double[] mean = new double[cells];
        for (int i = 0; i < cells; i++) {
            mean[i] = counts[i] + 0.1;
            eta[i] = Math.log(mean[i]);
        }
        double before = Double.POSITIVE_INFINITY;
        double[] coefficients = new double[design[0].length];
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<Cholesky> information = Cholesky.of(information(design, mean));
            if (information.isEmpty()) {
                return Optional.empty();
            }
            double[] next = information.get().solve(score(design, counts, mean, eta));
            double deviance = advance(design, next, counts, eta, mean);
            for (int half = 0; half < 40 && !(deviance <= before + 1e-6 * (Math.abs(before) + 1)) && step > 0; half++) {
                for (int j = 0; j < next.length; j++) {
                    next[j] = (next[j] + coefficients[j]) / 2;
                }
                deviance = advance(design, next, counts, eta, mean);
            }
            coefficients = next;
            if (Math.abs(deviance - before) < 1e-11 * (Math.abs(deviance) + 0.1)) {
                double reached = deviance;
                return Cholesky.of(information(design, mean))
                        .map(last -> finished(next, mean, reached, counts, last.inverseColumn(0)));
            }
            before = deviance;
        }
        return Optional.empty();
    }

    private static PoissonFit finished(
            double[] coefficients, double[] mean, double deviance, double[] counts, double[] covariance) {
        double log = 0;
        for (int i = 0; i < counts.length; i++) {
            log += (counts[i] > 0 ? counts[i] * Math.log(mean[i]) : 0)
                    - mean[i]
                    - SpecialFunctions.logGamma(counts[i] + 1);
        }
        return new PoissonFit(coefficients, mean, deviance, log, covariance);
    }

    private static double[][] information(double[][] design, double[] mean) {
        int size = design[0].length;
        double[][] matrix = new double[size][size];
        for (int i = 0; i < mean.length; i++) {
            double[] row = design[i];
            for (int j = 0; j < size; j++) {
                double weighted = mean[i] * row[j];
                if (weighted != 0) {
                    for (int k = 0; k <= j; k++) {
                        matrix[j][k] += weighted * row[k];
                    }
                }
            }
        }
        return matrix;
    }

    private static double[] score(double[][] design, double[] counts, double[] mean, double[] eta) {
        double[] right = new double[design[0].length];
        for (int i = 0; i < counts.length; i++) {
            double working = mean[i] * eta[i] + counts[i] - mean[i];
            for (int j = 0; j < right.length; j++) {
                right[j] += design[i][j] * working;
            }
        }
        return right;
    }

    private static double advance(double[][] design, double[] beta, double[] counts, double[] eta, double[] mean) {
        double deviance = 0;
        for (int i = 0; i < counts.length; i++) {
            double sum = 0;
            for (int j = 0; j < beta.length; j++) {
                sum += design[i][j] * beta[j];
            }
            eta[i] = Math.clamp(sum, -40, 60);
            mean[i] = Math.exp(eta[i]);
            deviance += 2 * ((counts[i] > 0 ? counts[i] * Math.log(counts[i] / mean[i]) : 0) - counts[i] + mean[i]);
        }
        return deviance;
    }

    public int parameters() {
        return coefficients.length;
    }

    /** The chance of a deviance as large as this if the model holds, by its limit of many people. */
    public double chanceOfDeviance() {
        return SpecialFunctions.chiSquareAtLeast(deviance, fitted.length - parameters());
    }

    public double aic() {
        return -2 * logLikelihood + 2 * parameters();
    }

    /** The number of observed people is the sample size. */
    public double bic(double observed) {
        return -2 * logLikelihood + Math.log(observed) * parameters();
    }

    /** exp(intercept): how many are in the cell that nobody sees, where the first column is constant. */
    public double unseen() {
        return Math.exp(coefficients[0]);
    }

    /** The standard error of n + n_0: that of a Poisson count of estimated mean. */
    public double standardError() {
        return Math.sqrt(unseen() + unseen() * unseen() * covarianceOfFirst[0]);
    }
}
