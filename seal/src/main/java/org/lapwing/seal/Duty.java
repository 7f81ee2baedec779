// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.util.Locale;
import java.util.Optional;

/** What a member of the group may do; what they may read is a matter of compartments. */
public enum Duty {
    INTAKE,
    INVESTIGATOR,
    ANALYST,
    COORDINATOR,
    CUSTODIAN,
    PUBLISHER,
    /** Keeps the machines; the duty reads nothing. */
    STEWARD;

    /** As the roster spells it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Duty> of(String word) {
        for (Duty duty : values()) {
            if (duty.word().equals(word)) {
                return Optional.of(duty);
            }
        }
        return Optional.empty();
    }
}
