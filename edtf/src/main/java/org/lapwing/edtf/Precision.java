// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

/** How finely a date is stated, finest first. */
public enum Precision {
    DAY,
    TEN_DAYS,
    MONTH,
    SEASON,
    YEAR,
    DECADE,
    CENTURY;

    public boolean coarserThan(Precision other) {
        return compareTo(other) > 0;
    }
}
