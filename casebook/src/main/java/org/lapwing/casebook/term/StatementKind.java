// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** What an official body or speaker says. */
public enum StatementKind implements Term {
    DENIES_ACT,
    DENIES_THAT_SUCH_PEOPLE_EXIST,
    DENIES_KNOWLEDGE,
    BLAMES_OTHERS,
    ACKNOWLEDGES,
    PROMISES,
    CONDEMNS,
    CONDONES_OR_INCITES,
    CALLS_FOR_INVESTIGATION;

    /** Whether it contradicts a finding that the thing happened. */
    public boolean denies() {
        return switch (this) {
            case DENIES_ACT, DENIES_THAT_SUCH_PEOPLE_EXIST, DENIES_KNOWLEDGE, BLAMES_OTHERS -> true;
            case ACKNOWLEDGES, PROMISES, CONDEMNS, CONDONES_OR_INCITES, CALLS_FOR_INVESTIGATION -> false;
        };
    }
}
