// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** How sure the group says it is. Never beyond reasonable doubt: that is for courts. */
public enum Standard implements Term {
    ALLEGATION_RECORDED,
    REASONABLE_SUSPICION,
    REASONABLE_GROUNDS_TO_BELIEVE,
    BALANCE_OF_PROBABILITIES,
    CLEAR_AND_CONVINCING;

    /** Whether this standard asks for at least as much as the other. */
    public boolean atLeast(Standard other) {
        return compareTo(other) >= 0;
    }
}
