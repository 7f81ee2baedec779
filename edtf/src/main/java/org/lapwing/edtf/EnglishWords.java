// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import org.lapwing.edtf.EdtfInterval.Limit;

/** "about March 2017", "between 3 and 10 April 2019", "March 2017 (day unknown)". */
record EnglishWords() implements Words {

    @Override
    public String of(Edtf value) {
        return switch (value) {
            case EdtfDate date -> date(date);
            case EdtfInterval interval -> interval(interval);
        };
    }

    private static String interval(EdtfInterval interval) {
        return switch (interval.start()) {
            case Limit.At(EdtfDate from) ->
                switch (interval.end()) {
                    case Limit.At(EdtfDate to) -> "between " + shortened(from, to) + " and " + date(to);
                    case Limit.Open() -> "from " + date(from) + " on";
                    case Limit.Unknown() -> "from " + date(from) + ", end unknown";
                };
            case Limit.Open() -> "up to " + end(interval);
            case Limit.Unknown() -> "until " + end(interval) + ", start unknown";
        };
    }

    private static String end(EdtfInterval interval) {
        return interval.end() instanceof Limit.At(EdtfDate to) ? date(to) : "";
    }

    private static String shortened(EdtfDate from, EdtfDate to) {
        return switch (Shared.of(from, to)) {
            case YEAR -> from.form() == Form.DAY ? from.day() + " " + month(from) : month(from);
            case MONTH -> Integer.toString(from.day());
            case NOTHING, ONLY_THE_WORD_YEAR -> date(from);
        };
    }

    private static String date(EdtfDate date) {
        String about = date.certainty().approximate() ? "about " : "";
        return about + body(date) + note(date);
    }

    private static String body(EdtfDate d) {
        return switch (d.form()) {
            case DAY -> d.day() + " " + month(d) + " " + year(d);
            case TENS_OF_DAYS -> "some day in " + firstOfTens(d) + "–" + lastOfTens(d) + " " + month(d) + " " + year(d);
            case DAY_UNKNOWN, MONTH -> month(d) + " " + year(d);
            case SEASON -> season(d) + " " + year(d);
            case MONTH_UNKNOWN, DAY_AND_MONTH_UNKNOWN, YEAR -> year(d);
            case DECADE -> "the " + year(d) + "s";
            case CENTURY -> "the years " + year(d) + "–" + lastYear(d);
        };
    }

    private static String note(EdtfDate date) {
        String unknown = switch (date.form()) {
            case DAY_UNKNOWN -> "day unknown";
            case MONTH_UNKNOWN -> "month unknown";
            case DAY_AND_MONTH_UNKNOWN -> "day and month unknown";
            case DAY, TENS_OF_DAYS, MONTH, SEASON, YEAR, DECADE, CENTURY -> "";
        };
        String doubt = date.doubted() ? "uncertain" : "";
        String note = unknown.isEmpty() || doubt.isEmpty() ? unknown + doubt : unknown + ", " + doubt;
        return note.isEmpty() ? "" : " (" + note + ")";
    }

    private static String month(EdtfDate d) {
        return Month.of(d.month()).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String season(EdtfDate d) {
        return switch (d.month()) {
            case 21 -> "spring";
            case 22 -> "summer";
            case 23 -> "autumn";
            default -> "winter";
        };
    }

    /** Four digits always: "years 800" is a number, "0800" is a year. */
    static String year(EdtfDate d) {
        return String.format(Locale.ROOT, "%04d", d.year());
    }

    static String lastYear(EdtfDate century) {
        return String.format(Locale.ROOT, "%04d", century.year() + 99);
    }

    static int firstOfTens(EdtfDate d) {
        return d.asStated().first().getDayOfMonth();
    }

    static int lastOfTens(EdtfDate d) {
        return d.asStated().last().getDayOfMonth();
    }
}
