// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.lapwing.evacuation.Apart;
import org.lapwing.evacuation.Days;
import org.lapwing.evacuation.Helper;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Nights;
import org.lapwing.evacuation.Phrase;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;
import org.lapwing.evacuation.Weights;

/** An invented situation with a plan made by hand that keeps every rule, and ways to spoil either. */
record Valley(Situation situation, Plan plan) {

    static Valley whole() {
        Valley valley = new Valley(
                new Situation(
                        LocalDate.of(2031, 3, 1),
                        40,
                        0,
                        80,
                        Weights.DEFAULT,
                        List.of(new Situation.Travel("coast", "hills", 3)),
                        households(),
                        houses(),
                        helpers(),
                        List.of(
                                new Apart("grey-wren", "blue-coot", Apart.Kind.NIGHT),
                                new Apart("blue-coot", "red-lark", Apart.Kind.EVER))),
                new Plan(LocalDate.of(2031, 3, 1), routes(), List.of(unplaced()), Map.of()));
        return valley.withTrueCost();
    }

    Valley withTrueCost() {
        return new Valley(
                situation,
                new Plan(plan.firstNight(), plan.routes(), plan.unplaced(), new CostCheck(situation, plan).all()));
    }

    private static List<Household> households() {
        return List.of(
                household("grey-wren", new Household.People(1, 0, 0, 1), 2, 6, 20),
                household("blue-coot", new Household.People(0, 1, 0, 0), 0, 5, 10),
                household("pale-crane", new Household.People(1, 0, 0, 0), 3, 5, 12),
                household("red-lark", new Household.People(2, 0, 0, 0), 0, 3, 10),
                household("teal-rook", new Household.People(0, 2, 0, 0), 0, 3, 10));
    }

    private static Household household(String name, Household.People people, int ready, int latest, int stay) {
        boolean wren = name.equals("grey-wren");
        boolean lark = name.equals("red-lark");
        return new Household(
                name,
                people,
                new Household.Timing(ready, latest, Days.exactly(stay), 3, 1),
                new Household.Needs(
                        Set.of("tarn"),
                        wren ? Set.of("fridge") : Set.of(),
                        wren,
                        wren ? Set.of("border") : Set.of(),
                        name.equals("pale-crane") ? Optional.of("woman") : Optional.empty()),
                name.equals("pale-crane") ? new Household.Vetting(false, Optional.of(8)) : Household.Vetting.CLEARED,
                wren
                        ? Optional.of(new Household.MinorsPath("lead", "opinion", List.of("one", "two")))
                        : Optional.empty(),
                lark
                        ? new Household.Papers(
                                Set.of("passport"),
                                List.of(new Household.Awaited("visa", Days.exactly(12))),
                                Optional.of(new Household.Pathway("north", Set.of("passport", "visa"), 10, 30, true)))
                        : Household.Papers.NONE,
                name.equals("blue-coot")
                        ? List.of(new Household.Pin("oak", new Nights(0, 10), false, Optional.of("m1")))
                        : List.of(),
                List.of(),
                name.equals("teal-rook")
                        ? Optional.of(new Household.Decision("lead", "waits at a friend's"))
                        : Optional.empty());
    }

    private static List<House> houses() {
        return List.of(
                house("elm", "coast", House.Admits.ANYONE, true, false),
                house("oak", "hills", House.Admits.ANYONE, true, false),
                house("fir", "coast", House.Admits.WOMEN, false, false),
                house("bay", "coast", House.Admits.MEN, true, false),
                house("ash", "border", House.Admits.ANYONE, false, false),
                house("nest", "coast", House.Admits.ANYONE, true, true),
                new House(
                        "inn",
                        6,
                        List.of(),
                        List.of(new Nights(12, 20)),
                        "hills",
                        new House.Offers(Set.of("tarn"), House.Admits.ANYONE, true, false, Set.of()),
                        false,
                        14,
                        0));
    }

