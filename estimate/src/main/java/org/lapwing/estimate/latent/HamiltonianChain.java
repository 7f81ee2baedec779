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
    private static final HamiltonianPath.Pace WHOLE = new HamiltonianPath.Pace(2, 5, 100, 0.3, 0.1);
    private static final HamiltonianPath.Pace FIRST = new HamiltonianPath.Pace(2.5, 2, 20, 0.3, 0);
    /** The chance that the classes are renumbered: it costs as much as a path of the first class. */
    private static final double RENUMBERED = 0.5;
    /** The least chance of a path of all coordinates, where one class has everybody. */
    private static final double SELDOM = 0.1;
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

    private double[] point;
    private double[] other;
    private double logLikelihood;
    private double unseenShare;
    private double heldByOne;

    HamiltonianChain(CaptureTable table, int classes, LatentPrior prior, long seed) {
        this.posterior = new LatentPosterior(table, classes, prior);
        this.firstClass = new FirstClass(table, classes, prior);
        this.random = new Variates(seed);
        this.observed = table.observed();
        this.whole = new HamiltonianPath(new Called(), random, WHOLE);
        this.first = new HamiltonianPath(firstClass, random, FIRST);
        this.moments = new Moments(posterior.dimension());
        this.classOrder = new ClassOrder(classes, table.size(), prior);
        this.renewal = new Renewal(classes, table.size(), prior);
        this.point = new double[posterior.dimension()];
        this.other = new double[posterior.dimension()];
        for (int i = 0; i < point.length; i++) {
            point[i] = random.gaussian() - (i < posterior.sticks() ? 0 : 1);
        }
    }

    /** @param paths of warming up, of which the first quarter heats the likelihood from 1/50 to 1 */
    void warmUp(int paths) {
        int heating = paths / 4;
        for (int i = 0; i < heating; i++) {
            posterior.flatten(Math.min(1, 0.02 * Math.pow(50, 1.1 * i / heating)));
            look();
            pathOfAll(true);
        }
        posterior.flatten(1);
        look();
        for (int round = 0; round < 3; round++) {
            learnScales((paths - 2 * heating) / 3);
        }
        learnAnew();
        for (int i = 0; i < heating; i++) {
            move(true);
        }
    }

    /** Of all coordinates where several classes have people, of the first class where it has all. */
    private void learnScales(int times) {
        learnAnew();
        moments.clear();
        firstClass.whitening().clear();
        int held = 0;
        for (int i = 0; i < times; i++) {
            move(true);
            if (called(point) > 0.5) {
                moments.add(point);
            } else {
                firstClass.whitening().add(point, posterior.sticks());
                held++;
            }
        }
        moments.scales(whole.scale());
        for (int k = 0; k < posterior.sticks(); k++) {
            whole.scale()[k] = Math.min(WIDEST, whole.scale()[k]);
        }
        firstClass.whitening().learn();
        heldByOne = (double) held / times;
    }

    private void learnAnew() {
        whole.learnAnew();
        first.learnAnew();
    }

    /** Begins here. */
    void begin(double[] at) {
        System.arraycopy(at, 0, point, 0, point.length);
        look();
    }

    /** Log sticks, then log odds of each class to be on each list. */
    double[] point() {
        return point;
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

    /** The chance of a path of all coordinates: about how many are outside the first class. */
    private double called(double[] at) {
        return Math.clamp(observed * Math.exp(-Math.exp(at[0])), SELDOM, 1);
    }

    /** What a path of the first class alone is begun by does not change on it: it needs no {@link Landscape#logCalled}. */
    private void move(boolean learning) {
        if (random.uniform() < RENUMBERED && classOrder.draw(point, other, random)) {
            swap();
        }
        if (random.uniform() < called(point)) {
            pathOfAll(learning);
        }
        if (random.uniform() < heldByOne + 1 - called(point)) {
            pathOfFirst(learning);
        }
        renew();
    }

    private void pathOfAll(boolean learning) {
        System.arraycopy(point, 0, whole.point(), 0, point.length);
        whole.stand(logLikelihood);
        if (learning ? whole.learn() : whole.go()) {
            System.arraycopy(whole.point(), 0, point, 0, point.length);
            logLikelihood = whole.logLikelihood();
            unseenShare = posterior.unseenShare();
        }
    }

    private void pathOfFirst(boolean learning) {
        firstClass.hold(point, first.point());
        first.stand(logLikelihood);
        if (learning ? first.learn() : first.go()) {
            firstClass.release(first.point(), point);
            logLikelihood = first.logLikelihood();
            unseenShare = firstClass.unseenShare();
        }
    }

    private void renew() {
        renewal.propose(point, other, random);
        double proposed = posterior.logLikelihood(other);
        if (Math.log(random.uniform()) < proposed - logLikelihood) {
            swap();
            logLikelihood = proposed;
            unseenShare = posterior.unseenShare();
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

    /** The posterior, with a chance that depends on the place. */
    private final class Called implements Landscape {
        @Override
        public int dimension() {
            return posterior.dimension();
        }

        @Override
        public double logLikelihood(double[] at) {
            return posterior.logLikelihood(at);
        }

        @Override
        public double logPrior(double[] at) {
            return posterior.logPrior(at);
        }

        @Override
        public void gradient(double[] at, double[] into) {
            posterior.gradient(at, into);
        }

        @Override
        public double logCalled(double[] at) {
            return Math.log(called(at));
        }
    }
}
