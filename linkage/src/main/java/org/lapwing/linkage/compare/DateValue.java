// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.compare;

/**
 * A date as a cell tells it.
 *
 * @param digits {@code yyyymmdd} where all eight are written, valid or not, four bits a digit; otherwise {@link #NONE}
 * @param first first day, counted from 1970-01-01; {@code Long.MIN_VALUE} if the digits are no day
 * @param last last day
 */
record DateValue(int digits, long first, long last) {

    static final int NONE = -1;

    /** Four bits a digit, so that digits are compared eight at a time. */
    static int packed(int year, int month, int day) {
        int packed = 0;
        int number = year * 10_000 + month * 100 + day;
        for (int place = 0; place < 8; place++) {
            packed |= number % 10 << (4 * place);
            number /= 10;
        }
        return packed;
    }

    boolean hasDigits() {
        return digits != NONE;
    }

    /** The digits as text. */
    String text() {
        char[] text = new char[8];
        for (int place = 0; place < text.length; place++) {
            text[7 - place] = (char) ('0' + (digits >>> (4 * place) & 15));
        }
        return new String(text);
    }

    boolean isPlaced() {
        return first != Long.MIN_VALUE;
    }

    boolean isDay() {
        return isPlaced() && first == last;
    }
}
