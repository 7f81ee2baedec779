// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.numeric;

/** The gamma function's logarithm, the normal, Poisson and Student distributions. Relative errors below 1e-12, unless said. */
public final class SpecialFunctions {
    /** The 0.975 quantile of the standard normal distribution, to the digits that the references use: 1.96. */
    public static final double Z_975 = 1.959963984540054;

    /** The 0.95 quantile of the chi-square distribution with one degree of freedom. */
    public static final double CHI_SQUARE_95 = 3.841458820694124;

    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

    private SpecialFunctions() {}

    /** log Γ(x) for x above 0: Stirling's series (DLMF 5.11.1) after raising x to 10 at least. */
    public static double logGamma(double x) {
        if (x >= 10) {
            return stirling(x);
        }
        double product = 1;
        double raised = x;
        while (raised < 10) {
            product *= raised;
            raised++;
        }
        return stirling(raised) - Math.log(product);
    }

    private static double stirling(double x) {
        double r = 1 / (x * x);
        double series = (1.0 / 12
                        - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r * (1.0 / 1188 - r * 691.0 / 360360)))))
                / x;
        return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + series;
    }

    /** Φ(x), by the continued fraction or the series of the error function; absolute error below 1e-14. */
    public static double normal(double x) {
        double size = Math.abs(x);
        double tail;
        if (size < 3) {
            double term = size;
            double sum = size;
            for (int k = 1; k < 200 && term > sum * 1e-17; k++) {
                term *= size * size / (2 * k + 1);
                sum += term;
            }
            tail = 0.5 - sum * Math.exp(-0.5 * size * size - HALF_LOG_TWO_PI);
        } else {
            double fraction = size;
            for (int k = 60; k > 0; k--) {
                fraction = size + k / fraction;
            }
            tail = Math.exp(-0.5 * size * size - HALF_LOG_TWO_PI) / fraction;
        }
        return x > 0 ? 1 - tail : tail;
    }

    /** The x with Φ(x) = p, for p strictly between 0 and 1, else an infinity: bisection, then Newton's steps. */
    public static double normalQuantile(double p) {
        if (p <= 0 || p >= 1) {
            return p <= 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double low = -40;
        double high = 40;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (normal(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** P(X ≤ k) for a Poisson mean of {@code mean}. */
    public static double poissonAtMost(double k, double mean) {
        if (k < 0) {
            return 0;
        }
        if (mean == 0) {
            return 1;
        }
        return 1 - regularizedGamma(Math.floor(k) + 1, mean);
    }

    /** P(X ≥ k). */
    public static double poissonAtLeast(double k, double mean) {
        return k <= 0 ? 1 : mean == 0 ? 0 : regularizedGamma(Math.ceil(k), mean);
    }

    /** The chance that a sum of {@code degrees} squared standard normals reaches x; 1 where there are none. */
    public static double chiSquareAtLeast(double x, int degrees) {
        return degrees <= 0 || x <= 0 ? 1 : 1 - regularizedGamma(degrees / 2.0, x / 2);
    }

    /** The lower incomplete gamma function P(a, x) (DLMF 8.11.4 and the continued fraction 8.9.2). */
    private static double regularizedGamma(double a, double x) {
        double scale = Math.exp(a * Math.log(x) - x - logGamma(a));
        if (x < a + 1) {
            double term = 1 / a;
            double sum = term;
            for (int k = 1; k < 100_000 && term > sum * 1e-16; k++) {
                term *= x / (a + k);
                sum += term;
            }
            return scale * sum;
        }
        double b = x + 1 - a;
        double c = 1e300;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i < 100_000; i++) {
            double an = -i * (i - a);
            b += 2;
            d = 1 / (an * d + b);
            c = b + an / c;
            double step = c * d;
            h *= step;
            if (Math.abs(step - 1) < 1e-15) {
                break;
            }
        }
        return 1 - scale * h;
    }

    /** The 0.975 quantile of Student's distribution: bisection over Simpson's integral of its density; error below 1e-6. */
    public static double studentQuantile975(double degrees) {
        if (degrees > 1e6) {
            return Z_975;
        }
        double low = 1.9;
        double high = 13;
        for (int i = 0; i < 50; i++) {
            double middle = (low + high) / 2;
            if (studentCentral(middle, degrees) < 0.475) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double studentCentral(double t, double degrees) {
        double log = logGamma((degrees + 1) / 2) - logGamma(degrees / 2) - 0.5 * Math.log(degrees * Math.PI);
        int steps = 2000;
        double width = t / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double x = i * width;
            double height = Math.exp(log - (degrees + 1) / 2 * Math.log1p(x * x / degrees));
            sum += height * (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2);
        }
        return sum * width / 3;
    }
}