    private static House house(String name, String region, House.Admits admits, boolean children, boolean first) {
        return new House(
                name,
                6,
                List.of(),
                List.of(),
                region,
                new House.Offers(Set.of("tarn"), admits, children, true, Set.of("fridge")),
                first,
                14,
                1);
    }

    private static List<Helper> helpers() {
        List<Helper> helpers = new ArrayList<>();
        for (String name : List.of("w1", "w2", "w3", "w4", "m1", "m2")) {
            String gender = name.startsWith("w") ? "woman" : "man";
            List<Nights> free = name.equals("m2") ? List.of(new Nights(0, 20)) : List.of(new Nights(0, 40));
            helpers.add(new Helper(name, Set.of("escort"), free, Optional.of(gender), Set.of("tarn")));
        }
        helpers.add(new Helper("cook", Set.of("cooking"), List.of(new Nights(0, 40)), Optional.of("woman"), Set.of()));
        return helpers;
    }

    private static List<Plan.Route> routes() {
        return List.of(
                new Plan.Route(
                        "grey-wren", List.of(leg("elm", 2, 14, "w1"), leg("oak", 14, 22, "w2")), Optional.empty()),
                new Plan.Route("blue-coot", List.of(leg("oak", 0, 10, "m1")), Optional.empty()),
                new Plan.Route(
                        "pale-crane", List.of(leg("nest", 3, 8, "w2"), leg("elm", 8, 15, "w3")), Optional.empty()),
                new Plan.Route(
                        "red-lark",
                        List.of(leg("elm", 0, 12, "w4")),
                        Optional.of(new Plan.Departure(12, Optional.of("m2")))));
    }

    private static Plan.Unplaced unplaced() {
        return new Plan.Unplaced(
                "teal-rook",
                List.of(new Plan.Reason(Rule.UNPLACED, Phrase.NONE)),
                Optional.of(new Household.Decision("lead", "waits at a friend's")));
    }

    static Plan.Leg leg(String house, int from, int until, String escort) {
        return new Plan.Leg(house, new Nights(from, until), escort.isEmpty() ? Optional.empty() : Optional.of(escort));
    }

    /** With other legs for one household; no legs take its route away. */
    Valley legs(String household, Plan.Leg... legs) {
        List<Plan.Route> routes = new ArrayList<>();
        for (Plan.Route route : plan.routes()) {
            if (!route.household().equals(household)) {
                routes.add(route);
            } else if (legs.length > 0) {
                routes.add(new Plan.Route(household, List.of(legs), route.departure()));
            }
        }
        return routes(routes);
    }

    Valley routes(List<Plan.Route> routes) {
        return new Valley(situation, new Plan(plan.firstNight(), routes, plan.unplaced(), plan.cost()));
    }

    Valley departure(int day, String escort) {
        List<Plan.Route> routes = new ArrayList<>(plan.routes());
        Plan.Route lark = routes.removeLast();
        Optional<String> named = escort.isEmpty() ? Optional.empty() : Optional.of(escort);
        routes.add(new Plan.Route("red-lark", lark.legs(), Optional.of(new Plan.Departure(day, named))));
        return routes(routes);
    }

    Valley unplaced(List<Plan.Unplaced> unplaced) {
        return new Valley(situation, new Plan(plan.firstNight(), plan.routes(), unplaced, plan.cost()));
    }

    Valley house(String name, UnaryOperator<House> change) {
        return new Valley(
                situation.withHouses(situation.houses().stream()
                        .map(each -> each.name().equals(name) ? change.apply(each) : each)
                        .toList()),
                plan);
    }

    Valley household(String name, UnaryOperator<Household> change) {
        return new Valley(
                situation.with(situation.households().stream()
                        .map(each -> each.name().equals(name) ? change.apply(each) : each)
                        .toList()),
                plan);
    }

    Valley today(int today) {
        Situation s = situation;
        return new Valley(
                new Situation(
                        s.firstNight(),
                        s.nights(),
                        today,
                        s.confidence(),
                        s.weights(),
                        s.travel(),
                        s.households(),
                        s.houses(),
                        s.helpers(),
                        s.apart()),
                plan);
    }
}
