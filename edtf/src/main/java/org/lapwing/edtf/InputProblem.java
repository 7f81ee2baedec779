// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

import java.util.Locale;

/** Why a typed date is not taken, in both languages. No text repeats what was typed. */
enum InputProblem {
    NOTHING(
            "there is no date here; leave the field empty if it is not known",
            "здесь нет даты; если она неизвестна, оставьте поле пустым"),
    TOO_LONG("this is longer than any date", "это длиннее любой даты"),
    NO_YEAR("write the year, with four digits", "напишите год четырьмя цифрами"),
    DAY_OR_MONTH_FIRST(
            "with slashes it is not clear which number is the day; write the month as a word",
            "с косой чертой неясно, какое число — день; напишите месяц словом"),
    NO_SUCH_DAY("the calendar has no such day or month", "такого дня или месяца нет в календаре"),
    ENDS_FIRST("it ends before it starts", "конец раньше начала"),
    NOT_UNDERSTOOD("this is not understood as a date", "это не удалось понять как дату");

    static final String ACCEPTED_ENGLISH =
            "2019; March 2017; about March 2017; 3 April 2019; 3.04.2019; early April 2019;"
                    + " spring 2017; between February and April 2017; from February 2017 on; until April 2017";
    static final String ACCEPTED_RUSSIAN =
            "2019; март 2017; около марта 2017; 3 апреля 2019; 3.04.2019; в начале апреля 2019;"
                    + " весной 2017; с февраля по апрель 2017; с февраля 2017 и далее; по апрель 2017";

    private final String english;
    private final String russian;

    InputProblem(String english, String russian) {
        this.english = english;
        this.russian = russian;
    }

    Reading.Refused in(Locale locale) {
        return locale.getLanguage().equals("ru")
                ? new Reading.Refused(0, russian, ACCEPTED_RUSSIAN)
                : new Reading.Refused(0, english, ACCEPTED_ENGLISH);
    }
}
