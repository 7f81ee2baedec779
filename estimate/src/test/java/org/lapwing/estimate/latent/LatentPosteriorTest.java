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

    private static final LatentPrior OTHER = new LatentPrior(1, 0.5, 2);

    @Test
    void theGradientIsTheSlopeOfTheDensity() {
        SplittableRandom random = new SplittableRandom(5);
        for (double power : new double[] {1, 0.3}) {
            LatentPosterior posterior = new LatentPosterior(MORE, 4, power == 1 ? LatentPrior.USUAL : OTHER);
            posterior.flatten(power);
            double[] point = new double[posterior.dimension()];
            for (int i = 0; i < point.length; i++) {
                point[i] = random.nextGaussian() - (i < posterior.sticks() ? 1 : 0.5);
            }
            double[] slope = new double[point.length];
            posterior.gradient(point, slope);
            for (int i = 0; i < point.length; i++) {
                double[] up = point.clone();
                double[] down = point.clone();
                up[i] += 1e-5;
                down[i] -= 1e-5;
                double measured = (density(posterior, up) - density(posterior, down)) / 2e-5;
                assertThat(slope[i]).isCloseTo(measured, Offset.offset(1e-4 * (1 + Math.abs(measured))));
            }
        }
    }

    @Test
    void theFirstClassAloneSeesTheSameDensityAndItsSlope() {
        SplittableRandom random = new SplittableRandom(6);
        LatentPosterior posterior = new LatentPosterior(MORE, 3, OTHER);
        FirstClass first = new FirstClass(MORE, 3, OTHER);
        double[] seen = new double[3];
        for (int i = 0; i < 40; i++) {
            for (int list = 0; list < 3; list++) {
                seen[list] = random.nextGaussian() + (list > 0 ? 0.7 * seen[list - 1] : 0);
            }
            first.whitening().add(seen, 0);
        }
        first.whitening().learn();
        double[] whole = new double[posterior.dimension()];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = random.nextGaussian();
        }
        double[] at = new double[3];
        first.hold(whole, at);
        double[] slope = new double[3];
        first.gradient(at, slope);
        double[] held = whole.clone();
        for (int i = 0; i < 3; i++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double measured = (density(first, up) - density(first, down)) / 2e-5;
            first.release(up, whole);
            double above = density(posterior, whole);
            first.release(down, whole);
            assertThat((above - density(posterior, whole)) / 2e-5).isCloseTo(measured, Offset.offset(1e-3));
            assertThat(slope[i]).isCloseTo(measured, Offset.offset(1e-4 * (1 + Math.abs(measured))));
        }
        first.release(at, whole);
        assertThat(whole).containsExactly(held, Offset.offset(1e-12));
        assertThat(first.logLikelihood(at)).isCloseTo(posterior.logLikelihood(whole), Offset.offset(1e-9));
        assertThat(first.unseenShare()).isCloseTo(posterior.unseenShare(), Offset.offset(1e-12));
    }

    private static double density(Landscape landscape, double[] at) {
        return landscape.logLikelihood(at) + landscape.logPrior(at);
    }

    /** The unseen among few people, by a million draws from the prior, each weighed by its likelihood: slow, and simple. */
    @Test
    void theChainsDrawWhatWeighingThePriorGives() {
        double most = 20.0 * FEW.observed();
        Estimate chains = new LatentClasses(FEW, new LatentSettings(3, 20, 4, 20_000, 3)).estimate();
        WeighedPrior weighed = new WeighedPrior(FEW, 3, most, 4_000_000);
        assertThat(chains.answer()).isInstanceOf(Answer.Interval.class);
        assertThat(number(chains, "mean"))
                .isCloseTo(weighed.mean(), Offset.offset(4 * Math.hypot(error(chains), weighed.error())));
        assertThat(weighed.error()).isLessThan(0.02 * weighed.mean());
    }

    /** Two classes, by the sum over every way to divide the people of each cell, and the unseen, between them. */
    @Test
    void theChainsDrawWhatSummingOverAllDivisionsGives() {
        Estimate chains = new LatentClasses(FEW, new LatentSettings(2, 5, 4, 40_000, 4)).estimate();
        ExactPosterior exact = new ExactPosterior(FEW, 5 * FEW.observed());
        assertThat(error(chains)).isLessThan(0.003 * exact.mean());
        assertThat(number(chains, "mean")).isCloseTo(exact.mean(), Offset.offset(4 * error(chains)));
        assertThat(number(chains, "sd")).isCloseTo(exact.deviation(), Offset.offset(0.02 * exact.deviation()));
    }

    private static double number(Estimate estimate, String name) {
        return ((Number) estimate.diagnostics().get(name)).doubleValue();
    }

    private static double error(Estimate estimate) {
        return number(estimate, "sd") / Math.sqrt(number(estimate, "effective_sample"));
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
