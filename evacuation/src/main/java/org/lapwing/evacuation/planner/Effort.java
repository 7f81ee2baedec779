// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import java.time.Duration;

/**
 * How long to search: a number of iterations, which makes the plan repeatable bit for bit, or a time.
 *
 * @param iterations over all lanes; 0 where time decides
 * @param lanes searches that run side by side and exchange their best
 */
public record Effort(long seed, int lanes, long iterations, Duration time) {
    static final int REPEATABLE_LANES = 2;

    public static Effort iterations(long seed, long iterations) {
        return new Effort(seed, REPEATABLE_LANES, iterations, Duration.ZERO);
    }

    /** On all cores. */
    public static Effort time(long seed, Duration time) {
        return new Effort(seed, Math.max(1, Runtime.getRuntime().availableProcessors()), 0, time);
    }

    boolean byTime() {
        return iterations == 0;
    }
}
