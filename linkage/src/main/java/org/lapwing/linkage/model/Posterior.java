// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.model;

/** The probability that a pair of this pattern is one person, when the pair was drawn from {@code pairs} of them. */
record Posterior(double[][] u, Em.Learned learned, double pairs) {

    double of(long pattern) {
        double share = Math.min(0.99, Math.max(1e-12, learned.matches() / pairs));
        double odds = share / (1 - share);
        for (int f = 0; f < u.length; f++) {
            int level = PatternCounts.level(pattern, f);
            if (level > 0) {
                odds *= learned.m()[f][level - 1] / u[f][level - 1];
            }
        }
        return odds / (1 + odds);
    }
}
