// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lapwing.pages.Messages;

class DeskMessagesTest {
    @Test
    void englishAndRussianSayTheSameThingsWithTheSameArguments() {
        assertThat(Messages.load(DeskMain.class, "messages").faults()).isEmpty();
    }
}
