// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.loglinear;

import java.util.Optional;
import org.lapwing.estimate.CaptureTable;
import org.lapwing.estimate.numeric.SpecialFunctions;

/**
 * The profile likelihood of N where being listed once changes whether one is listed again (Otis and others 1978). Only the
 * first list a person is on tells of N: with chance p on each list (Mb), or p' on the first list and p on the others (Mbh),
 * and both have their maximum in closed form for any N:
 *
 * <pre>log L(N) = log N! - log (N - n)! + max_p [ n log p + (missed + t (N - n)) log (1 - p) ]</pre>
 *
 * <p>where {@code missed} counts the lists passed before the first.
 */
final class BehaviourProfile {
    private static final double FARTHEST = 1e13;

    private final double observed;
    private final double first;
    private final double missed;
    private final int lists;
    private final boolean firstApart;

    BehaviourProfile(CaptureTable table, boolean firstApart) {
        this.firstApart = firstApart;
        this.lists = table.size();
        this.observed = table.observed();
        double onFirst = 0;
        double passed = 0;
        for (int cell = 0; cell < table.cells(); cell++) {
            int before = Integer.numberOfTrailingZeros(table.pattern(cell));
            onFirst += before == 0 ? table.count(cell) : 0;
            passed += table.count(cell) * (double) (firstApart ? Math.max(0, before - 1) : before);
        }
        this.first = onFirst;
        this.missed = passed;
    }

    /** Ends at which the likelihood has fallen by half of chi-square's 95 %; empty where it never falls, however large N is. */
    Optional<double[]> ends() {
        double best = highest();
        double least = at(best) - SpecialFunctions.CHI_SQUARE_95 / 2;
        double far = Math.max(2 * best, 10);
        while (far < FARTHEST && at(far) > least) {
            far *= 2;
        }
        if (at(far) > least) {
            return Optional.empty();
        }
        double lower = at(0) > least ? 0 : crossing(0, best, least);
        return Optional.of(new double[] {observed + lower, observed + crossing(far, best, least)});
    }

    /** The unseen where the likelihood is highest: it rises to there and falls from there. */
    private double highest() {
        double low = 0;
        double high = 10;
        while (high < FARTHEST && at(2 * high) > at(high)) {
            high *= 2;
        }
        high *= 2;
        for (int i = 0; i < 200; i++) {
            double third = (high - low) / 3;
            if (at(low + third) < at(high - third)) {
                low += third;
            } else {
                high -= third;
            }
        }
        return (low + high) / 2;
    }

    private double crossing(double outside, double inside, double least) {
        double out = outside;
        double in = inside;
        for (int i = 0; i < 100; i++) {
            double middle = (out + in) / 2;
            if (at(middle) < least) {
                out = middle;
            } else {
                in = middle;
            }
        }
        return (out + in) / 2;
    }

    double at(double unseen) {
        double all = orders(unseen);
        return firstApart
                ? all
                        + trials(first, observed - first + unseen)
                        + trials(observed - first, missed + (lists - 1) * unseen)
                : all + trials(observed, missed + lists * unseen);
    }

    /** log (N! / (N - n)!), where it is a small difference of large numbers by Stirling's formula for the difference itself. */
    private double orders(double unseen) {
        if (unseen < 1000) {
            return SpecialFunctions.logGamma(observed + unseen + 1) - SpecialFunctions.logGamma(unseen + 1);
        }
        double from = unseen + 1;
        return observed * (Math.log(from) - 1)
                + (from + observed - 0.5) * Math.log1p(observed / from)
                + (1 / (from + observed) - 1 / from) / 12;
    }

    /** The highest log likelihood of so many hits and misses. */
    private static double trials(double hits, double misses) {
        double all = hits + misses;
        return (hits > 0 ? hits * Math.log(hits / all) : 0) + (misses > 0 ? misses * Math.log1p(-hits / all) : 0);
    }
}
