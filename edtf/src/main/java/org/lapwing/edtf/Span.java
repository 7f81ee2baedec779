// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

import java.time.LocalDate;

/** Days from first to last, both included; {@link LocalDate#MIN} and {@link LocalDate#MAX} stand for "without end". */
record Span(LocalDate first, LocalDate last) {

    boolean isOneDay() {
        return first.equals(last);
    }

    boolean encloses(Span other) {
        return !other.first.isBefore(first) && !other.last.isAfter(last);
    }

    boolean isApartFrom(Span other) {
        return last.isBefore(other.first) || other.last.isBefore(first);
    }
}
