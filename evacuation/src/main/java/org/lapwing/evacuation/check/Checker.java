// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;

/** Every violation of every hard rule, in the order of the rules' own list within each household. Stateless. */
public final class Checker {
    private Checker() {}

    /** An empty list is the good answer. */
    public static List<Violation> violations(Situation situation, Plan plan) {
        List<Violation> found = new ArrayList<>();
        names(situation, plan, found);
        if (!found.isEmpty()) {
            return found; // the other rules cannot be asked of names that do not exist
        }
        for (Plan.Route route : plan.routes()) {
            Household household = situation.household(route.household()).orElseThrow();
            new RouteCheck(situation, household, route, found).all();
        }
        new SharingCheck(situation, plan, found).all();
        new EscortCheck(situation, plan, found).all();
        if (found.isEmpty()) {
            costs(situation, plan, found);
        }
        return found;
    }

    /** What a plan costs by the sentences of the medium and soft rules, whatever it says of itself. */
    public static Map<Rule, Long> cost(Situation situation, Plan plan) {
        return new CostCheck(situation, plan).all();
    }

    /** Whether what is fixed breaks a rule by itself; then no plan can be made before that is changed. */
    public static List<Violation> violationsOfPins(Situation situation) {
        List<Violation> found = new ArrayList<>();
        List<Plan.Route> fixed = new ArrayList<>();
        for (Household household : situation.households()) {
            if (!household.pins().isEmpty()) {
                List<Plan.Leg> legs = household.pins().stream()
                        .map(pin -> new Plan.Leg(pin.house(), PinCheck.clipped(situation, pin), pin.escort()))
                        .filter(leg -> leg.nights().count() > 0)
                        .toList();
                Plan.Route route = new Plan.Route(household.name(), legs, Optional.empty());
                fixed.add(route);
                new RouteCheck(situation, household, route, found).placesOnly();
            }
        }
        Plan plan = new Plan(situation.firstNight(), fixed, List.of(), Map.of());
        new SharingCheck(situation, plan, found).all();
        new EscortCheck(situation, plan, found).whoIsNamed();
        return found;
    }

    private static void names(Situation situation, Plan plan, List<Violation> found) {
        Map<String, Integer> times = new HashMap<>();
        if (!plan.firstNight().equals(situation.firstNight())) {
            found.add(new Violation(Rule.NIGHTS_IN_ORDER, List.of(), Optional.of(0)));
        }
        for (Plan.Route route : plan.routes()) {
            times.merge(route.household(), 1, Integer::sum);
            if (situation.household(route.household()).isEmpty()) {
                found.add(Violation.of(Rule.KNOWN_HOUSEHOLD, route.household()));
            }
            for (Plan.Leg leg : route.legs()) {
                if (situation.house(leg.house()).isEmpty()) {
                    found.add(Violation.of(
                            Rule.KNOWN_HOUSE, route.household(), leg.nights().from()));
                }
                leg.escort()
                        .filter(name -> !helper(situation, name))
                        .ifPresent(name -> found.add(Violation.of(
                                Rule.KNOWN_HELPER,
                                route.household(),
                                leg.nights().from())));
            }
            route.departure()
                    .flatMap(Plan.Departure::escort)
                    .filter(name -> !helper(situation, name))
                    .ifPresent(name -> found.add(Violation.of(Rule.KNOWN_HELPER, route.household())));
        }
        unplaced(situation, plan, times, found);
        times.forEach((name, count) -> {
            if (count > 1) {
                found.add(Violation.of(Rule.ONCE, name));
            }
        });
        Set<String> all = new HashSet<>(times.keySet());
        for (Household household : situation.households()) {
            if (!all.contains(household.name())) {
                found.add(Violation.of(Rule.ACCOUNTED, household.name()));
            }
        }
    }

    private static void unplaced(Situation situation, Plan plan, Map<String, Integer> times, List<Violation> found) {
        for (Plan.Unplaced unplaced : plan.unplaced()) {
            times.merge(unplaced.household(), 1, Integer::sum);
            if (situation.household(unplaced.household()).isEmpty()) {
                found.add(Violation.of(Rule.KNOWN_HOUSEHOLD, unplaced.household()));
            }
            if (unplaced.reasons().isEmpty()) {
                found.add(Violation.of(Rule.UNPLACED_REASONS, unplaced.household()));
            }
        }
    }

    private static boolean helper(Situation situation, String name) {
        return situation.helpers().stream().anyMatch(each -> each.name().equals(name));
    }

    private static void costs(Situation situation, Plan plan, List<Violation> found) {
        Map<Rule, Long> due = new CostCheck(situation, plan).all();
        for (Rule rule : Rule.values()) {
            if (!due.getOrDefault(rule, 0L).equals(plan.cost().getOrDefault(rule, 0L))) {
                found.add(Violation.of(Rule.COST_AS_STATED, rule.key()));
            }
        }
    }
}
