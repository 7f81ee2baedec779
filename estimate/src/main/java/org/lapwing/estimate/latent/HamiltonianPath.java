// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

import java.util.Arrays;

/**
 * Hamiltonian Monte Carlo (Neal 2011) over one landscape: paths from where it stands, each taken or not, by a step that is
 * learned (dual averaging, Hoffman and Gelman 2014). Steps and lengths are drawn anew for each path, so that none resonates.
 */
final class HamiltonianPath {
    private static final double ACCEPTED = 0.8;

    /**
     * How far paths go.
     *
     * @param time mean time of a path, in standard deviations: its steps are so many that it goes as far on a large table as
     *     on a small one
     * @param fewest the least that the mean number of steps may be
     * @param most the most that it may be
     * @param spread of the number of steps about its mean, as a share of it
     * @param small share of the paths that go by steps of a quarter, out of narrow places where the usual step is never taken
     */
    record Pace(double time, double fewest, double most, double spread, double small) {}

    private final Landscape landscape;
    private final Variates random;
    private final Pace pace;
    private final int dimension;
    private final double[] scale;
    private final double[] momentum;
    private double[] point;
    private final double[] slope;
    private double[] proposed;
    private double logLikelihood;
    private double logDensity;
    private double logCalled;
    private double proposedLikelihood;
    private double proposedDensity;
    private StepSize step = new StepSize(0.1);

    HamiltonianPath(Landscape landscape, Variates random, Pace pace) {
        this.landscape = landscape;
        this.random = random;
        this.pace = pace;
        this.dimension = landscape.dimension();
        this.scale = new double[dimension];
        Arrays.fill(scale, 1);
        this.momentum = new double[dimension];
        this.point = new double[dimension];
        this.slope = new double[dimension];
        this.proposed = new double[dimension];
    }

    /** Where it stands; whoever changes it calls {@link #stand}. */
    double[] point() {
        return point;
    }

    /** Standard deviations, about, of the coordinates; may be changed between paths. */
    double[] scale() {
        return scale;
    }

    /** Of the point where it stands. */
    double logLikelihood() {
        return logLikelihood;
    }

    /** Stands at the point, of which the likelihood is known. */
    void stand(double known) {
        logLikelihood = known;
        logDensity = known + landscape.logPrior(point);
        logCalled = landscape.logCalled(point);
    }

    /** Begins to learn the step anew, from the one that it had settled on. */
    void learnAnew() {
        step = new StepSize(step.settled());
    }

    /** One path by which the step is learned; true if it was taken. */
    boolean learn() {
        double energy = run(step.tried());
        boolean taken = decide(energy);
        step.learn(Math.exp(Math.min(0, energy)), ACCEPTED);
        return taken;
    }

    /** One path; true if it was taken. */
    boolean go() {
        double size = step.settled() * (0.8 + 0.4 * random.uniform());
        return decide(run(random.uniform() < pace.small() ? size / 4 : size));
    }

    /** Leaves the path's end as proposed, and gives by how much density and momentum together are likelier there. */
    private double run(double size) {
        double before = 0;
        for (int d = 0; d < dimension; d++) {
            momentum[d] = random.gaussian();
            before += momentum[d] * momentum[d];
        }
        System.arraycopy(point, 0, proposed, 0, dimension);
        landscape.gradient(proposed, slope);
        push(size / 2);
        int steps = steps();
        for (int i = 0; i < steps; i++) {
            for (int d = 0; d < dimension; d++) {
                proposed[d] += size * scale[d] * momentum[d];
            }
            landscape.gradient(proposed, slope);
            push(i == steps - 1 ? size / 2 : size);
        }
        double after = 0;
        for (int d = 0; d < dimension; d++) {
            after += momentum[d] * momentum[d];
        }
        proposedLikelihood = landscape.logLikelihood(proposed);
        proposedDensity = proposedLikelihood + landscape.logPrior(proposed);
        double gain = proposedDensity - logDensity + (before - after) / 2;
        return Double.isNaN(gain) ? Double.NEGATIVE_INFINITY : gain;
    }

    private int steps() {
        double steady = Math.clamp(pace.time() / step.settled(), pace.fewest(), pace.most());
        return Math.max(1, (int) (steady * (1 + pace.spread() * (2 * random.uniform() - 1)) + 0.5));
    }

    private void push(double size) {
        for (int d = 0; d < dimension; d++) {
            momentum[d] += size * scale[d] * slope[d];
        }
    }

    /** Metropolis and Hastings: a path from there to here would have been begun with the other's chance. */
    private boolean decide(double gain) {
        double proposedCalled = landscape.logCalled(proposed);
        if (!(Math.log(random.uniform()) < gain + proposedCalled - logCalled)) {
            return false;
        }
        double[] left = point;
        point = proposed;
        proposed = left;
        logLikelihood = proposedLikelihood;
        logDensity = proposedDensity;
        logCalled = proposedCalled;
        return true;
    }
}
