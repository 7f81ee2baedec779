// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.form;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lapwing.evacuation.EvacuationException;

/** A file made to cost its reader more than it is long. */
class HostileJsonTest {

    @Test
    void aLongNameOverManyValuesTakesNoMoreMemoryThanTheFile() {
        // where each value stood was once kept under its path: a hundred thousand times the long name
        refuses("{\"" + "a".repeat(100_000) + "\":[" + "0,".repeat(100_000) + "0]}");
    }

    @Test
    void manyEscapesAreReadInOnePass() {
        refuses("{\"format\":\"" + "\\u0041".repeat(300_000) + "\"}");
    }

    @Test
    void halfASurrogatePairIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> PlanJson.read("{\n \"format\":\"\\ud800\"}"))
                .isInstanceOf(EvacuationException.class)
                .hasMessageContaining("line 2, column 11");
    }

    private static void refuses(String text) {
        assertThatThrownBy(() -> PlanJson.read(text)).isInstanceOf(EvacuationException.class);
        assertThatThrownBy(() -> SituationReader.read(text)).isInstanceOf(EvacuationException.class);
    }
}
