// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.lapwing.journal.JournalException;

class FaultPagesTest {
    @Test
    void tellsTheOperatorWhereItBrokeAndNothingThatAnybodySaid() {
        var fault = new IllegalStateException("planted words", new ArithmeticException("more of them"));
        assertThat(FaultPages.where(fault))
                .contains("java.lang.IllegalStateException", "java.lang.ArithmeticException")
                .contains("org.lapwing.desk.FaultPagesTest.tellsTheOperator")
                .doesNotContain("planted", "more of them");
    }

    @Test
    void tellsTheOperatorWhichRowIsDamaged() {
        assertThat(FaultPages.where(new IllegalStateException("planted", new JournalException("row 17: it is gone"))))
                .contains("row 17: it is gone")
                .doesNotContain("planted");
    }

    @Test
    void tellsAFullDiskFromAFaultOfOurs() {
        var full = new UncheckedIOException("cannot write", new IOException("shred.keys.new: No space left on device"));
        assertThat(FaultPages.unwritable(new IllegalStateException(full))).isTrue();
        assertThat(FaultPages.unwritable(new UncheckedIOException(new IOException("Broken pipe"))))
                .isFalse();
    }
}
