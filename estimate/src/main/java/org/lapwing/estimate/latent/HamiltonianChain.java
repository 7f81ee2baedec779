// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

import org.lapwing.estimate.CaptureTable;

/**
 * One chain of Hamiltonian Monte Carlo (Neal 2011) over {@link LatentPosterior}. It warms up from a flat likelihood to the
 * whole one, so that it does not depend on where it began; meanwhile it learns the scale of each coordinate and the step
 * (dual averaging, Hoffman and Gelman 2014). Steps and lengths are drawn anew for each path, so that none resonates. Before
 * each path the classes are renumbered ({@link ClassOrder}). One thread.
 */
final class HamiltonianChain {
    /** Mean time of a path, in standard deviations: its steps are so many that it goes as far on a large table as on a small one. */
    private static final double TIME = 2;

    private static final int FEWEST = 10;
    private static final int MOST = 100;

    private static final double ACCEPTED = 0.8;

    private final LatentPosterior posterior;
    private final Variates random;
    private final int dimension;
    private final double[] scale;
    private final Moments moments;
    private final ClassOrder classOrder;

    private double[] point;
    private double[] slope;
    private double[] proposed;
    private double[] proposedSlope;
    private final double[] momentum;
    private double logDensity;
    private double unseenShare;
    private double share = 1;
    private StepSize step = new StepSize(0.1);

    HamiltonianChain(CaptureTable table, int classes, long seed) {
        this.posterior = new LatentPosterior(table, classes);
        this.random = new Variates(seed);
        this.dimension = posterior.dimension();
        this.scale = new double[dimension];
        this.moments = new Moments(dimension);
        this.classOrder = new ClassOrder(classes, table.size());
        this.point = new double[dimension];
        this.slope = new double[dimension];
        this.proposed = new double[dimension];
        this.proposedSlope = new double[dimension];
        this.momentum = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            scale[i] = 1;
            point[i] = random.gaussian() - (i < posterior.sticks() ? 0 : 1);
        }
    }

    /** @param paths of warming up, of which the first quarter heats the likelihood from 1/50 to 1 */
    void warmUp(int paths) {
        int heating = paths / 4;
        for (int i = 0; i < heating; i++) {
            share = Math.min(1, 0.02 * Math.pow(50, 1.1 * i / heating));
            stand();
            step.learn(path(step.tried()), ACCEPTED);
        }
        share = 1;
        stand();
        for (int round = 0; round < 3; round++) {
            moments.clear();
            step = new StepSize(step.settled());
            for (int i = 0; i < (paths - 2 * heating) / 3; i++) {
                renumber();
                step.learn(path(step.tried()), ACCEPTED);
                moments.add(point);
            }
            moments.scales(scale);
        }
        step = new StepSize(step.settled());
        for (int i = 0; i < heating; i++) {
            renumber();
            step.learn(path(step.tried()), ACCEPTED);
        }
    }

    /** p_0 after one more path. */
    double next() {
        renumber();
        path(jittered());
        return unseenShare;
    }

    /** The unseen given p_0: negative binomial, from the prior 1/N. */
    long unseen(long observed) {
        return random.negativeBinomial((double) observed, unseenShare / (1 - unseenShare));
    }

    /** One path in five goes by small steps, out of narrow places where the usual step is never taken. */
    private double jittered() {
        double size = step.settled() * (0.8 + 0.4 * random.uniform());
        return random.uniform() < 0.2 ? size / 4 : size;
    }

    private void renumber() {
        if (classOrder.draw(point, proposed, random)) {
            double[] left = point;
            point = proposed;
            proposed = left;
            stand();
        }
    }

    private void stand() {
        logDensity = posterior.logDensity(point, share);
        unseenShare = posterior.unseenShare();
        posterior.gradient(point, share, slope);
    }

    /** One path from here, taken or not; gives the chance with which it was taken. */
    private double path(double size) {
        double before = 0;
        for (int i = 0; i < dimension; i++) {
            momentum[i] = random.gaussian();
            before += momentum[i] * momentum[i];
        }
        System.arraycopy(point, 0, proposed, 0, dimension);
        System.arraycopy(slope, 0, proposedSlope, 0, dimension);
        double steady = Math.clamp(TIME / step.settled(), FEWEST, MOST);
        int steps = 1 + (int) (random.uniform() * (2 * steady - 1));
        push(size / 2);
        for (int i = 0; i < steps; i++) {
            for (int d = 0; d < dimension; d++) {
                proposed[d] += size * scale[d] * momentum[d];
            }
            posterior.gradient(proposed, share, proposedSlope);
            push(i == steps - 1 ? size / 2 : size);
        }
        double after = 0;
        for (int i = 0; i < dimension; i++) {
            after += momentum[i] * momentum[i];
        }
        double density = posterior.logDensity(proposed, share);
        double gain = density - logDensity + (before - after) / 2;
        double chance = Double.isNaN(gain) ? 0 : Math.exp(Math.min(0, gain));
        if (random.uniform() < chance) {
            double[] left = point;
            point = proposed;
            proposed = left;
            double[] leftSlope = slope;
            slope = proposedSlope;
            proposedSlope = leftSlope;
            logDensity = density;
            unseenShare = posterior.unseenShare();
        }
        return chance;
    }

    private void push(double size) {
        for (int d = 0; d < dimension; d++) {
            momentum[d] += size * scale[d] * proposedSlope[d];
        }
    }
}
