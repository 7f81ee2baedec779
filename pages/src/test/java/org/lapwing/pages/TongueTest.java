// SPDX-License-Identifier: Apache-2.0
package org.lapwing.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TongueTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru-RU,ru;q=0.9,en;q=0.5 | RU", "en;q=0.4,ru;q=0.8 | RU", "ru;q=0.1,en | EN", "ru;q=0 | EN",
                        "de,ru;q=0.2 | RU",
                "rup | EN", "* | EN", "'' | EN", ";;;q=x,, | EN", "RU | RU"
            })
    void takesTheLanguageThatIsWantedMost(String header, Tongue wanted) {
        assertThat(Tongue.preferred(header)).isEqualTo(wanted);
    }
}
