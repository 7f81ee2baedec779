// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.compare;

/**
 * A date as a cell tells it.
 *
 * @param digits {@code yyyymmdd} where all eight are written, valid or not; otherwise empty
 * @param first first day, counted from 1970-01-01; {@code Long.MIN_VALUE} if the digits are no day
 * @param last last day
 */
record DateValue(String digits, long first, long last) {

    boolean isPlaced() {
        return first != Long.MIN_VALUE;
    }

    boolean isDay() {
        return isPlaced() && first == last;
    }
}
