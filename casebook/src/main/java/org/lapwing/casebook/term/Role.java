// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

import java.util.Optional;

/** The part that somebody had in what happened. */
public enum Role implements Term {
    VICTIM(""),
    DIRECT_PERPETRATOR("MT18 0101"),
    ORDERED("MT18 0102"),
    ACCOMPLICE("MT18 0103"),
    PRESENT("MT18 0104"),
    PLANNED("MT18 0105"),
    SUSPECTED("MT18 0106"),
    SUPERIOR_WHO_DID_NOT_ACT("MT18 0501"),
    POLITICALLY_RESPONSIBLE("MT18 06"),
    FAMILY_PERPETRATOR(""),
    WITNESS(""),
    INTERMEDIARY(""),
    RELATIVE(""),
    LAWYER(""),
    MEDIC(""),
    RESCUER(""),
    OFFICIAL_WHO_DENIED(""),
    INTERVENING_BODY("");

    private final String huridocs;

    Role(String huridocs) {
        this.huridocs = huridocs;
    }

    @Override
    public Optional<String> huridocs() {
        return huridocs.isEmpty() ? Optional.empty() : Optional.of(huridocs);
    }

    /** Whether it is blamed on whoever had it. */
    public boolean blamed() {
        return switch (this) {
            case DIRECT_PERPETRATOR,
                    ORDERED,
                    ACCOMPLICE,
                    PRESENT,
                    PLANNED,
                    SUSPECTED,
                    SUPERIOR_WHO_DID_NOT_ACT,
                    POLITICALLY_RESPONSIBLE,
                    FAMILY_PERPETRATOR -> true;
            case VICTIM,
                    WITNESS,
                    INTERMEDIARY,
                    RELATIVE,
                    LAWYER,
                    MEDIC,
                    RESCUER,
                    OFFICIAL_WHO_DENIED,
                    INTERVENING_BODY -> false;
        };
    }
}
