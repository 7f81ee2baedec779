// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

/** The shapes that a single date can have, and how far "about" reaches for each. */
public enum Form {
    /** {@code 2017-03-12}. */
    DAY(Precision.DAY, Reach.THREE_DAYS),
    /** {@code 2017-03-2X}: a day of the twenties. */
    TENS_OF_DAYS(Precision.TEN_DAYS, Reach.THREE_DAYS),
    /** {@code 2017-03-XX}: one day of March, which is not known. */
    DAY_UNKNOWN(Precision.DAY, Reach.ONE_MONTH),
    /** {@code 2017-03}. */
    MONTH(Precision.MONTH, Reach.ONE_MONTH),
    /** {@code 2017-21} (spring) to {@code 2017-24} (winter). */
    SEASON(Precision.SEASON, Reach.ONE_MONTH),
    /** {@code 2017-XX}. */
    MONTH_UNKNOWN(Precision.MONTH, Reach.ONE_YEAR),
    /** {@code 2017-XX-XX}. */
    DAY_AND_MONTH_UNKNOWN(Precision.DAY, Reach.ONE_YEAR),
    /** {@code 2017}. */
    YEAR(Precision.YEAR, Reach.ONE_YEAR),
    /** {@code 201X}. */
    DECADE(Precision.DECADE, Reach.FIVE_YEARS),
    /** {@code 20XX}. */
    CENTURY(Precision.CENTURY, Reach.TWENTY_FIVE_YEARS);

    /** By how much {@code ~} widens the bounds on each side. */
    enum Reach {
        THREE_DAYS,
        ONE_MONTH,
        ONE_YEAR,
        FIVE_YEARS,
        TWENTY_FIVE_YEARS
    }

    private final Precision precision;
    private final Reach reach;

    Form(Precision precision, Reach reach) {
        this.precision = precision;
        this.reach = reach;
    }

    public Precision precision() {
        return precision;
    }

    Reach reach() {
        return reach;
    }

    boolean namesAMonth() {
        return switch (this) {
            case DAY, TENS_OF_DAYS, DAY_UNKNOWN, MONTH -> true;
            case SEASON, MONTH_UNKNOWN, DAY_AND_MONTH_UNKNOWN, YEAR, DECADE, CENTURY -> false;
        };
    }
}
