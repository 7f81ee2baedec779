// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import java.util.EnumSet;
import java.util.Set;
import org.lapwing.evacuation.Rule;

/** Rules that are left out of the ground for a question such as "would it go without this one?". */
record Relaxed(Set<Rule> rules) {
    static final Relaxed NOTHING = new Relaxed(Set.of());

    /** The rules that can be left out: those that may stand in the way of placing somebody. */
    static final Set<Rule> KNOWN = EnumSet.of(
            Rule.READY,
            Rule.DEADLINE,
            Rule.NOT_IN_THE_PAST,
            Rule.BEDS,
            Rule.CLOSED,
            Rule.MOST_NIGHTS,
            Rule.APART_AT_NIGHT,
            Rule.APART_EVER,
            Rule.ADMITS,
            Rule.CHILDREN,
            Rule.STEP_FREE,
            Rule.MEDICAL,
            Rule.REGION,
            Rule.FIRST_PLACE_FIRST,
            Rule.FIRST_PLACE_KEPT,
            Rule.MINORS_PATH,
            Rule.PINNED,
            Rule.DOCUMENTS,
            Rule.EXIT_WINDOW,
            Rule.ESCORTED,
            Rule.ESCORT_GENDER,
            Rule.NEED_TO_KNOW);

    boolean without(Rule rule) {
        return rules.contains(rule);
    }
}
