// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

import java.util.Optional;

/** How it was done. */
public enum Method implements Term {
    BEATING("MT5 030100000000"),
    FALANGA("MT5 030104"),
    ELECTRIC_SHOCK("MT5 0308"),
    ASPHYXIATION("MT5 0309"),
    STRESS_POSITIONS("MT5 0311"),
    SUSPENSION("MT5 031101"),
    SLEEP_DEPRIVATION("MT5 031502"),
    FOOD_OR_WATER_DENIED("MT5 031501"),
    ISOLATION("MT5 0318"),
    BLINDFOLDING("MT5 031904"),
    OVERCROWDING("MT5 031905"),
    FORCED_NUDITY("MT5 032102"),
    HUMILIATION("MT5 0321"),
    VERBAL_ABUSE("MT5 032101"),
    MOCK_EXECUTION(""),
    THREATS("MT5 0322"),
    DEATH_THREATS("MT5 0323"),
    MADE_TO_WATCH("MT5 0324"),
    MADE_TO_BEAT_OTHERS(""),
    SEXUALISED_VIOLENCE("MT5 0305"),
    MEDICATION_DENIED("MT5 031503"),
    HELD_WITHOUT_LEGAL_AUTHORITY("MT5 0206"),
    HELD_IN_PRIVATE_PLACE("MT5 0207");

    private final String huridocs;

    Method(String huridocs) {
        this.huridocs = huridocs;
    }

    @Override
    public Optional<String> huridocs() {
        return huridocs.isEmpty() ? Optional.empty() : Optional.of(huridocs);
    }
}
