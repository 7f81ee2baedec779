// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * In which samples a component is not as it usually is. Most components are nearly certain: for them the wait until the next
 * departure is drawn (geometric), then thinned to the sample's own chance, instead of asking luck a hundred times. The law is
 * the same. Belongs to one thread.
 */
final class Departures {

    /** Above this chance a logarithm a departure costs more than a draw a sample. */
    private static final double OFTEN = 0.2;

    private final SplittableRandom random;
    private final double[] chances;
    private final int samples;
    private final double most;
    private double logOfNone;
    private int sample = -1;

    /** @param chances by shift of weights: that a sample with this shift departs */
    Departures(SplittableRandom random, double[] chances, int samples) {
        this.random = random;
        this.chances = chances;
        this.samples = samples;
        this.most = Math.min(1, Arrays.stream(chances).max().orElse(0));
    }

    /** The next sample that departs, or a negative number if none does any more. */
    int next() {
        if (most > OFTEN) {
            do {
                sample++;
            } while (sample < samples && random.nextDouble() >= chances[sample % chances.length]);
        } else {
            do {
                sample += 1 + wait(samples - 1 - sample);
            } while (sample < samples && random.nextDouble() * most >= chances[sample % chances.length]);
        }
        if (sample >= samples) {
            sample = samples;
            return -1;
        }
        return sample;
    }

    /** How many samples pass before the next one in which the likeliest departure happens; {@code left} if none of them. */
    private int wait(int left) {
        double luck = random.nextDouble();
        // (1 - most)^left is at least 1 - most * left: for most components that settles it without a logarithm
        if (luck <= 1 - most * left) {
            return left;
        }
        if (logOfNone == 0) {
            logOfNone = StrictMath.log1p(-most);
        }
        return (int) Math.min(left, StrictMath.log(luck) / logOfNone);
    }
}
