// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

import java.util.SplittableRandom;
import org.lapwing.estimate.numeric.SpecialFunctions;

/** Gamma, beta, binomial and negative binomial variates from one seeded stream. One thread. */
final class Variates {
    private final SplittableRandom random;

    Variates(long seed) {
        this.random = new SplittableRandom(seed);
    }

    double uniform() {
        return random.nextDouble();
    }

    double gaussian() {
        return random.nextGaussian();
    }

    double exponential() {
        return random.nextExponential();
    }

    /** Marsaglia and Tsang (2000), of unit scale; below shape 1 by a power of a uniform, in logarithms. */
    double logGamma(double shape) {
        if (shape < 1) {
            return logGamma(shape + 1) + Math.log(1 - random.nextDouble()) / shape;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            if (v > 0) {
                v = v * v * v;
                double u = 1 - random.nextDouble();
                if (u < 1 - 0.0331 * x * x * x * x || Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) {
                    return Math.log(d * v);
                }
            }
        }
    }

    double gamma(double shape) {
        return Math.exp(logGamma(shape));
    }

    /** Never exactly 0 or 1. */
    double beta(double a, double b) {
        if (a == 1 && b == 1) {
            return Math.clamp(random.nextDouble(), 1e-300, 1 - 1e-16);
        }
        double x = logGamma(a);
        double y = logGamma(b);
        return Math.clamp(1 / (1 + Math.exp(y - x)), 1e-300, 1 - 1e-16);
    }

    long poisson(double mean) {
        if (mean < 30) {
            double limit = Math.exp(-mean);
            double product = random.nextDouble();
            long k = 0;
            while (product > limit) {
                product *= random.nextDouble();
                k++;
            }
            return k;
        }
        // Ahrens and Dieter (1974): halve the mean by a gamma waiting time
        long m = (long) (mean * 7 / 8);
        double x = gamma((double) m);
        return x > mean ? binomial(m - 1, mean / x) : m + poisson(mean - x);
    }

    /** By counting while the mean is small, else by transformed rejection (Hörmann 1993, BTRS). */
    long binomial(long trials, double probability) {
        if (trials <= 0 || probability <= 0) {
            return 0;
        }
        if (probability >= 1) {
            return trials;
        }
        if (probability > 0.5) {
            return trials - binomial(trials, 1 - probability);
        }
        return trials * probability < 10 ? inverted(trials, probability) : rejected(trials, probability);
    }

    private long rejected(long trials, double p) {
        double spread = Math.sqrt(trials * p * (1 - p));
        double b = 1.15 + 2.53 * spread;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double c = trials * p + 0.5;
        double inside = 0.92 - 4.2 / b;
        while (true) {
            double v = 1 - random.nextDouble();
            double u = random.nextDouble() - 0.5;
            double near = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / near + b) * u + c);
            if (near >= 0.07 && v <= inside) {
                return (long) k;
            }
            if (k >= 0
                    && k <= trials
                    && accepted(trials, p, k, v * (2.83 + 5.1 / b) * spread / (a / (near * near) + b))) {
                return (long) k;
            }
        }
    }

    private static boolean accepted(long trials, double p, double k, double v) {
        double mode = Math.floor((trials + 1) * p);
        double gain = SpecialFunctions.logGamma(mode + 1)
                + SpecialFunctions.logGamma(trials - mode + 1)
                - SpecialFunctions.logGamma(k + 1)
                - SpecialFunctions.logGamma(trials - k + 1);
        return Math.log(v) <= gain + (k - mode) * Math.log(p / (1 - p));
    }

    private long inverted(long trials, double probability) {
        double odds = probability / (1 - probability);
        double mass = Math.exp(trials * Math.log1p(-probability));
        double u = random.nextDouble();
        long k = 0;
        while (u > mass && k < trials) {
            u -= mass;
            k++;
            mass *= odds * (trials - k + 1) / k;
        }
        return k;
    }

    /** Failures before {@code size} successes: a Poisson count whose mean is a gamma variate. */
    long negativeBinomial(double size, double odds) {
        double mean = gamma(size) * odds;
        return mean > 1e15 ? (long) 1e15 : poisson(mean);
    }
}
