// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** How the teller knows what one claim asserts. */
public enum Access implements Term {
    SUFFERED,
    SAW,
    HEARD,
    RUMOUR;

    /** Said by someone who was there: drawn solid. */
    public boolean firstHand() {
        return this == SUFFERED || this == SAW;
    }
}
