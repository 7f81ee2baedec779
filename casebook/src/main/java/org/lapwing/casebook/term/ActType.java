// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

import java.util.Optional;

/** What was done to somebody. */
public enum ActType implements Term {
    ARBITRARY_ARREST("MT4 030101000000"),
    ARBITRARY_DETENTION("MT4 030102000000"),
    ENFORCED_DISAPPEARANCE("MT4 030103000000"),
    ABDUCTION("MT4 030104000000"),
    HOUSE_ARREST("MT4 030105000000"),
    RELEASE_DENIED("MT4 030102010000"),
    INCOMMUNICADO_DETENTION("MT30 010102"),
    HOSTAGE_TAKING_OF_RELATIVE(""),
    FORCED_RETURN(""),
    EXPULSION("MT4 330101000000"),
    MOVEMENT_BAN("MT4 05"),
    TORTURE("MT4 020111110000"),
    ILL_TREATMENT("MT4 020111000000"),
    DEATH_THREAT("MT4 020103020100"),
    THREAT_TO_SELF("MT4 0201030101"),
    THREATS_TO_RELATIVES("MT4 020103010200"),
    SURVEILLANCE("MT4 020103030000"),
    RAPE("MT4 020111010000"),
    SEXUAL_ASSAULT("MT4 020111030000"),
    FORCED_MARRIAGE("MT4 070102000000"),
    CONVERSION_PRACTICE(""),
    EXTRAJUDICIAL_KILLING("MT4 010101020000"),
    SUMMARY_EXECUTION("MT4 010101010000"),
    MURDER_BY_PRIVATE_PERSON("MT4 010101050000"),
    HONOUR_KILLING("MT4 010102000000"),
    FORCED_SUICIDE("MT4 010190060000"),
    DEATH_FROM_TORTURE("MT4 010190010000"),
    DEATH_IN_CUSTODY("MT4 010106010000"),
    ATTEMPTED_KILLING("MT4 010109000000"),
    INCITEMENT_OF_FAMILY_TO_KILL(""),
    EXTORTION("MT4 130104000000"),
    FORCED_CONFESSION("MT4 350118000000"),
    COERCED_NAMING(""),
    OUTING(""),
    FORCED_PUBLIC_APOLOGY(""),
    DEVICE_SEARCH(""),
    RAID("MT4 040101000000"),
    DOCUMENT_CONFISCATION(""),
    BLACKMAIL(""),
    DENIAL_OF_LAWYER("MT4 350109000000"),
    DENIAL_OF_MEDICAL_CARE("MT4 360102040000"),
    REFUSAL_TO_REGISTER_COMPLAINT(""),
    FAILURE_TO_INVESTIGATE(""),
    REPRISAL_AGAINST_COMPLAINANT(""),
    PRESSURE_TO_WITHDRAW("");

    private final String huridocs;

    ActType(String huridocs) {
        this.huridocs = huridocs;
    }

    @Override
    public Optional<String> huridocs() {
        return huridocs.isEmpty() ? Optional.empty() : Optional.of(huridocs);
    }

    /** Whether it keeps somebody in a place: such claims draw the timeline of a place. */
    public boolean holds() {
        return switch (this) {
            case ARBITRARY_DETENTION,
                    ENFORCED_DISAPPEARANCE,
                    HOUSE_ARREST,
                    RELEASE_DENIED,
                    INCOMMUNICADO_DETENTION,
                    HOSTAGE_TAKING_OF_RELATIVE -> true;
            default -> false;
        };
    }
}
