// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

import org.lapwing.estimate.CaptureTable;

/**
 * One chain over {@link LatentPosterior}, made of moves each of which leaves the posterior as it is: the classes are
 * renumbered ({@link ClassOrder}); a Hamiltonian path of all coordinates ({@link HamiltonianPath}), always where more than one
 * class has people and seldom where one has all, since there the others are as the prior has them; a path of the first class
 * alone ({@link FirstClass}); and a draw from the prior ({@link Renewal}). It warms up from a flat likelihood to the whole one,
 * so that it does not depend on where it began; meanwhile it learns scales and steps. One thread.
 */
final class HamiltonianChain {
    private static final HamiltonianPath.Pace WHOLE = new HamiltonianPath.Pace(2, Integer.getInteger("wfew",5), 100, Double.parseDouble(System.getProperty("wsmall","0.1")));
    private static final HamiltonianPath.Pace FIRST = new HamiltonianPath.Pace(Double.parseDouble(System.getProperty("time","2")), 2, 20, 0);
    /** Expected people outside the first class, of those seen and as many again, below which it is said to hold all. */
    private static final double NOBODY = 0.1;

    double oneHeldAll; static final boolean GO = true;
    private static final double SELDOM = Double.parseDouble(System.getProperty("seldom","0.1"));
    /** The widest that a stick is taken for: its spread where nobody is would make steps too long where people are. */
    private static final double WIDEST = 1;

    private final LatentPosterior posterior;
    private final FirstClass firstClass;
    private final Variates random;
    private final double observed;
    private final HamiltonianPath whole;
    private final HamiltonianPath first;
    private final Moments moments;
    private final ClassOrder classOrder;
    private final Renewal renewal;

    double[] point;
    private double[] other;
    private double logLikelihood;
    private double unseenShare;

    HamiltonianChain(CaptureTable table, int classes, long seed) {
        this.posterior = new LatentPosterior(table, classes);
        this.firstClass = new FirstClass(table, classes);
        this.random = new Variates(seed);
        this.observed = table.observed();
        this.whole = new HamiltonianPath(new WhereItIsCalled(), random, WHOLE);
        this.first = new HamiltonianPath(firstClass, random, FIRST);
        this.moments = new Moments(posterior.dimension());
        this.classOrder = new ClassOrder(classes, table.size());
        this.renewal = new Renewal(classes, table.size());
        this.point = new double[posterior.dimension()];
        this.other = new double[posterior.dimension()];
        for (int i = 0; i < point.length; i++) {
            point[i] = random.gaussian() - (i < posterior.sticks() ? 0 : 1);
        }
    }

    /** A path of all coordinates is made with a chance that depends on where it begins: the landscape has it as a factor. */
    private final class WhereItIsCalled implements Landscape {
        @Override
        public int dimension() {
            return posterior.dimension();
        }

        @Override
        public double logDensity(double[] at) {
            return posterior.logDensity(at);
        }

        @Override
        public double called(double[] at) { return HamiltonianChain.this.called(at); }

        @Override
        public void gradient(double[] at, double[] into) {
            posterior.gradient(at, into);
        }
    }

    private double called(double[] at) {
        return Math.clamp(observed * Math.exp(-Math.exp(at[0])), SELDOM, 1);
    }

    /** @param paths of warming up, of which the first quarter heats the likelihood from 1/50 to 1 */
    void warmUp(int paths) {
        int heating = paths / 4;
        for (int i = 0; i < heating; i++) {
            posterior.flatten(Math.min(1, 0.02 * Math.pow(50, 1.1 * i / heating)));
            pathOfAll(true);
        }
        posterior.flatten(1);
        look();
        for (int round = 0; round < 3; round++) {
            learnAnew();
            moments.clear();
            firstClass.whitening().clear();
            int held = 0;
            for (int i = 0; i < (paths - 2 * heating) / 3; i++) {
                move(true);
                if (called(point) > 0.5) {
                    moments.add(point);
                } 
                else { firstClass.whitening().add(point, posterior.sticks()); held++; }
            }
            moments.scales(whole.scale());
            for (int k = 0; k < posterior.sticks(); k++) {
                whole.scale()[k] = Math.min(WIDEST, whole.scale()[k]);
            }
            firstClass.whitening().learn();
            oneHeldAll = held / ((paths - 2 * heating) / 3.0);
        }
        learnAnew();
        for (int i = 0; i < heating; i++) {
            move(true);
        }
        if (Boolean.getBoolean("tell")) System.out.printf("  steps %.3f %.3f%n", whole.settled(), first.settled());
    }

    private void learnAnew() {
        whole.learnAnew();
        first.learnAnew();
    }

    /** p_0 after one more round of moves. */
    double next() {
        move(false);
        return unseenShare;
    }

    /** The unseen given p_0: negative binomial, from the prior 1/N. */
    long unseen(long seen) {
        return random.negativeBinomial((double) seen, unseenShare / (1 - unseenShare));
    }

    private void move(boolean learning) {
        if (classOrder.draw(point, other, random)) {
            swap();
        }
        if (random.uniform() < called(point)) {
            pathOfAll(learning);
        }
        if (random.uniform() < oneHeldAll + (1 - called(point))) {
            pathOfFirst(learning);
        } else if (GO) look();
        renewal.propose(point, other, random);
        double proposed = posterior.logLikelihood(other);
        if (Math.log(random.uniform()) < proposed - logLikelihood) {
            swap();
            logLikelihood = proposed;
            unseenShare = posterior.unseenShare();
        }
    }

    private void pathOfAll(boolean learning) {
        System.arraycopy(point, 0, whole.point(), 0, point.length);
        whole.stand();
        if (learning ? whole.learn() : whole.go()) {
            System.arraycopy(whole.point(), 0, point, 0, point.length);
        }
    }

    private void pathOfFirst(boolean learning) {
        firstClass.hold(point, first.point());
        first.stand();
        logLikelihood = firstClass.logLikelihood();
        unseenShare = firstClass.unseenShare();
        if (learning ? first.learn() : first.go()) {
            firstClass.release(first.point(), point);
            logLikelihood = firstClass.logLikelihood();
            unseenShare = firstClass.unseenShare();
        }
    }

    private void look() {
        logLikelihood = posterior.logLikelihood(point);
        unseenShare = posterior.unseenShare();
    }

    private void swap() {
        double[] left = point;
        point = other;
        other = left;
    }
}
