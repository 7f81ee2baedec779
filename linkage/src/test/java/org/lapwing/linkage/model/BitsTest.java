// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BitsTest {

    @Test
    void isThePowerOfTwoWithinOnePartInTenThousandMillion() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            double x = random.nextDouble(-999, 999);
            assertThat(Bits.power(x) / StrictMath.pow(2, x)).isCloseTo(1, within(1e-10));
        }
        assertThat(Bits.power(0)).isEqualTo(1);
        assertThat(Bits.power(-7)).isEqualTo(1.0 / 128);
        assertThat(Bits.power(-1e9)).isZero();
        assertThat(Bits.power(1e9)).isEqualTo(Bits.power(1000));
    }
}
