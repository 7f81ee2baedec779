// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultPagesTest {
    @Test
    void tellsTheOperatorWhereItBrokeAndNothingThatAnybodySaid() {
        var fault = new IllegalStateException("planted words", new ArithmeticException("more of them"));
        assertThat(FaultPages.where(fault))
                .contains("java.lang.IllegalStateException", "java.lang.ArithmeticException")
                .contains("org.lapwing.desk.FaultPagesTest.tellsTheOperator")
                .doesNotContain("planted", "more of them");
    }
}
