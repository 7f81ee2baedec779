// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountsTest {
    @Test
    void statesNumbersOnlyWhenEachIsAtLeastK() {
        assertThat(new Counts.Tally(20, 6, 11, 10, 5).under(5)).isEqualTo(new Counts.Stated(26, 6, 11, 10, 5));
    }

    @Test
    void oneSmallNumberWithholdsThemAll() {
        assertThat(new Counts.Tally(20, 4, 9, 9, 6).under(5)).isEqualTo(new Counts.Withheld(5));
        assertThat(new Counts.Tally(20, 6, 4, 16, 6).under(5)).isEqualTo(new Counts.Withheld(5));
        assertThat(new Counts.Tally(20, 6, 10, 16, 0).under(5)).isEqualTo(new Counts.Withheld(5));
    }

    @Test
    void noneHeldBackIsWithheldLikeOne() {
        assertThat(new Counts.Tally(26, 0, 11, 10, 5).under(5)).isEqualTo(new Counts.Withheld(5));
    }
}
