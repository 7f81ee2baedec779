// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.compare;

import java.util.List;
import java.util.Optional;

/** Days, months, years and intervals: a coarse date that encloses a fine one agrees with it. */
final class DateComparison implements Comparison<DateValue> {

    @Override
    public Optional<DateValue> read(String cell) {
        return DateReader.read(cell);
    }

    @Override
    public boolean isCheap() {
        return true;
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
        if (a.hasDigits() && b.hasDigits()) {
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

    private static int byDigits(DateValue a, DateValue b) {
        if (a.digits() == b.digits()) {
            return 6;
        }
        boolean year = a.year() == b.year();
        boolean month = a.month() == b.month();
        boolean day = a.day() == b.day();
        if ((year && a.month() == b.day() && a.day() == b.month()) || isOneSlip(a.digits(), b.digits())) {
            return 5;
        }
        if ((year ? 1 : 0) + (month ? 1 : 0) + (day ? 1 : 0) == 2) {
            return 3;
        }
        return a.isPlaced() && b.isPlaced() && Math.abs(a.first() - b.first()) <= 366 ? 2 : 1;
    }

    /** Whether one digit differs, or two neighbours are swapped: all that one edit can do to eight digits. */
    private static boolean isOneSlip(int a, int b) {
        int differ = a ^ b;
        int lowest = Integer.numberOfTrailingZeros(differ) & ~3;
        if (differ >>> lowest >>> 4 == 0) {
            return true;
        }
        int two = a >>> lowest & 0xFF;
        return lowest <= 24 && differ >>> lowest >>> 8 == 0 && (two >>> 4 | (two & 15) << 4) == (b >>> lowest & 0xFF);
    }

    @Override
    public String term(DateValue value) {
        return value.hasDigits() ? value.text() : value.first() + "/" + value.last();
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
        if (!value.hasDigits()) {
            return which == 3 && value.last() - value.first() < 367 ? year(value) : "";
        }
        String digits = value.text();
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
