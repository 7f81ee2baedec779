// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class SpecialFunctionsTest {
    /** The 0.95 and 0.99 quantiles of printed tables. */
    @Test
    void theTailsOfChiSquaredAreThoseOfTheTables() {
        assertThat(SpecialFunctions.chiSquareAtLeast(3.841459, 1)).isCloseTo(0.05, Offset.offset(1e-6));
        assertThat(SpecialFunctions.chiSquareAtLeast(15.08627, 5)).isCloseTo(0.01, Offset.offset(1e-6));
        assertThat(SpecialFunctions.chiSquareAtLeast(18.307038, 10)).isCloseTo(0.05, Offset.offset(1e-6));
        assertThat(SpecialFunctions.chiSquareAtLeast(4, 0)).isEqualTo(1);
    }
}
