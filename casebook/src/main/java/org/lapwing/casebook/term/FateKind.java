// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** What became of someone. Reported killed never counts as killed. */
public enum FateKind implements Term {
    TAKEN,
    HELD,
    RELEASED,
    RETURNED_TO_FAMILY,
    WHEREABOUTS_UNKNOWN,
    REPORTED_KILLED,
    KILLED_BY_RELATIVES_AFTER_RELEASE,
    DEATH_ESTABLISHED,
    PROOF_OF_LIFE_ASSERTED;

    /** Whether only a decision on a body, a document or two witnesses may say it, never one claim alone. */
    public boolean needsEstablishing() {
        return this == DEATH_ESTABLISHED;
    }
}
