// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

import java.util.Optional;

/** What sort of organisation it is. */
public enum UnitType implements Term {
    POLICE("MT24 010104"),
    ARMED_FORCES(""),
    SECRET_SERVICE("MT24 010106"),
    PARAMILITARY("MT24 020101"),
    CIVIL_ADMINISTRATION(""),
    PRIVATE_OR_FAMILY("MT24 110101"),
    NOT_KNOWN("");

    private final String huridocs;

    UnitType(String huridocs) {
        this.huridocs = huridocs;
    }

    @Override
    public Optional<String> huridocs() {
        return huridocs.isEmpty() ? Optional.empty() : Optional.of(huridocs);
    }
}
