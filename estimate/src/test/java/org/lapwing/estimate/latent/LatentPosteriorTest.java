// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.lapwing.estimate.Answer;
import org.lapwing.estimate.CaptureTable;
import org.lapwing.estimate.Estimate;

final class LatentPosteriorTest {
    /** Invented: a few people on three lists of Morvel. */
    private static final CaptureTable FEW =
            CaptureTable.of(List.of("siskin", "dunlin", "plover"), Map.of(1, 4L, 2, 3L, 4, 2L, 3, 2L, 5, 1L, 6, 1L));

    private static final CaptureTable MORE = CaptureTable.of(
            List.of("siskin", "dunlin", "plover"), Map.of(1, 140L, 2, 110L, 4, 90L, 3, 42L, 5, 33L, 6, 28L, 7, 11L));

    @Test
    void theGradientIsTheSlopeOfTheDensity() {
        SplittableRandom random = new SplittableRandom(5);
        for (double power : new double[] {1, 0.3}) {
            LatentPosterior posterior = new LatentPosterior(MORE, 4);
            double[] point = new double[posterior.dimension()];
            for (int i = 0; i < point.length; i++) {
                point[i] = random.nextGaussian() - (i < posterior.sticks() ? 1 : 0.5);
            }
            double[] slope = new double[point.length];
            posterior.gradient(point, power, slope);
            for (int i = 0; i < point.length; i++) {
                double[] up = point.clone();
                double[] down = point.clone();
                up[i] += 1e-5;
                down[i] -= 1e-5;
                double measured = (posterior.logDensity(up, power) - posterior.logDensity(down, power)) / 2e-5;
                assertThat(slope[i]).isCloseTo(measured, Offset.offset(1e-4 * (1 + Math.abs(measured))));
            }
        }
    }

    /** The unseen among few people, by a million draws from the prior, each weighed by its likelihood: slow, and simple. */
    @Test
    void theChainsDrawWhatWeighingThePriorGives() {
        double most = 20.0 * FEW.observed();
        Estimate chains = new LatentClasses(FEW, new LatentSettings(3, 20, 4, 20_000, 3)).estimate();
        double mean = ((Number) chains.diagnostics().get("mean")).doubleValue();
        double error = ((Number) chains.diagnostics().get("sd")).doubleValue()
                / Math.sqrt(((Number) chains.diagnostics().get("effective_sample")).doubleValue());

        WeighedPrior weighed = new WeighedPrior(FEW, 3, most, 4_000_000);
        assertThat(chains.answer()).isInstanceOf(Answer.Interval.class);
        assertThat(mean).isCloseTo(weighed.mean(), Offset.offset(4 * Math.hypot(error, weighed.error())));
        assertThat(weighed.error()).isLessThan(0.02 * weighed.mean());
    }

    @Test
    void theOrderOfTheListsChangesNothing() {
        LatentSettings settings = new LatentSettings(5, 0, 2, 500, 11);
        Estimate once = new LatentClasses(MORE, settings).estimate();
        Estimate again = new LatentClasses(MORE.reordered(2, 0, 1), settings).estimate();
        assertThat(again.answer()).usingRecursiveComparison().isEqualTo(once.answer());
        assertThat(again.diagnostics()).isEqualTo(once.diagnostics());
    }
}
