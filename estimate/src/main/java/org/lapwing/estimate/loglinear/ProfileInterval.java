// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.loglinear;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.lapwing.estimate.Answer;
import org.lapwing.estimate.numeric.SpecialFunctions;

/**
 * N under a log-linear model by the multinomial likelihood profiled over everything else (Cormack 1992): for each N the
 * model is fitted to the whole table with N - n in the unseen cell.
 */
final class ProfileInterval {
    private final double[][] design;
    private final double[] counts;
    private final double observed;

    ProfileInterval(LogLinearModel model, double[] dense, double observed) {
        this.design = model.design(0);
        this.counts = dense.clone();
        this.observed = observed;
    }

    /** Empty if a fit failed on the way. {@code start} is about where N is. */
    Optional<Answer.Interval> around(double start) {
        double high = Math.max(2 * (start - observed), 10);
        double point = highest(0, high * 2);
        double most = at(point);
        if (!Double.isFinite(most)) {
            return Optional.empty();
        }
        DoubleUnaryOperator loss = unseen -> 2 * (most - at(unseen)) - SpecialFunctions.CHI_SQUARE_95;
        double lower = loss.applyAsDouble(0) < 0 ? 0 : root(loss, 0, point);
        double far = Math.max(point * 2, 10);
        for (int i = 0; i < 30 && loss.applyAsDouble(far) < 0; i++) {
            far *= 2;
        }
        double upper = root(loss, far, point);
        return Optional.of(new Answer.Interval(observed + point, observed + lower, observed + upper));
    }

    /** Golden section over log-concave likelihoods. */
    private double highest(double from, double to) {
        double ratio = (Math.sqrt(5) - 1) / 2;
        double low = from;
        double high = to;
        double a = high - ratio * (high - low);
        double b = low + ratio * (high - low);
        double atA = at(a);
        double atB = at(b);
        for (int i = 0; i < 90 && high - low > 1e-3; i++) {
            if (atA > atB) {
                high = b;
                b = a;
                atB = atA;
                a = high - ratio * (high - low);
                atA = at(a);
            } else {
                low = a;
                a = b;
                atA = atB;
                b = low + ratio * (high - low);
                atB = at(b);
            }
        }
        return (low + high) / 2;
    }

    private static double root(DoubleUnaryOperator loss, double outside, double inside) {
        double out = outside;
        double in = inside;
        for (int i = 0; i < 60 && Math.abs(out - in) > 1e-3; i++) {
            double middle = (out + in) / 2;
            if (loss.applyAsDouble(middle) > 0) {
                out = middle;
            } else {
                in = middle;
            }
        }
        return (out + in) / 2;
    }

    private double at(double unseen) {
        counts[0] = unseen;
        Optional<PoissonFit> fit = PoissonFit.of(design, counts);
        if (fit.isEmpty()) {
            return Double.NaN;
        }
        double total = observed + unseen;
        double log = SpecialFunctions.logGamma(total + 1) - SpecialFunctions.logGamma(unseen + 1);
        double[] mean = fit.get().fitted();
        for (int i = 0; i < counts.length; i++) {
            log += counts[i] > 0 ? counts[i] * Math.log(mean[i] / total) : 0;
        }
        return log;
    }
}
