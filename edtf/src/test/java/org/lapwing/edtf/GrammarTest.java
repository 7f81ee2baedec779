// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GrammarTest {

    /** The examples of the Library of Congress profile, levels 0 and 1, that this room keeps; then our own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1985-04-12",
                "1985-04",
                "1985",
                "1964/2008",
                "2004-06/2006-08",
                "2004-02-01/2005-02-08",
                "2004-02-01/2005-02",
                "2004-02-01/2005",
                "2005/2006-02",
                "2001-21",
                "1984?",
                "2004-06~",
                "2004-06-11%",
                "201X",
                "20XX",
                "2004-XX",
                "1985-04-XX",
                "1985-XX-XX",
                "1985-04-12/..",
                "1985-04/..",
                "1985/..",
                "../1985-04-12",
                "../1985",
                "1985-04-12/",
                "1985/",
                "/1985-04-12",
                "/1985",
                "1984~/2004-06",
                "1984/2004-06~",
                "1984?/2004%",
                "1984~/2004~",
                "2017-03-2X",
                "2017-03-0X~",
                "0000",
                "9999",
                "2017-24%",
                "2017-02/2017-02"
            })
    void roundTripsWhatItKeeps(String text) {
        assertThat(Edtf.parse(text)).hasToString(text);
        assertThat(Edtf.parse(Edtf.parse(text).toString())).isEqualTo(Edtf.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|0|there is no date",
                "Y17000|0|more than four digits",
                "-0044|0|before 0000",
                "2017-03-12T10:00|10|times of day",
                "2017-03-2x|9|capital X",
                "2017-13|5|months are 01 to 12",
                "2017-25|5|months are 01 to 12",
                "2017-21-03|5|months are 01 to 12",
                "2017-02-29|8|no such day",
                "2017-02-3X|8|no two such days",
                "2017-04-3X|8|no two such days",
                "2017-00-2X|5|months are 01 to 12",
                "2017-3|6|breaks off",
                "XXXX|0|X may stand",
                "1XXX|1|X may stand",
                "20XX-03|4|no date goes on",
                "2017?~|4|one mark",
                "2017?-03|4|one mark",
                "2017-X3|6|no date goes on",
                "[2017,2018]|0|level 2",
                "17|2|breaks off",
                "март|0|no place in a date",
                "../..|2|one side at least",
                "/|0|one side at least",
                "2017/2018/2019|9|one slash",
                "2017-04/2017-03|8|ends before it starts",
                "2017-04-01/2017-03~|11|ends before it starts",
                "2017-03-122|10|no date goes on",
            })
    void refusesWithThePlaceAndTheReason(String text, int at, String reason) {
        assertThat(Edtf.tryParse(text)).isInstanceOfSatisfying(Reading.Refused.class, refused -> {
            assertThat(refused.problem()).contains(reason);
            assertThat(refused.at()).isEqualTo(at);
            assertThat(refused.accepted()).contains("2017-03-2X");
        });
    }

    @Test
    void throwsWhenAskedToAndNeverRepeatsTheText() {
        assertThatThrownBy(() -> Edtf.parse("2017-03-1234567"))
                .isInstanceOf(EdtfException.class)
                .hasMessageStartingWith("character 11: ")
                .hasMessageContaining("; accepted: 2017, ")
                .hasMessageNotContaining("1234567");
    }

    @Test
    void refusesLengthBeforeLooking() {
        assertThat(Edtf.tryParse("2".repeat(1_000_000)))
                .isInstanceOfSatisfying(
                        Reading.Refused.class, r -> assertThat(r.at()).isEqualTo(64));
    }

    /** Every date-shaped text of a year and two pairs is either kept whole or refused; nothing else ever comes out. */
    @Test
    void agreesWithTheCalendarOnEveryDayOfALeapYear() {
        int kept = 0;
        for (int month = 0; month < 100; month++) {
            for (int day = 0; day < 100; day++) {
                String text = String.format("2016-%02d-%02d", month, day);
                if (Edtf.tryParse(text) instanceof Reading.Read(Edtf value)) {
                    assertThat(value).isEqualTo(EdtfDate.of(LocalDate.parse(text)));
                    kept++;
                }
            }
        }
        assertThat(kept).isEqualTo(366);
    }
}
