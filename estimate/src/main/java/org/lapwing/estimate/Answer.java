// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import java.util.Optional;

/** An interval with its point, or why there is none. */
public sealed interface Answer {

    /**
     * A number with its uncertainty.
     *
     * @param estimate point; the median for the Bayesian methods
     * @param level what the interval claims, 0.95; or 0 where it claims no level, such as a range over methods
     * @param draws of N, where the method has them: for sums over strata and pooling over linkages; empty otherwise
     */
    record Interval(double estimate, double lower, double upper, double level, double[] draws) implements Answer {
        public Interval(double estimate, double lower, double upper) {
            this(estimate, lower, upper, 0.95, new double[0]);
        }

        public double width() {
            return upper - lower;
        }

        public boolean holds(double value) {
            return lower <= value && value <= upper;
        }
    }

    record Refused(Said because) implements Answer {}

    static Answer refused(String english, String russian) {
        return new Refused(new Said(english, russian));
    }

    default Optional<Interval> interval() {
        return this instanceof Interval interval ? Optional.of(interval) : Optional.empty();
    }
}
