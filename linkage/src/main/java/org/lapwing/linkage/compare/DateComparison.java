// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.compare;

import java.util.List;
import java.util.Optional;
import org.lapwing.linkage.text.Likeness;

/** Days, months, years and intervals: a coarse date that encloses a fine one agrees with it. */
final class DateComparison implements Comparison<DateValue> {

    private final Likeness likeness = new Likeness();

    @Override
    public Optional<DateValue> read(String cell) {
        return DateReader.read(cell);
    }

    @Override
    public List<String> levels() {
        return List.of(
                "differs",
                "about a year apart",
                "two of day, month and year agree",
                "one date lies within the other",
                "one digit apart, or day and month swapped",
                "the same");
    }

    @Override
    public int level(DateValue a, DateValue b) {
        if (!a.digits().isEmpty() && !b.digits().isEmpty()) {
            return byDigits(a, b);
        }
        if (!a.isPlaced() || !b.isPlaced()) {
            return 1;
        }
        if (a.first() == b.first() && a.last() == b.last()) {
            return 6; // a coarse date is a frequent term, and weighs less for that
        }
        if (a.first() <= b.last() && b.first() <= a.last()) {
            return 4;
        }
        long apart = Math.max(a.first() - b.last(), b.first() - a.last());
        return apart <= 366 ? 2 : 1;
    }

    private int byDigits(DateValue a, DateValue b) {
        String x = a.digits();
        String y = b.digits();
        if (x.equals(y)) {
            return 6;
        }
        boolean year = x.regionMatches(0, y, 0, 4);
        boolean month = x.regionMatches(4, y, 4, 2);
        boolean day = x.regionMatches(6, y, 6, 2);
        boolean swapped = year && x.regionMatches(4, y, 6, 2) && x.regionMatches(6, y, 4, 2);
        if (swapped || likeness.edits(x, y, 1) <= 1) {
            return 5;
        }
        if ((year ? 1 : 0) + (month ? 1 : 0) + (day ? 1 : 0) == 2) {
            return 3;
        }
        return a.isPlaced() && b.isPlaced() && Math.abs(a.first() - b.first()) <= 366 ? 2 : 1;
    }

    @Override
    public String term(DateValue value) {
        return value.digits().isEmpty() ? value.first() + "/" + value.last() : value.digits();
    }

    @Override
    public boolean sharesTerm(int level) {
        return level == 6;
    }

    @Override
    public List<String> keys() {
        return List.of("day", "year and month", "day and month in either order", "year");
    }

    @Override
    public String key(int which, DateValue value) {
        String digits = value.digits();
        if (digits.isEmpty()) {
            return which == 3 && value.last() - value.first() < 367 ? year(value) : "";
        }
        String month = digits.substring(4, 6);
        String day = digits.substring(6);
        return switch (which) {
            case 0 -> digits;
            case 1 -> digits.substring(0, 6);
            case 2 -> month.compareTo(day) <= 0 ? month + day : day + month;
            default -> digits.substring(0, 4);
        };
    }

    private static String year(DateValue value) {
        return Integer.toString(java.time.LocalDate.ofEpochDay(value.first()).getYear());
    }
}
