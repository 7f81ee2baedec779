// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/**
 * One date, as finely as it is known.
 *
 * @param year 0 to 9999; of a decade or century its first year
 * @param month 1 to 12, of a season 21 (spring) to 24 (winter), else 0
 * @param day 1 to 31, of tens of days 0, 10, 20 or 30, else 0
 */
public record EdtfDate(Form form, int year, int month, int day, Certainty certainty) implements Edtf {

    private static final int SPRING = 21;
    private static final int WINTER = 24;

    public EdtfDate {
        if (year < 0 || year > 9999) {
            throw new IllegalArgumentException("year is outside 0 to 9999");
        }
        boolean right = switch (form) {
            case DAY -> isDay(year, month, day);
            case TENS_OF_DAYS -> isMonth(month) && day % 10 == 0 && isTens(year, month, day);
            case DAY_UNKNOWN, MONTH -> isMonth(month) && day == 0;
            case SEASON -> month >= SPRING && month <= WINTER && day == 0;
            case MONTH_UNKNOWN, DAY_AND_MONTH_UNKNOWN, YEAR -> month == 0 && day == 0;
            case DECADE -> month == 0 && day == 0 && year % 10 == 0;
            case CENTURY -> month == 0 && day == 0 && year % 100 == 0;
        };
        if (!right) {
            throw new IllegalArgumentException("no such date of form " + form);
        }
    }

    public static EdtfDate of(LocalDate day) {
        return new EdtfDate(Form.DAY, day.getYear(), day.getMonthValue(), day.getDayOfMonth(), Certainty.EXACT);
    }

    public static EdtfDate of(YearMonth month) {
        return new EdtfDate(Form.MONTH, month.getYear(), month.getMonthValue(), 0, Certainty.EXACT);
    }

    public static EdtfDate ofYear(int year) {
        return new EdtfDate(Form.YEAR, year, 0, 0, Certainty.EXACT);
    }

    public EdtfDate with(Certainty other) {
        return new EdtfDate(form, year, month, day, other);
    }

    @Override
    public boolean doubted() {
        return certainty.doubted();
    }

    @Override
    public EdtfDate stated() {
        return with(Certainty.EXACT);
    }

    @Override
    public EdtfDate coarsen(Precision precision) {
        if (!precision.coarserThan(form.precision())) {
            return this;
        }
        return switch (precision) {
            case DAY -> this;
            case TEN_DAYS -> toTens();
            case MONTH ->
                form.namesAMonth()
                        ? new EdtfDate(Form.MONTH, year, month, 0, certainty)
                        : new EdtfDate(Form.MONTH_UNKNOWN, year, 0, 0, certainty);
            case SEASON -> toSeason();
            case YEAR -> new EdtfDate(Form.YEAR, year, 0, 0, beyondNewYear());
            case DECADE -> new EdtfDate(Form.DECADE, year - year % 10, 0, 0, beyondNewYear());
            case CENTURY -> new EdtfDate(Form.CENTURY, year - year % 100, 0, 0, beyondNewYear());
        };
    }

    private EdtfDate toTens() {
        if (form != Form.DAY) {
            return coarsen(Precision.MONTH); // its day is not known at all: there are no tens to keep
        }
        int tens = day - day % 10;
        // A month's only day in its thirties would be named by them: step out to the month.
        return isTens(year, month, tens)
                ? new EdtfDate(Form.TENS_OF_DAYS, year, month, tens, certainty)
                : new EdtfDate(Form.MONTH, year, month, 0, certainty);
    }

    private EdtfDate toSeason() {
        if (!form.namesAMonth()) {
            return new EdtfDate(Form.YEAR, year, 0, 0, certainty);
        }
        int season = month == 12 || month < 3 ? WINTER : SPRING + (month - 3) / 3;
        return new EdtfDate(Form.SEASON, year, season, 0, certainty);
    }

    /** A winter reaches over New Year on both sides; only "about" that year is still true of it. */
    private Certainty beyondNewYear() {
        return form == Form.SEASON && month == WINTER ? Certainty.of(certainty.doubted(), true) : certainty;
    }

    Span asStated() {
        return switch (form) {
            case DAY -> new Span(LocalDate.of(year, month, day), LocalDate.of(year, month, day));
            case TENS_OF_DAYS ->
                new Span(
                        LocalDate.of(year, month, Math.max(1, day)),
                        LocalDate.of(year, month, Math.min(day + 9, monthEnd().getDayOfMonth())));
            case DAY_UNKNOWN, MONTH -> new Span(LocalDate.of(year, month, 1), monthEnd());
            case SEASON -> season();
            case MONTH_UNKNOWN, DAY_AND_MONTH_UNKNOWN, YEAR -> years(0);
            case DECADE -> years(9);
            case CENTURY -> years(99);
        };
    }

    Span widened() {
        Span s = asStated();
        if (!certainty.approximate()) {
            return s;
        }
        return switch (form.reach()) {
            case THREE_DAYS -> new Span(s.first().minusDays(3), s.last().plusDays(3));
            case ONE_MONTH ->
                new Span(
                        s.first().minusMonths(1),
                        YearMonth.from(s.last()).plusMonths(1).atEndOfMonth());
            case ONE_YEAR -> new Span(s.first().minusYears(1), s.last().plusYears(1));
            case FIVE_YEARS -> new Span(s.first().minusYears(5), s.last().plusYears(5));
            case TWENTY_FIVE_YEARS ->
                new Span(s.first().minusYears(25), s.last().plusYears(25));
        };
    }

    private LocalDate monthEnd() {
        return YearMonth.of(year, month).atEndOfMonth();
    }

    private Span years(int more) {
        return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year + more, 12, 31));
    }

    private Span season() {
        if (month == WINTER) {
            return new Span(
                    LocalDate.of(year - 1, 12, 1), YearMonth.of(year + 1, 2).atEndOfMonth());
        }
        int firstMonth = 3 + (month - SPRING) * 3;
        return new Span(
                LocalDate.of(year, firstMonth, 1),
                YearMonth.of(year, firstMonth + 2).atEndOfMonth());
    }

    @Override
    public String toString() {
        String body = switch (form) {
            case DAY -> String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
            case TENS_OF_DAYS -> String.format(Locale.ROOT, "%04d-%02d-%dX", year, month, day / 10);
            case DAY_UNKNOWN -> String.format(Locale.ROOT, "%04d-%02d-XX", year, month);
            case MONTH, SEASON -> String.format(Locale.ROOT, "%04d-%02d", year, month);
            case MONTH_UNKNOWN -> String.format(Locale.ROOT, "%04d-XX", year);
            case DAY_AND_MONTH_UNKNOWN -> String.format(Locale.ROOT, "%04d-XX-XX", year);
            case YEAR -> String.format(Locale.ROOT, "%04d", year);
            case DECADE -> String.format(Locale.ROOT, "%03dX", year / 10);
            case CENTURY -> String.format(Locale.ROOT, "%02dXX", year / 100);
        };
        return body + certainty.mark();
    }

    private static boolean isMonth(int month) {
        return month >= 1 && month <= 12;
    }

    private static boolean isDay(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).getDayOfMonth() == day;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Tens that hold at least two days of the month: {@code 2017-04-3X} would be 30 April and {@code 2017-02-3X} none. */
    static boolean isTens(int year, int month, int tens) {
        return tens >= 0 && tens + 1 <= YearMonth.of(year, month).lengthOfMonth();
    }
}
