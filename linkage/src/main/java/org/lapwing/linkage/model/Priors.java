// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.model;

import java.util.Arrays;
import java.util.List;
import org.lapwing.linkage.cluster.Edges;
import org.lapwing.linkage.lists.Records;

/**
 * What share of all pairs of two lists, and of one list with itself, are one person. Found as the share at which the pairs'
 * own probabilities sum to it, with what blocking is estimated to lose put back. Lists without duplicates so get a prior
 * that makes a second record of one list in a cluster rare: the soft rule of one record a list.
 */
public final class Priors {

    private static final double BIN = 0.05;
    private static final int BINS = 4000;
    private static final int ROUNDS = 200;

    private final Records records;
    private final Model model;
    private final double[] pairs;

    public Priors(Records records, Model model) {
        this.records = records;
        this.model = model;
        int[] sizes = records.sizes();
        this.pairs = new double[sizes.length * sizes.length];
        for (int a = 0; a < sizes.length; a++) {
            for (int b = 0; b < sizes.length; b++) {
                pairs[a * sizes.length + b] = a == b ? 0.5 * sizes[a] * (sizes[a] - 1.0) : (double) sizes[a] * sizes[b];
            }
        }
    }

    /** The evidence in bits that just makes up for the most generous prior. */
    public double evidenceFloor() {
        double most = records.size() * 2.0 / Arrays.stream(pairs).sum();
        return -bits(Math.min(0.5, Math.max(most, 4 * model.matchShare())));
    }

    /** log2 of the odds. */
    public static double bits(double share) {
        return Scorer.log2(share / (1 - share));
    }

    /** Weights of an earlier run as evidence: without the prior that the earlier run must have had. */
    public Edges.Builder asEvidence(Edges.Builder weighed) {
        int lists = records.lists().size();
        double[] sums = new double[lists * lists];
        weighed.forEach((a, b, weight) -> sums[at(a, b)] += 1 / (1 + Bits.power(-weight)));
        Edges.Builder evidence = new Edges.Builder();
        weighed.forEach((a, b, weight) -> {
            double share = sums[at(a, b)] / Math.max(0.5, 1 - model.loss()) / pairs[at(a, b)];
            evidence.add(a, b, weight - bits(Math.min(0.5, share)));
        });
        return evidence;
    }

    private int at(int a, int b) {
        int lists = records.lists().size();
        return Math.min(records.list(a), records.list(b)) * lists + Math.max(records.list(a), records.list(b));
    }

    /** Shares by pair of lists, from the evidence of all likely pairs. */
    public double[] estimate(List<Edges.Builder> evidence) {
        int lists = records.lists().size();
        int[][] bins = new int[lists * lists][BINS];
        evidence.forEach(each -> each.forEach((a, b, weight) -> {
            int bin = (int) Math.max(0, Math.min(BINS - 1, (double) weight / BIN + BINS / 2));
            bins[at(a, b)][bin]++;
        }));
        double[] shares = new double[lists * lists];
        for (int a = 0; a < lists; a++) {
            for (int b = a; b < lists; b++) {
                double share = estimate(bins[a * lists + b], pairs[a * lists + b]);
                shares[a * lists + b] = share;
                shares[b * lists + a] = share;
            }
        }
        return shares;
    }

    /** How many pairs of two lists are one person by these shares; within a list, and of the lower with the higher number. */
    public double[] links(double[] shares) {
        double[] links = new double[shares.length];
        for (int at = 0; at < links.length; at++) {
            links[at] = shares[at] * pairs[at];
        }
        return links;
    }

    private double estimate(int[] bins, double all) {
        if (all < 1) {
            return 1e-9;
        }
        double share = Math.min(0.4, Math.max(model.matchShare(), 1 / all));
        for (int round = 0; round < ROUNDS; round++) {
            double odds = share / (1 - share);
            double sum = 0;
            for (int bin = 0; bin < BINS; bin++) {
                if (bins[bin] > 0) {
                    double ratio = odds * Bits.power((bin - BINS / 2 + 0.5) * BIN);
                    sum += bins[bin] * ratio / (1 + ratio);
                }
            }
            double next = Math.min(0.5, Math.max(0.05, sum / Math.max(0.5, 1 - model.loss())) / all);
            boolean still = Math.abs(next - share) < 1e-6 * share;
            share = next;
            if (still) {
                break;
            }
        }
        return share;
    }
}
