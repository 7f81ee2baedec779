// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.check;

import java.util.List;
import java.util.Optional;
import org.lapwing.evacuation.Rule;

/**
 * A rule that a plan breaks.
 *
 * @param who code names of households and helpers concerned
 * @param night the first night or day on which it is broken; empty where it is about no night
 */
public record Violation(Rule rule, List<String> who, Optional<Integer> night) {
    public Violation {
        who = List.copyOf(who);
    }

    static Violation of(Rule rule, String who, int night) {
        return new Violation(rule, List.of(who), Optional.of(night));
    }

    static Violation of(Rule rule, String who) {
        return new Violation(rule, List.of(who), Optional.empty());
    }
}
