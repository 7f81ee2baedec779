// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.compare;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lapwing.edtf.Edtf;
import org.lapwing.edtf.EdtfInput;
import org.lapwing.edtf.Reading;

/**
 * Dates as lists write them: eight digits, day first with points or slashes, ISO, EDTF, and words in English and Russian.
 * Eight digits that are no day are kept as digits, since they are often one slip away from one. Safe between threads.
 */
final class DateReader {

    private static final Pattern COMPACT = Pattern.compile("(\\d{4})[-./]?(\\d{1,2})[-./]?(\\d{1,2})(?:[T ].*)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-./](\\d{1,2})[-./](\\d{4})");

    private DateReader() {}

    static Optional<DateValue> read(String cell) {
        String text = cell.strip();
        if (isIso(text)) { // nearly all cells of most lists; the patterns below cost ten times as much
            return Optional.of(day(text.substring(0, 4), text.substring(5, 7), text.substring(8)));
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches() && (text.length() >= 8 || (text.length() > 6 && !text.matches("\\d+")))) {
            return Optional.of(day(compact.group(1), compact.group(2), compact.group(3)));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            boolean american = Integer.parseInt(dayFirst.group(2)) > 12;
            return Optional.of(
                    day(dayFirst.group(3), dayFirst.group(american ? 1 : 2), dayFirst.group(american ? 2 : 1)));
        }
        return EdtfInput.read(text, Locale.ENGLISH) instanceof Reading.Read(Edtf edtf) ? span(edtf) : Optional.empty();
    }

    private static boolean isIso(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (i != 4 && i != 7 && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
                return false;
            }
        }
        return true;
    }

    private static Optional<DateValue> span(Edtf edtf) {
        if (edtf.earliest().isEmpty() || edtf.latest().isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = edtf.earliest().get();
        LocalDate last = edtf.latest().get();
        boolean written = first.equals(last) && first.getYear() >= 0 && first.getYear() <= 9999;
        int digits = written
                ? DateValue.packed(first.getYear(), first.getMonthValue(), first.getDayOfMonth())
                : DateValue.NONE;
        return Optional.of(new DateValue(digits, first.toEpochDay(), last.toEpochDay()));
    }

    private static DateValue day(String year, String month, String day) {
        int y = Integer.parseInt(year);
        int m = Integer.parseInt(month);
        int d = Integer.parseInt(day);
        int digits = DateValue.packed(y, m, d);
        try {
            long at = LocalDate.of(y, m, d).toEpochDay();
            return new DateValue(digits, at, at);
        } catch (DateTimeException noSuchDay) {
            return new DateValue(digits, Long.MIN_VALUE, Long.MIN_VALUE);
        }
    }
}
