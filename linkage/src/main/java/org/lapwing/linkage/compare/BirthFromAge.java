// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.compare;

import java.time.LocalDate;
import java.util.Optional;

/** What an age says about a date of birth: whoever was 40 on a day was born in the year that ended 40 years before it. */
public final class BirthFromAge {

    private static final int OLDEST = 130;

    private BirthFromAge() {}

    /**
     * The days on which a person may have been born, as an EDTF interval.
     *
     * @param age in whole years, as a cell tells it
     * @param when the date on which the person had that age, in any form that dates are read in
     */
    public static Optional<String> interval(String age, String when) {
        Optional<Double> years = new NumberComparison().read(age).filter(each -> each >= 0 && each <= OLDEST);
        Optional<DateValue> date = DateReader.read(when).filter(DateValue::isPlaced);
        if (years.isEmpty() || date.isEmpty()) {
            return Optional.empty();
        }
        int whole = years.get().intValue();
        LocalDate first =
                LocalDate.ofEpochDay(date.get().first()).minusYears(whole + 1L).plusDays(1);
        LocalDate last = LocalDate.ofEpochDay(date.get().last()).minusYears(whole);
        return Optional.of(first + "/" + last);
    }
}
