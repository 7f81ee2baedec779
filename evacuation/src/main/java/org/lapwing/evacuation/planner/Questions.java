// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lapwing.evacuation.Nights;
import org.lapwing.evacuation.Phrase;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;

/**
 * Why somebody sleeps where the plan says, and what anything else would need: answered exactly for one household while all
 * others keep to the plan. Escorts are counted by day, not named. Not safe for use by several threads.
 */
public final class Questions {
    /** What became of "could they sleep there on that night?". */
    public sealed interface Answer {
        /** They do. */
        record There(List<Plan.Leg> nights) implements Answer {}

        /**
         * They could.
         *
         * @param more what the whole plan would cost more; less than 0 if the plan is not the best for them
         * @param nights all their nights then, without escorts
         */
        record Could(long more, List<Plan.Leg> nights) implements Answer {}

        /**
         * They could not: these rules, with the places of these households, forbid it, and none of them can be spared.
         *
         * @param freeing what would make it possible, in whole sentences
         */
        record Forbidden(Set<Rule> rules, List<String> households, List<Phrase> freeing) implements Answer {}
    }

    private final Ground ground;
    private final Occupancy occupancy;

    /** @param plan one that the checker accepts */
    public Questions(Situation situation, Plan plan) {
        ground = new Ground(situation);
        occupancy = new Occupancy(ground);
        for (Plan.Route route : plan.routes()) {
            int household = number(route.household());
            Traveller who = ground.travellers[household];
            int[] houses = route.legs().stream()
                    .mapToInt(leg -> ground.houseNumber(leg.house()))
                    .toArray();
            int[] from =
                    route.legs().stream().mapToInt(leg -> leg.nights().from()).toArray();
            int until = route.legs().getLast().nights().until();
            Way way = new Way(houses, from, until, 0);
            long changed = who.earlier != null && !way.sameNights(who.earlier) ? who.changeCost : 0;
            occupancy.place(household, new Way(houses, from, until, AsTold.fixed(ground, who, way) + changed));
        }
    }

    /** Could they sleep in this house on this night, and what would it cost? */
    public Answer couldSleep(String household, String house, int night) {
        return answer(household, new Demand(ground.houseNumber(house), night, Set.of(), -1));
    }

    /** Could they be placed at all? For somebody without a place: the reasons. */
    public Answer couldBePlaced(String household) {
        return answer(household, Demand.NOTHING);
    }

    /** The next best: the same question for every other house on that night, possible ones first, cheapest first. */
    public List<Choice> choices(String household, int night) {
        List<Choice> choices = new ArrayList<>();
        ground.situation
                .houses()
                .forEach(house -> choices.add(new Choice(house.name(), couldSleep(household, house.name(), night))));
        choices.sort(java.util.Comparator.comparingLong(Questions::rank));
        return choices;
    }

    public record Choice(String house, Answer answer) {}

    private static long rank(Choice choice) {
        return switch (choice.answer()) {
            case Answer.There _ -> Long.MIN_VALUE;
            case Answer.Could(long more, var _) -> more;
            case Answer.Forbidden _ -> Long.MAX_VALUE;
        };
    }

    private Answer answer(String name, Demand demand) {
        int household = number(name);
        Way now = occupancy.ways[household];
        if (now != null && fulfils(now, demand)) {
            return new Answer.There(legs(now));
        }
        long before = occupancy.cost();
        occupancy.remove(household);
        try {
            Insertion insertion = new Insertion(ground);
            Way way = insertion.cheapest(occupancy, ground.travellers[household], demand);
            if (way != null) {
                long after = occupancy.cost() - ground.travellers[household].unplacedCost + insertion.cost();
                return new Answer.Could(after - before, legs(way));
            }
            return forbidden(household, demand);
        } finally {
            if (now != null) {
                occupancy.place(household, now);
            }
        }
    }

    private Answer forbidden(int household, Demand demand) {
        Core.Oracle oracle = new Core.Oracle(ground, occupancy, household, demand);
        if (!oracle.impossible(Set.of(), Set.of())) {
            Core core = Core.of(oracle, household);
            return new Answer.Forbidden(
                    core.rules(),
                    core.households().stream()
                            .map(each -> ground.household(each).name())
                            .toList(),
                    Freeing.all(ground, oracle, core).stream()
                            .map(Freeing::sentence)
                            .toList());
        }
        // no rule is in the way: they are simply not under way on that night
        return new Answer.Forbidden(Set.of(), List.of(), List.of());
    }

    private static boolean fulfils(Way way, Demand demand) {
        if (!demand.any()) {
            return true;
        }
        for (int leg = 0; leg < way.legs(); leg++) {
            if (way.houses()[leg] == demand.house()
                    && way.from()[leg] <= demand.night()
                    && demand.night() < way.end(leg)) {
                return true;
            }
        }
        return false;
    }

    private List<Plan.Leg> legs(@Nullable Way way) {
        List<Plan.Leg> legs = new ArrayList<>();
        Way whole = Objects.requireNonNull(way);
        for (int leg = 0; leg < whole.legs(); leg++) {
            String house = ground.situation.houses().get(whole.houses()[leg]).name();
            legs.add(new Plan.Leg(house, new Nights(whole.from()[leg], whole.end(leg)), Optional.empty()));
        }
        return legs;
    }

    private int number(String household) {
        Integer number = ground.situation.householdNumbers().get(household);
        if (number == null) {
            throw new IllegalArgumentException("no such household in this situation");
        }
        return number;
    }
}
