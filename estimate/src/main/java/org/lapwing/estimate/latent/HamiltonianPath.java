// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

import java.util.Arrays;

/**
 * Hamiltonian Monte Carlo (Neal 2011) over one landscape: paths from where it stands, each taken or not, by a step that is
 * learned (dual averaging, Hoffman and Gelman 2014). Steps and lengths are drawn anew for each path, so that none resonates.
 */
final class HamiltonianPath {
    static final double JIT=Double.parseDouble(System.getProperty("jit","0.3"));
    private static final double ACCEPTED = 0.8;

    /**
     * How far paths go.
     *
     * @param time mean time of a path, in standard deviations: its steps are so many that it goes as far on a large table as
     *     on a small one
     * @param small share of the paths that go by steps of a quarter, out of narrow places where the usual step is never taken
     */
    record Pace(double time, int fewest, int most, double small) {}

    private final Landscape landscape;
    private final Variates random;
    private final Pace pace;
    private final int dimension;
    private final double[] scale;
    private final double[] momentum;
    private double[] point;
    private double[] slope;
    private double[] proposed;
    private double[] proposedSlope;
    private double logDensity;
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
        this.proposedSlope = new double[dimension];
    }

    /** Where it stands; whoever changes it calls {@link #stand}. */
    double[] point() {
        return point;
    }

    /** Standard deviations, about, of the coordinates; may be changed between paths. */
    double[] scale() {
        return scale;
    }

    void stand() {
        logDensity = landscape.logDensity(point);
        call = landscape.called(point);
        landscape.gradient(point, slope);
    }

    /** Begins to learn the step anew, from the one that it had settled on. */
    void learnAnew() {
        step = new StepSize(step.settled());
    }

    /** One path by which the step is learned; true if it was taken. */
    boolean learn() {
        double chance = run(step.tried());
        boolean taken = random.uniform() < chance * proposedCall / call;
        if (taken) {
            take();
        }
        step.learn(chance, ACCEPTED);
        return taken;
    }

    /** One path; true if it was taken. */
    boolean go() {
        double size = step.settled() * (0.8 + 0.4 * random.uniform());
        boolean taken = random.uniform() < run(random.uniform() < pace.small() ? size / 4 : size) * proposedCall / call;
        if (taken) {
            take();
        }
        return taken;
    }

    /** The chance with which the point at the path's end is taken. */
    private double run(double size) {
        double before = 0;
        for (int d = 0; d < dimension; d++) {
            momentum[d] = random.gaussian();
            before += momentum[d] * momentum[d];
        }
        System.arraycopy(point, 0, proposed, 0, dimension);
        System.arraycopy(slope, 0, proposedSlope, 0, dimension);
        int steps = steps();
        push(size / 2);
        for (int i = 0; i < steps; i++) {
            for (int d = 0; d < dimension; d++) {
                proposed[d] += size * scale[d] * momentum[d];
            }
            landscape.gradient(proposed, proposedSlope);
            push(i == steps - 1 ? size / 2 : size);
        }
        double after = 0;
        for (int d = 0; d < dimension; d++) {
            after += momentum[d] * momentum[d];
        }
        proposedDensity = landscape.logDensity(proposed);
        proposedCall = landscape.called(proposed);
        double gain = proposedDensity - logDensity + (before - after) / 2;
        return Double.isNaN(gain) ? 0 : Math.exp(Math.min(0, gain));
    }

    private double proposedDensity;
    private double proposedCall;
    private double call;

    private int steps() {
        double steady = Math.clamp(pace.time() / step.settled(), pace.fewest(), pace.most());
        return pace.fewest() == 2 ? (int) (steady * (1 - JIT + 2 * JIT * random.uniform()) + 0.5) : 1 + (int) (random.uniform() * (2 * steady - 1));
    }

    private void push(double size) {
        for (int d = 0; d < dimension; d++) {
            momentum[d] += size * scale[d] * proposedSlope[d];
        }
    }

    private void take() {
        double[] left = point;
        point = proposed;
        proposed = left;
        double[] leftSlope = slope;
        slope = proposedSlope;
        proposedSlope = leftSlope;
        logDensity = proposedDensity;
        call = proposedCall;
    }

    double settled() {
        return step.settled();
    }
}
