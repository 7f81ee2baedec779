// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeparturesTest {

    private static final int SAMPLES = 100;
    private static final int RUNS = 20_000;

    /** Rare and frequent departures are drawn in two ways; both must have the law of one draw a sample. */
    @ParameterizedTest
    @CsvSource({"0.001, 0.004", "0.03, 0.19", "0.19, 0.21", "0.3, 0.9", "0, 0.02", "0, 0", "1, 1"})
    void departsInEachSampleWithTheChanceOfItsShift(double one, double other) {
        double[] chances = {one, other};
        int[] times = new int[SAMPLES];
        int both = 0;
        for (int run = 0; run < RUNS; run++) {
            Departures departures = new Departures(new SplittableRandom(run), chances, SAMPLES);
            boolean[] departed = new boolean[SAMPLES];
            for (int sample = departures.next(); sample >= 0; sample = departures.next()) {
                departed[sample] = true;
                times[sample]++;
            }
            both += departed[41] && departed[97] ? 1 : 0;
            assertThat(departures.next()).isNegative();
        }
        for (int sample = 0; sample < SAMPLES; sample++) {
            isNear(times[sample], chances[sample % 2]);
        }
        isNear(both, other * other);
    }

    private static void isNear(int times, double chance) {
        double error = Math.sqrt(chance * (1 - chance) / RUNS);
        assertThat((double) times / RUNS).isCloseTo(chance, within(4.5 * error + 1e-12));
    }
}
