// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation;

import java.util.EnumMap;
import java.util.Map;

/** What one unit of each medium or soft rule costs: whole numbers from 0 to {@link #MOST}. */
public record Weights(Map<Rule, Integer> byRule) {
    public static final int MOST = 100_000;
    public static final Weights DEFAULT = new Weights(Map.of());

    public Weights {
        Map<Rule, Integer> whole = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            if (rule.level() != Rule.Level.HARD) {
                whole.put(rule, byRule.getOrDefault(rule, rule.defaultWeight()));
            }
        }
        byRule = Map.copyOf(whole);
    }

    /** 0 for a hard rule. */
    public int of(Rule rule) {
        return byRule.getOrDefault(rule, 0);
    }
}
