// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2019-04-03 | 3 April 2019 | 3 апреля 2019 года",
                "2017-03 | March 2017 | март 2017 года",
                "2017-03~ | about March 2017 | около марта 2017 года",
                "2017-03-03~ | about 3 March 2017 | около 3 марта 2017 года",
                "2017 | 2017 | 2017 год",
                "2017~ | about 2017 | около 2017 года",
                "2017? | 2017 (uncertain) | 2017 год (под вопросом)",
                "2017-05% | about May 2017 (uncertain) | около мая 2017 года (под вопросом)",
                "2017-03-2X | some day in 20–29 March 2017 | один из дней 20–29 марта 2017 года",
                "2017-03-2X~ | about some day in 20–29 March 2017 | около одного из дней 20–29 марта 2017 года",
                "2017-03-XX | March 2017 (day unknown) | март 2017 года (день неизвестен)",
                "2017-XX | 2017 (month unknown) | 2017 год (месяц неизвестен)",
                "2017-XX-XX? | 2017 (day and month unknown, uncertain) | 2017 год (день и месяц неизвестны, под вопросом)",
                "201X | the 2010s | 2010-е годы",
                "201X~ | about the 2010s | около 2010-х годов",
                "20XX | the years 2000–2099 | 2000–2099 годы",
                "2017-21 | spring 2017 | весна 2017 года",
                "2017-24~ | about winter 2017 | около зимы 2017 года",
                "2017-02/2017-04 | between February and April 2017 | с февраля по апрель 2017 года",
                "2016-12/2017-02 | between December 2016 and February 2017 | с декабря 2016 года по февраль 2017 года",
                "2019-04-02/2019-04-10 | between 2 and 10 April 2019 | со 2 по 10 апреля 2019 года",
                "2019-03-28/2019-04-03 | between 28 March and 3 April 2019 | с 28 марта по 3 апреля 2019 года",
                "2016/2017 | between 2016 and 2017 | с 2016 по 2017 год",
                "2016-22/2017-21 | between summer 2016 and spring 2017 | с лета 2016 года по весну 2017 года",
                "2017-02~/2017-04~ | between about February 2017 and about April 2017 | примерно с февраля 2017 года примерно по апрель 2017 года",
                "2017-02/.. | from February 2017 on | с февраля 2017 года и далее",
                "2017-02/ | 'from February 2017, end unknown' | 'с февраля 2017 года, конец неизвестен'",
                "../2017-04 | up to April 2017 | вплоть до апреля 2017 года",
                "/2017-21 | 'until spring 2017, start unknown' | 'по весну 2017 года, начало неизвестно'",
                "0800 | 0800 | 0800 год",
            })
    void saysItInBothLanguages(String text, String english, String russian) {
        assertThat(Words.in(Locale.ENGLISH).of(Edtf.parse(text))).isEqualTo(english);
        assertThat(Words.in(Locale.of("ru", "RU")).of(Edtf.parse(text))).isEqualTo(russian);
    }

    @Test
    void declinesEveryMonth() {
        String genitives = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря";
        String[] expected = genitives.split(" ");
        for (int m = 1; m <= 12; m++) {
            assertThat(Words.in(Locale.of("ru")).of(Edtf.parse(String.format("2017-%02d~", m))))
                    .isEqualTo("около " + expected[m - 1] + " 2017 года");
        }
    }

    @Test
    void speaksEnglishWhereALanguageIsMissing() {
        assertThat(Words.in(Locale.of("ce")).of(Edtf.parse("2017-03"))).isEqualTo("March 2017");
    }
}
