// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lapwing.estimate.CaptureTable;

final class HamiltonianChainTest {
    private static final int CLASSES = 3;
    private static final int LISTS = 3;
    private static final int STICKS = CLASSES - 1;

    /**
     * Whoever draws classes from the prior, then people by these classes, and then moves the classes by a chain over the
     * posterior of these people, has the prior again (Geweke 2004), if each move leaves the posterior as it is.
     */
    @ParameterizedTest
    @CsvSource({"0.25, 0.25, 1", "1, 0.5, 2", "0.25, 2.5, 0.5"})
    void classesOfThePriorMovedGivenTheirOwnPeopleAreOfThePriorStill(double shape, double rate, double beta) {
        LatentPrior prior = new LatentPrior(shape, rate, beta);
        Variates random = new Variates(14);
        int draws = 10_000;
        double[][] before = new double[5][draws];
        double[][] after = new double[5][draws];
        for (int i = 0; i < draws; i++) {
            double[] point = drawn(prior, random);
            HamiltonianChain chain = new HamiltonianChain(people(point, random), CLASSES, prior, i);
            chain.begin(point);
            note(before, i, point);
            for (int move = 0; move < 6; move++) {
                chain.next();
            }
            note(after, i, chain.point());
        }
        for (int what = 0; what < before.length; what++) {
            double error = Math.hypot(error(before[what]), error(after[what]));
            assertThat(mean(after[what])).as("moment " + what).isCloseTo(mean(before[what]), Offset.offset(4 * error));
            assertThat(after[what]).as("moves").isNotEqualTo(before[what]);
        }
    }

    /** A standard normal density, from which paths are begun the more often the larger the value. */
    @Test
    void pathsBegunMoreOftenInOnePlaceLeaveTheDensityAsItIs() {
        Variates random = new Variates(3);
        Slanted slanted = new Slanted();
        HamiltonianPath path = new HamiltonianPath(slanted, random, new HamiltonianPath.Pace(1.5, 1, 20, 0.5, 0));
        path.stand(slanted.logLikelihood(path.point()));
        for (int i = 0; i < 500; i++) {
            path.learn();
        }
        int times = 200_000;
        double[] seen = new double[times];
        int taken = 0;
        for (int i = 0; i < times; i++) {
            if (Math.log(random.uniform()) < slanted.logCalled(path.point()) && path.go()) {
                taken++;
            }
            seen[i] = path.point()[0];
        }
        assertThat(taken).isBetween(times / 10, times * 9 / 10);
        assertThat(mean(seen)).isCloseTo(0, Offset.offset(0.03));
        double[] squares = seen.clone();
        for (int i = 0; i < times; i++) {
            squares[i] *= squares[i];
        }
        assertThat(mean(squares)).isCloseTo(1, Offset.offset(0.03));
    }

    private static final class Slanted implements Landscape {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public double logLikelihood(double[] at) {
            return -at[0] * at[0] / 2;
        }

        @Override
        public double logPrior(double[] at) {
            return 0;
        }

        @Override
        public void gradient(double[] at, double[] into) {
            into[0] = -at[0];
        }

        @Override
        public double logCalled(double[] at) {
            return Math.clamp(2 * at[0] - 1, Math.log(0.1), 0);
        }
    }

    private static double[] drawn(LatentPrior prior, Variates random) {
        double[] point = new double[STICKS + CLASSES * LISTS];
        double logConcentration = random.logGamma(prior.shape()) - Math.log(prior.rate());
        for (int k = 0; k < STICKS; k++) {
            point[k] = Math.log(random.exponential()) - logConcentration;
        }
        for (int i = STICKS; i < point.length; i++) {
            double chance = random.beta(prior.beta(), prior.beta());
            point[i] = Math.log(chance / (1 - chance));
        }
        return point;
    }

    /** Twelve who are on a list at least. */
    private static CaptureTable people(double[] point, Variates random) {
        TreeMap<Integer, Long> cells = new TreeMap<>();
        for (int seen = 0; seen < 12; ) {
            int k = 0;
            while (k < STICKS && random.exponential() > Math.exp(point[k])) {
                k++;
            }
            int pattern = 0;
            for (int list = 0; list < LISTS; list++) {
                if (random.uniform() < 1 / (1 + Math.exp(-point[STICKS + k * LISTS + list]))) {
                    pattern |= 1 << list;
                }
            }
            if (pattern > 0) {
                cells.merge(pattern, 1L, Long::sum);
                seen++;
            }
        }
        return CaptureTable.of(List.of("siskin", "dunlin", "plover"), cells);
    }

    /** Weights of the first two classes, how often the first and the last are on a list, and how the two go together. */
    private static void note(double[][] into, int at, double[] point) {
        double first = -Math.expm1(-Math.exp(point[0]));
        into[0][at] = first;
        into[1][at] = (1 - first) * -Math.expm1(-Math.exp(point[1]));
        into[2][at] = 1 / (1 + Math.exp(-point[STICKS]));
        into[3][at] = 1 / (1 + Math.exp(-point[point.length - 1]));
        into[4][at] = first * into[2][at] * into[2][at];
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double each : values) {
            sum += each;
        }
        return sum / values.length;
    }

    private static double error(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double each : values) {
            sum += (each - mean) * (each - mean);
        }
        return Math.sqrt(sum) / values.length;
    }
}
