// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.weigh;

import org.lapwing.casebook.fact.CasebookException;
import org.lapwing.casebook.term.Standard;

/**
 * What the group asks for before it says how sure it is. Numbers never decide: below them, somebody must say in words why
 * it suffices all the same.
 *
 * @param independentAtBalance accounts shown independent for a balance of probabilities
 * @param independentAtClear the same for clear and convincing
 * @param independentAtGrounds the same for reasonable grounds; below it, what the State has explained must be said too
 * @param crowd at fewer people than this whom the accused would think of, a phrase is held
 */
public record ProofRules(int independentAtGrounds, int independentAtBalance, int independentAtClear, int crowd) {
    /** Those of the design: two, two, three, and five. */
    public static final ProofRules DEFAULTS = new ProofRules(2, 2, 3, 5);

    public ProofRules {
        if (independentAtGrounds < 1
                || independentAtBalance < independentAtGrounds
                || independentAtClear < independentAtBalance
                || crowd < 2) {
            throw new CasebookException("a higher standard asks for at least as much, and a crowd is at least 2");
        }
    }

    /** How many accounts shown independent a standard asks for. */
    public int independent(Standard standard) {
        return switch (standard) {
            case ALLEGATION_RECORDED, REASONABLE_SUSPICION -> 0;
            case REASONABLE_GROUNDS_TO_BELIEVE -> independentAtGrounds;
            case BALANCE_OF_PROBABILITIES -> independentAtBalance;
            case CLEAR_AND_CONVINCING -> independentAtClear;
        };
    }

    /** Whether somebody who was there must be among its sources. */
    public boolean firstHand(Standard standard) {
        return standard.atLeast(Standard.REASONABLE_GROUNDS_TO_BELIEVE);
    }
}
