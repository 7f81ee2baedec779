// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.cluster;

import java.util.Random;

/**
 * Puts back into samples of the capture table what blocking lost: persons who stand apart because no key brought their
 * records together. How many is drawn about the stated loss, which is itself an estimate.
 */
public final class LostPairs {

    /** The doubt about the stated loss, as the standard deviation of its logarithm. */
    private static final double DOUBT = 0.35;

    private LostPairs() {}

    /**
     * Joins persons of two patterns into one, sample by sample, in place.
     *
     * @param patterns by sample, then by set of lists
     * @param links by pair of lists, first times the number of lists plus second: how many true pairs are estimated, lost ones
     *     with them
     * @param loss the share of them that share no key
     */
    public static void putBack(int[][] patterns, double[] links, double loss, long seed) {
        int lists = (int) Math.sqrt(links.length);
        Random random = new Random(seed);
        for (int[] pattern : patterns) {
            double share = Math.min(0.5, loss * StrictMath.exp(DOUBT * random.nextGaussian()));
            for (int a = 0; a < lists; a++) {
                for (int b = a; b < lists; b++) {
                    double mean = links[a * lists + b] * share;
                    long lost = Math.round(mean + StrictMath.sqrt(mean) * random.nextGaussian());
                    join(pattern, 1 << a, 1 << b, (int) Math.max(0, lost));
                }
            }
        }
    }

    private static void join(int[] pattern, int a, int b, int lost) {
        int possible = a == b ? pattern[a] / 2 : Math.min(pattern[a], pattern[b]);
        int joined = Math.min(lost, possible);
        pattern[a] -= joined;
        pattern[b] -= joined;
        pattern[a | b] += joined;
    }
}
