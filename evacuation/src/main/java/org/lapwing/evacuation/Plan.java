// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who sleeps where on which night, who accompanies, and who found no place and why.
 *
 * @param cost what each medium and soft rule costs in this plan, weighted; rules that cost nothing are absent
 */
public record Plan(LocalDate firstNight, List<Route> routes, List<Unplaced> unplaced, Map<Rule, Long> cost) {

    public Plan {
        routes = List.copyOf(routes);
        unplaced = List.copyOf(unplaced);
        Map<Rule, Long> sorted = new EnumMap<>(Rule.class);
        cost.forEach((rule, amount) -> {
            if (amount != 0) {
                sorted.put(rule, amount);
            }
        });
        cost = java.util.Collections.unmodifiableMap(sorted);
    }

    /** @param departure the way out, where it falls within the nights that are planned */
    public record Route(String household, List<Leg> legs, Optional<Departure> departure) {
        public Route {
            legs = List.copyOf(legs);
        }
    }

    /** A move to a house on the first of these days, and the nights there. */
    public record Leg(String house, Nights nights, Optional<String> escort) {}

    public record Departure(int day, Optional<String> escort) {}

    /** @param decision the named decision, where there is one; without it somebody has to take one */
    public record Unplaced(String household, List<Reason> reasons, Optional<Household.Decision> decision) {
        public Unplaced {
            reasons = List.copyOf(reasons);
        }
    }

    /** @param text {@link Phrase#NONE} where the rule's own sentence says it */
    public record Reason(Rule rule, Phrase text) {
        /** How a sentence begins that says what would help, not what stands in the way. */
        public static final Phrase FREED_BY = new Phrase("it would go with ", "поможет: ");

        public boolean frees() {
            return text.english().startsWith(FREED_BY.english());
        }

        /** As whoever decides reads it. */
        public String sentence(java.util.Locale language) {
            return text.isEmpty() ? rule.sentence(language) : text.in(language);
        }
    }

    public long total() {
        return cost.values().stream().mapToLong(Long::longValue).sum();
    }

    public Optional<Route> route(String household) {
        return routes.stream()
                .filter(each -> each.household().equals(household))
                .findFirst();
    }

    /** Those for whom nobody has decided yet. */
    public List<Unplaced> open() {
        return unplaced.stream().filter(each -> each.decision().isEmpty()).toList();
    }
}
