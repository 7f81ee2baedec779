// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

/** What the two dates of an interval share, and so need not say twice. */
enum Shared {
    NOTHING,
    /** Two bare years: Russian says «год» once. */
    ONLY_THE_WORD_YEAR,
    YEAR,
    /** Two days of one month. */
    MONTH;

    static Shared of(EdtfDate from, EdtfDate to) {
        boolean plain = from.certainty() == Certainty.EXACT && to.certainty() == Certainty.EXACT;
        if (!plain || from.form() != to.form()) {
            return NOTHING;
        }
        return switch (from.form()) {
            case YEAR -> ONLY_THE_WORD_YEAR;
            case MONTH -> from.year() == to.year() ? YEAR : NOTHING;
            case DAY -> {
                if (from.year() != to.year()) {
                    yield NOTHING;
                }
                yield from.month() == to.month() ? MONTH : YEAR;
            }
            case TENS_OF_DAYS, DAY_UNKNOWN, SEASON, MONTH_UNKNOWN, DAY_AND_MONTH_UNKNOWN, DECADE, CENTURY -> NOTHING;
        };
    }
}
