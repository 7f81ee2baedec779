// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

import java.util.Optional;

/** What sort of place it is. */
public enum PlaceType implements Term {
    HOME("MT17 010101"),
    WORKPLACE("MT17 0102"),
    STREET_OR_ROAD("MT17 0701"),
    CHECKPOINT("MT17 030501"),
    POLICE_STATION("MT17 0305"),
    MILITARY_BASE("MT17 0304"),
    PRISON("MT17 0306"),
    SECRET_SERVICE_FACILITY("MT17 0904"),
    SECRET_PLACE("MT17 0905"),
    YARD(""),
    BASEMENT(""),
    DEPOT_OR_GARAGE(""),
    FARM_OR_WORKS(""),
    PRIVATE_HOUSE(""),
    VEHICLE(""),
    MARKET_OR_PUBLIC_PLACE(""),
    BORDER("MT17 0804"),
    TOWN_OR_DISTRICT(""),
    SAFE_HOUSE(""),
    GRAVESITE("");

    private final String huridocs;

    PlaceType(String huridocs) {
        this.huridocs = huridocs;
    }

    @Override
    public Optional<String> huridocs() {
        return huridocs.isEmpty() ? Optional.empty() : Optional.of(huridocs);
    }

    /** Whether it may ever leave the group. A safe house may not. */
    public boolean exportable() {
        return this != SAFE_HOUSE;
    }
}
