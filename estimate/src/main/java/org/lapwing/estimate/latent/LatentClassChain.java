// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

import org.lapwing.estimate.CaptureTable;

/**
 * One chain over Manrique-Vallier's (2016) model: class weights by broken sticks with concentration alpha, each list an
 * independent chance in each class, N with prior 1/N. Its scan works on cells, not on people. Beside the scan's own moves,
 * three that it lacks: with the unseen people integrated out, all chances of a class are shifted together on the
 * logarithmic scale by a slice sampler (Neal 2003), once for each class and once for all classes; and two classes may
 * change their places on the stick.
 */
final class LatentClassChain {
    private final CaptureTable table;
    private final Variates random;
    private final int lists;
    private final int classes;
    private final double cap;
    private final long[] counts;
    private final long total;

    private final double[][] chance;
    private final double[] weight;
    private final double[] logWeight;
    private final long[] members;
    private final long[][] listed;
    private double alpha = 0.5;
    private double unseenShare;
    private long unseen;

    /** @param share of the counts that this chain sees: 1 for the posterior, less for a flatter one */
    LatentClassChain(CaptureTable table, LatentSettings settings, long seed, double share) {
        this.table = table;
        this.random = new Variates(seed);
        this.lists = table.size();
        this.classes = settings.classes();
        this.cap = settings.cap() > 0 ? settings.cap() * table.observed() : Double.POSITIVE_INFINITY;
        this.counts = new long[table.cells()];
        long sum = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            counts[cell] = Math.round(table.count(cell) * share);
            sum += counts[cell];
        }
        this.total = sum;
        this.chance = new double[classes][lists];
        this.weight = new double[classes];
        this.logWeight = new double[classes];
        this.members = new long[classes];
        this.listed = new long[classes][lists];
        for (int k = 0; k < classes; k++) {
            weight[k] = 1.0 / classes;
            for (int list = 0; list < lists; list++) {
                chance[k][list] = random.beta(1, 1) * 0.5;
            }
        }
        unseenShare = share();
    }

    void scan() {
        allocate();
        shiftClasses();
        unseen();
        chances();
        sticks();
        swapPlaces();
        unseenShare = share();
    }

    /** N, drawn given the classes; only for a chain that sees all counts. */
    double drawnTotal() {
        return total + unseen;
    }

    private double share() {
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            sum += weight[k] * missed(chance[k]);
        }
        return Math.min(sum, 1 - 1e-15);
    }

    private static double missed(double[] chances) {
        double product = 1;
        for (double each : chances) {
            product *= 1 - each;
        }
        return product;
    }

    /** Each cell's people to classes. */
    private void allocate() {
        java.util.Arrays.fill(members, 0);
        for (long[] each : listed) {
            java.util.Arrays.fill(each, 0);
        }
        double[] share = new double[classes];
        for (int cell = 0; cell < counts.length; cell++) {
            int pattern = table.pattern(cell);
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                double product = weight[k];
                for (int list = 0; list < lists; list++) {
                    product *= (pattern >> list & 1) == 1 ? chance[k][list] : 1 - chance[k][list];
                }
                share[k] = product;
                sum += product;
            }
            long left = counts[cell];
            for (int k = 0; k < classes && left > 0; k++) {
                long here = k == classes - 1 ? left : random.binomial(left, sum > 0 ? share[k] / sum : 0);
                sum -= share[k];
                left -= here;
                members[k] += here;
                for (int list = 0; here > 0 && list < lists; list++) {
                    listed[k][list] += (pattern >> list & 1) * here;
                }
            }
        }
    }

    private void shiftClasses() {
        double rest = unseenShare;
        for (int k = 0; k < classes; k++) {
            if (members[k] > 0) {
                double own = weight[k] * missed(chance[k]);
                slice(new int[] {k}, Math.max(0, rest - own));
                rest += weight[k] * missed(chance[k]) - own;
            }
        }
        int[] all = java.util.stream.IntStream.range(0, classes).toArray();
        slice(all, 0);
        unseenShare = share();
    }

    /** Moves the log odds of these classes' chances together, given who of the seen is in which class. */
    private void slice(int[] which, double rest) {
        double level = density(which, rest, 0) + Math.log(1 - random.uniform());
        double width = 1;
        double low = -width * random.uniform();
        double high = low + width;
        for (int i = 0; i < 20 && density(which, rest, low) > level; i++) {
            low -= width;
        }
        for (int i = 0; i < 20 && density(which, rest, high) > level; i++) {
            high += width;
        }
        for (int i = 0; i < 100; i++) {
            double shift = low + (high - low) * random.uniform();
            if (density(which, rest, shift) > level) {
                for (int k : which) {
                    for (int list = 0; list < lists; list++) {
                        chance[k][list] = shifted(chance[k][list], shift);
                    }
                }
                return;
            }
            if (shift < 0) {
                low = shift;
            } else {
                high = shift;
            }
        }
    }

    private static double shifted(double chance, double shift) {
        double odds = chance / (1 - chance) * Math.exp(shift);
        return Math.clamp(odds / (1 + odds), 1e-300, 1 - 1e-16);
    }

    /** Uniform priors on the chances, of which the shift's Jacobian is p(1-p); the unseen integrated out: 1/(1-p0)^n. */
    private double density(int[] which, double rest, double shift) {
        double log = 0;
        double missed = rest;
        double factor = Math.exp(shift);
        for (int k : which) {
            double product = weight[k];
            for (int list = 0; list < lists; list++) {
                double p = chance[k][list];
                double kept = 1 / (1 + p * (factor - 1));
                product *= (1 - p) * kept;
                log += (listed[k][list] + 1) * shift + (members[k] + 2) * Math.log(kept);
            }
            missed += product;
        }
        double seen = 1 - missed;
        return seen > 1e-15 ? log - total * Math.log(seen) : Double.NEGATIVE_INFINITY;
    }

    /** How many nobody saw, and to which classes they belong. A cap is obeyed by drawing again, 1,000 times at most. */
    private void unseen() {
        double odds = unseenShare / (1 - unseenShare);
        unseen = random.negativeBinomial((double) total, odds);
        for (int i = 0; i < 1000 && unseen > cap; i++) {
            unseen = random.negativeBinomial((double) total, odds);
        }
        unseen = (long) Math.min((double) unseen, cap);
        double sum = unseenShare;
        long left = unseen;
        for (int k = 0; k < classes && left > 0; k++) {
            double own = weight[k] * missed(chance[k]);
            long here = k == classes - 1 ? left : random.binomial(left, Math.clamp(own / sum, 0, 1));
            sum = Math.max(sum - own, 1e-300);
            members[k] += here;
            left -= here;
        }
    }

    private void chances() {
        for (int k = 0; k < classes; k++) {
            for (int list = 0; list < lists; list++) {
                chance[k][list] = random.beta(1.0 + listed[k][list], 1.0 + members[k] - listed[k][list]);
            }
        }
    }

    private void sticks() {
        long after = 0;
        for (long each : members) {
            after += each;
        }
        double log = 0;
        for (int k = 0; k < classes - 1; k++) {
            after -= members[k];
            double x = random.logGamma(1.0 + members[k]);
            double y = random.logGamma(alpha + after);
            double most = Math.max(x, y);
            double sum = most + Math.log(Math.exp(x - most) + Math.exp(y - most));
            logWeight[k] = log + x - sum;
            log += y - sum;
        }
        logWeight[classes - 1] = log;
        for (int k = 0; k < classes; k++) {
            weight[k] = Math.exp(logWeight[k]);
        }
        alpha = Math.clamp(random.gamma(0.25 + classes - 1) / (0.25 - log), 1e-6, 1e6);
    }

    /** Neighbours on the stick change places with their members: weights as they are, so by their likelihood's ratio. */
    private void swapPlaces() {
        int k = (int) (random.uniform() * (classes - 1));
        double gain = (members[k] - members[k + 1]) * (logWeight[k + 1] - logWeight[k]);
        if (Math.log(1 - random.uniform()) < gain) {
            double[] held = chance[k];
            chance[k] = chance[k + 1];
            chance[k + 1] = held;
        }
    }

    /** The logarithm of the likelihood of other counts over the same cells, the unseen integrated out. */
    double logLikelihood(long[] others) {
        double log = 0;
        long sum = 0;
        for (int cell = 0; cell < others.length; cell++) {
            int pattern = table.pattern(cell);
            double p = 0;
            for (int k = 0; k < classes; k++) {
                double product = weight[k];
                for (int list = 0; list < lists; list++) {
                    product *= (pattern >> list & 1) == 1 ? chance[k][list] : 1 - chance[k][list];
                }
                p += product;
            }
            log += others[cell] * Math.log(Math.max(p, 1e-300));
            sum += others[cell];
        }
        return log - sum * Math.log(1 - unseenShare);
    }

    long[] counts() {
        return counts;
    }

    /** Takes over the other chain's classes, and gives it its own. */
    void exchange(LatentClassChain other) {
        for (int k = 0; k < classes; k++) {
            double[] held = chance[k];
            chance[k] = other.chance[k];
            other.chance[k] = held;
            double heldWeight = weight[k];
            weight[k] = other.weight[k];
            other.weight[k] = heldWeight;
            double heldLog = logWeight[k];
            logWeight[k] = other.logWeight[k];
            other.logWeight[k] = heldLog;
        }
        double heldAlpha = alpha;
        alpha = other.alpha;
        other.alpha = heldAlpha;
        double heldShare = unseenShare;
        unseenShare = other.unseenShare;
        other.unseenShare = heldShare;
    }

    double uniform() {
        return random.uniform();
    }
}
