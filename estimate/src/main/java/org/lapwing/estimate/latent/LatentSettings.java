// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

/**
 * How latent classes are sampled.
 *
 * @param classes K, where the stick ends
 * @param cap n_0 above cap times n is drawn again, as the reference does; 0 for none, our default: where a cap binds, the
 *     upper end of the interval is the cap
 * @param chains at least two
 * @param scans kept in each chain, after a burn-in of a quarter of them
 * @param levels of tempering: each level above sees fewer of the counts, and neighbours exchange their states; 1 for none
 */
public record LatentSettings(int classes, double cap, int chains, int scans, int levels, long seed) {
    public static LatentSettings usual(long seed) {
        return new LatentSettings(10, 0, 4, 20_000, 4, seed);
    }

    public LatentSettings(int classes, double cap, long seed) {
        this(classes, cap, 4, 20_000, 4, seed);
    }
}
