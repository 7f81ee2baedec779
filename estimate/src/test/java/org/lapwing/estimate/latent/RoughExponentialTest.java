// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class RoughExponentialTest {
    @Test
    void isAsNearAsItSaysAndHeldFarOut() {
        for (double x = -30; x <= 30; x += 0.37) {
            double[] one = {x};
            RoughExponential.of(one, 1, one);
            assertThat(one[0] / Math.exp(x)).isCloseTo(1, Offset.offset(Math.abs(x) <= 10 ? 2e-6 : 2e-3));
        }
        double[] far = {-1e9, -40, 40, 1e9};
        RoughExponential.of(far, 4, far);
        assertThat(far[0]).isEqualTo(far[1]).isPositive();
        assertThat(far[3]).isEqualTo(far[2]).isFinite();
    }
}
