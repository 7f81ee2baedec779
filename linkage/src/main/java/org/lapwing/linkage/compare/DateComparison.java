// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.compare;

import java.util.List;
import java.util.Optional;

/** Days, months, years and intervals: a coarse date that encloses a fine one agrees with it. */
final class DateComparison implements Comparison<DateValue> {

    private static final int NO_DAY = Integer.MIN_VALUE;

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
            return quick(packed(a), packed(b));
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

    /** Digits above, the day below; that there is no such day is a day which no date has. */
    @Override
    public long packed(DateValue value) {
        return value.hasDigits() ? packed(value.digits(), value.isPlaced() ? (int) value.first() : NO_DAY) : 0;
    }

    private static long packed(int digits, int day) {
        return ((long) (digits ^ DateValue.NONE) << 32) | (day & 0xFFFF_FFFFL);
    }

    @Override
    public int quick(long a, long b) {
        return a == 0 || b == 0
                ? 0
                : byDigits((int) (a >>> 32) ^ DateValue.NONE, (int) a, (int) (b >>> 32) ^ DateValue.NONE, (int) b);
    }

    private static int byDigits(int a, int dayOfA, int b, int dayOfB) {
        int differ = a ^ b;
        if (differ == 0) {
            return 6;
        }
        boolean year = differ >>> 16 == 0;
        boolean month = ((differ >>> 8) & 0xFF) == 0;
        boolean day = (differ & 0xFF) == 0;
        boolean swapped = year && ((a >>> 8) & 0xFF) == (b & 0xFF) && (a & 0xFF) == ((b >>> 8) & 0xFF);
        if (swapped || isOneSlip(a, b)) {
            return 5;
        }
        if ((year ? 1 : 0) + (month ? 1 : 0) + (day ? 1 : 0) == 2) {
            return 3;
        }
        boolean placed = dayOfA != NO_DAY && dayOfB != NO_DAY;
        return placed && Math.abs((long) dayOfA - dayOfB) <= 366 ? 2 : 1;
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
