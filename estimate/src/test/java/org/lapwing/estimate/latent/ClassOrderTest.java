// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class ClassOrderTest {
    private static final int CLASSES = 3;
    private static final int LISTS = 2;

    /** Whoever starts from the prior and is renumbered any number of times has still the prior. */
    @Test
    void renumberingLeavesThePriorOfTheSticksAsItIs() {
        Variates random = new Variates(4);
        ClassOrder order = new ClassOrder(CLASSES, LISTS, LatentPrior.USUAL);
        int draws = 60_000;
        double[] before = new double[4];
        double[] after = new double[4];
        int taken = 0;
        for (int i = 0; i < draws; i++) {
            double[] point = fromThePrior(random);
            add(before, point, draws);
            for (int again = 0; again < 4; again++) {
                double[] other = new double[point.length];
                if (order.draw(point, other, random)) {
                    point = other;
                    taken++;
                }
            }
            add(after, point, draws);
        }
        assertThat(taken).isGreaterThan(draws / 4);
        for (int moment = 0; moment < before.length; moment++) {
            assertThat(after[moment]).as("moment " + moment).isCloseTo(before[moment], Offset.offset(0.008));
        }
    }

    @Test
    void aClassKeepsItsWeightAndItsLists() {
        Variates random = new Variates(5);
        ClassOrder order = new ClassOrder(CLASSES, LISTS, LatentPrior.USUAL);
        double[] point = {0.3, -0.2, 1, 2, 3, 4, 5, 6};
        double[] other = new double[point.length];
        while (!order.draw(point, other, random)) {
            assertThat(other).containsOnly(0);
        }
        for (int k = 0; k < CLASSES; k++) {
            for (int same = 0; same < CLASSES; same++) {
                if (other[2 + LISTS * k] == point[2 + LISTS * same]) {
                    assertThat(other[3 + LISTS * k]).isEqualTo(point[3 + LISTS * same]);
                    assertThat(weights(other)[k]).isCloseTo(weights(point)[same], Offset.offset(1e-12));
                }
            }
        }
    }

    private static double[] fromThePrior(Variates random) {
        double[] point = new double[CLASSES - 1 + CLASSES * LISTS];
        double alpha = Math.max(random.gamma(0.25) / 0.25, 1e-12);
        for (int k = 0; k < CLASSES - 1; k++) {
            point[k] = Math.log(-Math.log(1 - random.uniform()) / alpha);
        }
        return point;
    }

    /** First and second moments of the first two weights. */
    private static void add(double[] into, double[] point, int draws) {
        double[] weights = weights(point);
        into[0] += weights[0] / draws;
        into[1] += weights[1] / draws;
        into[2] += weights[0] * weights[0] / draws;
        into[3] += weights[1] * weights[1] / draws;
    }

    private static double[] weights(double[] point) {
        double first = -Math.expm1(-Math.exp(point[0]));
        double second = (1 - first) * -Math.expm1(-Math.exp(point[1]));
        return new double[] {first, second, 1 - first - second};
    }
}
