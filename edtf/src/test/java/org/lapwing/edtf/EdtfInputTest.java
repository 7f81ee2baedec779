// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EdtfInputTest {

    private static final Locale RUSSIAN = Locale.of("ru");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2019 | 2019",
                "'  March   2017 ' | 2017-03",
                "MARCH 2017 | 2017-03",
                "Mar. 2017 | 2017-03",
                "in March of 2017 | 2017-03",
                "3 April 2019 | 2019-04-03",
                "3rd of April 2019 | 2019-04-03",
                "'April 3rd, 2019' | 2019-04-03",
                "about March 2017 | 2017-03~",
                "c. 2017 | 2017~",
                "~2017 | 2017~",
                "March 2017? | 2017-03?",
                "maybe about March 2017 | 2017-03%",
                "3.04.2019 | 2019-04-03",
                "04.2019 | 2019-04",
                "04/2019 | 2019-04",
                "2019-4-3 | 2019-04-03",
                "2017-03-2x | 2017-03-2X",
                "spring 2017 | 2017-21",
                "in the fall of 2017 | 2017-23",
                "the 2010s | 201X",
                "between February and April 2017 | 2017-02/2017-04",
                "between 3 and 10 April 2019 | 2019-04-03/2019-04-10",
                "from February to April 2017 | 2017-02/2017-04",
                "Feb 2017 – Apr 2017 | 2017-02/2017-04",
                "2016-2017 | 2016/2017",
                "since March 2017 | 2017-03/..",
                "from March 2017 | 2017-03/",
                "until April 2017 | /2017-04",
                "early April 2019 | 2019-04-01/2019-04-10~",
                "mid-April 2019 | 2019-04-11~/2019-04-20~",
                "end of February 2019 | 2019-02-21~/2019-02-28",
                "early 2017 | 2017-01/2017-04~",
                "between 2017-02 and 2017-04 | 2017-02/2017-04",
                "около марта 2017 | 2017-03~",
                "в марте 2017 года | 2017-03",
                "3 апреля 2019 г. | 2019-04-03",
                "3-го апреля 2019 | 2019-04-03",
                "МАЙ 2017 | 2017-05",
                "в мае 2017-го | refused",
                "весной 2017 | 2017-21",
                "в начале апреля 2019 | 2019-04-01/2019-04-10~",
                "в середине 2017 года | 2017-05~/2017-08~",
                "в конце апреля 2019 г | 2019-04-21~/2019-04-30",
                "с февраля по апрель 2017 | 2017-02/2017-04",
                "с 3 по 10 апреля 2019 | 2019-04-03/2019-04-10",
                "между февралем и апрелем 2017 | 2017-02/2017-04",
                "с февраля 2017 | 2017-02/",
                "с февраля 2017 и далее | 2017-02/..",
                "по апрель 2017 | /2017-04",
                "в 2017 году | 2017",
                "в 1990-х годах | 199X",
                "возможно, в марте 2017 | 2017-03?",
                "примерно в марте 2017 | 2017-03~",
                "примерно с февраля 2017 по апрель 2017 | 2017-02~/2017-04",
            })
    void readsWhatPeopleType(String typed, String text) {
        Reading reading = EdtfInput.read(typed, RUSSIAN);
        if (text.equals("refused")) {
            assertThat(reading).isInstanceOf(Reading.Refused.class);
        } else {
            assertThat(reading).isEqualTo(new Reading.Read(Edtf.parse(text)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | NOTHING",
                "unknown | NOTHING",
                "не помню | NOTHING",
                "3/4/2019 | DAY_OR_MONTH_FIRST",
                "13/04/19 | DAY_OR_MONTH_FIRST",
                "3.04.19 | NO_YEAR",
                "3 апреля | NO_YEAR",
                "March | NO_YEAR",
                "30 February 2019 | NO_SUCH_DAY",
                "31.04.2019 | NO_SUCH_DAY",
                "2019-02-30 | NO_SUCH_DAY",
                "13.2019 | NO_SUCH_DAY",
                "yesterday | NOT_UNDERSTOOD",
                "после праздника | NOT_UNDERSTOOD",
                "между апрелем и февралем 2017 | ENDS_FIRST",
                "3 мартобря 2017 | NOT_UNDERSTOOD",
            })
    void refusesRatherThanGuesses(String typed, InputProblem problem) {
        assertThat(EdtfInput.read(typed, RUSSIAN)).isEqualTo(problem.in(RUSSIAN));
        assertThat(EdtfInput.read(typed, Locale.ENGLISH)).isEqualTo(problem.in(Locale.ENGLISH));
    }

    @Test
    void everyExampleThatARefusalNamesIsAccepted() {
        int accepted = 0;
        for (Locale locale : new Locale[] {Locale.ENGLISH, RUSSIAN}) {
            Reading.Refused refused = (Reading.Refused) EdtfInput.read("?", locale);
            for (String example : refused.accepted().split("; ")) {
                assertThat(EdtfInput.read(example, locale)).as(example).isInstanceOf(Reading.Read.class);
                accepted++;
            }
        }
        assertThat(accepted).isEqualTo(20);
    }

    @Test
    void answersQuicklyAndWithoutFaultWhateverIsTyped() {
        SplittableRandom random = new SplittableRandom(10);
        String[] pieces = {
            "с ",
            "по ",
            "and ",
            "between ",
            "2017",
            "март",
            "3",
            ".",
            "/",
            "–",
            "(",
            ")",
            "about ",
            "?",
            " ",
            "год",
            "‮",
            "\uD83D",
            ", "
        };
        for (int i = 0; i < 50_000; i++) {
            StringBuilder typed = new StringBuilder();
            for (int n = random.nextInt(9); n >= 0; n--) {
                typed.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(EdtfInput.read(typed.toString(), RUSSIAN)).isNotNull();
        }
        assertThat(EdtfInput.read("about ".repeat(100_000), RUSSIAN)).isEqualTo(InputProblem.TOO_LONG.in(RUSSIAN));
    }
}
