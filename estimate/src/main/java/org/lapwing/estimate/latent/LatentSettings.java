// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

/**
 * How latent classes are sampled.
 *
 * @param classes K, where the stick ends
 * @param cap n_0 above cap times n is drawn again, as the reference does; 0 for none, our default: where a cap binds, the
 *     upper end of the interval is the cap
 * @param chains at least two
 * @param scans kept in each chain; a warm-up comes before
 */
public record LatentSettings(int classes, double cap, int chains, int scans, long seed, LatentPrior prior) {
    public LatentSettings(int classes, double cap, int chains, int scans, long seed) {
        this(classes, cap, chains, scans, seed, LatentPrior.USUAL);
    }

    public static LatentSettings usual(long seed) {
        return new LatentSettings(10, 0, 4, 5_000, seed);
    }

    /** Paths before any is kept: fewer where few are kept. */
    int warmUp() {
        return Math.min(2400, 2 * scans);
    }
}
