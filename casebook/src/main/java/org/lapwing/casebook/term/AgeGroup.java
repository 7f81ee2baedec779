// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** How old, as far as needed to protect. */
public enum AgeGroup implements Term {
    UNDER_18,
    FROM_18_TO_25,
    FROM_26_TO_40,
    FROM_41_TO_60,
    OVER_60,
    UNKNOWN;

    /** Under 18 or unknown: decisions for this person take the separate path. */
    public boolean needsProtection() {
        return this == UNDER_18 || this == UNKNOWN;
    }
}
