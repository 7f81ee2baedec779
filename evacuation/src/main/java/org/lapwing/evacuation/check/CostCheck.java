// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.check;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lapwing.evacuation.Helper;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Nights;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;

/** What a plan costs by the sentences of the medium and soft rules. */
record CostCheck(Situation situation, Plan plan) {

    Map<Rule, Long> all() {
        Map<Rule, Long> costs = new EnumMap<>(Rule.class);
        for (Plan.Unplaced each : plan.unplaced()) {
            Household household = situation.household(each.household()).orElseThrow();
            add(
                    costs,
                    Rule.UNPLACED,
                    (long) household.persons() * household.timing().urgency());
            List<Household.Pin> told = told(household);
            if (!told.isEmpty()) {
                add(costs, Rule.STABILITY, (long) household.persons() * (stillThere(household, told) ? 9 : 1));
            }
        }
        for (Plan.Route route : plan.routes()) {
            route(costs, situation.household(route.household()).orElseThrow(), route);
        }
        for (House house : situation.houses()) {
            for (int night = 0; night < situation.nights() && !house.firstPlace(); night++) {
                int people = people(house, night);
                int full = house.closedOn(night) ? 0 : house.bedsOn(night);
                add(costs, Rule.CROWDING, Math.max(0, 4 * people - 3 * full));
            }
        }
        return costs;
    }

    private int people(House house, int night) {
        int people = 0;
        for (Plan.Route route : plan.routes()) {
            for (Plan.Leg leg : route.legs()) {
                if (leg.house().equals(house.name()) && leg.nights().has(night)) {
                    people +=
                            situation.household(route.household()).orElseThrow().persons();
                }
            }
        }
        return people;
    }

    private void route(Map<Rule, Long> costs, Household household, Plan.Route route) {
        int waited =
                route.legs().getFirst().nights().from() - household.timing().ready();
        add(
                costs,
                Rule.WAITING,
                (long) waited * household.persons() * household.timing().urgency());
        Set<String> spoken = household.needs().languages();
        House before = null;
        for (Plan.Leg leg : route.legs()) {
            House house = situation.house(leg.house()).orElseThrow();
            int nights = leg.nights().count();
            add(
                    costs,
                    Rule.EXPOSURE,
                    (long) nights * house.exposure() * household.timing().risk());
            if (Collections.disjoint(spoken, house.offers().languages())) {
                add(costs, Rule.LANGUAGE, nights);
            }
            if (before != null) {
                add(costs, Rule.MOVES, 1);
                add(costs, Rule.TRAVEL, situation.hours(before.region(), house.region()));
            }
            leg.escort().ifPresent(name -> escort(costs, spoken, name));
            before = house;
        }
        route.departure().flatMap(Plan.Departure::escort).ifPresent(name -> escort(costs, spoken, name));
        List<Household.Pin> told = told(household);
        if (!told.isEmpty() && !asTold(told, route.legs())) {
            add(costs, Rule.STABILITY, household.persons());
        }
    }

    private void escort(Map<Rule, Long> costs, Set<String> spoken, String name) {
        for (Helper helper : situation.helpers()) {
            if (helper.name().equals(name) && Collections.disjoint(spoken, helper.languages())) {
                add(costs, Rule.ESCORT_LANGUAGE, 1);
            }
        }
    }

    /** Whether each house that they were told of could still take them on each night to come, were nobody else there. */
    private boolean stillThere(Household household, List<Household.Pin> told) {
        for (Household.Pin leg : told) {
            House house = situation.house(leg.house()).orElseThrow();
            int until = Math.min(leg.nights().until(), situation.nights());
            for (int night = Math.max(leg.nights().from(), situation.today()); night < until; night++) {
                if (house.closedOn(night) || house.bedsOn(night) < household.persons()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What they were told of the nights that are planned. */
    private List<Household.Pin> told(Household household) {
        return household.earlier().stream()
                .filter(each -> each.nights().from() < situation.nights())
                .toList();
    }

    /** The same houses on the same nights, as far as both are planned. */
    private boolean asTold(List<Household.Pin> told, List<Plan.Leg> legs) {
        List<Nights> said = told.stream()
                .map(each ->
                        new Nights(each.nights().from(), Math.min(each.nights().until(), situation.nights())))
                .toList();
        if (said.size() != legs.size()) {
            return false;
        }
        for (int n = 0; n < legs.size(); n++) {
            if (!legs.get(n).nights().equals(said.get(n))
                    || !legs.get(n).house().equals(told.get(n).house())) {
                return false;
            }
        }
        return true;
    }

    private void add(Map<Rule, Long> costs, Rule rule, long units) {
        costs.merge(rule, units * situation.weights().of(rule), Long::sum);
    }
}
