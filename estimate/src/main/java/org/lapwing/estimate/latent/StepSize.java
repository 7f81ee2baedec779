// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

/** A step learned by dual averaging (Hoffman and Gelman 2014, section 3.2), with their constants. */
final class StepSize {
    private static final double GAMMA = 0.05;
    private static final double DELAY = 10;
    private static final double FORGETTING = 0.75;

    private final double centre;
    private double logTried;
    private double logSettled;
    private double error;
    private int times;

    StepSize(double first) {
        this.centre = Math.log(10 * first);
        this.logTried = Math.log(first);
        this.logSettled = logTried;
    }

    void learn(double accepted, double wanted) {
        times++;
        double weight = 1 / (times + DELAY);
        error = (1 - weight) * error + weight * (wanted - accepted);
        logTried = centre - Math.sqrt(times) / GAMMA * error;
        double forgotten = Math.pow(times, -FORGETTING);
        logSettled = forgotten * logTried + (1 - forgotten) * logSettled;
    }

    /** The step to try next while learning. */
    double tried() {
        return Math.exp(logTried);
    }

    /** The step to keep. */
    double settled() {
        return Math.exp(logSettled);
    }
}
