// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Nights;
import org.lapwing.evacuation.Phrase;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;

/**
 * From ways in numbers to a plan in names. What it costs is known as soon as escorts are found; {@link #plan} then also looks
 * for the reasons of those without a place, which takes longer: only a plan that is kept is asked for them.
 */
final class Outcome {
    private final Ground ground;
    private final Situation situation;
    private final Occupancy occupancy;
    private final Escorts.Assignment escorts;
    private final List<Integer> unescorted;
    private final Map<Rule, Long> costs;

    private Outcome(Ground ground, Occupancy occupancy, Escorts.Assignment escorts, List<Integer> unescorted) {
        this.ground = ground;
        situation = ground.situation;
        this.occupancy = occupancy;
        this.escorts = escorts;
        this.unescorted = unescorted;
        costs = costs();
    }

    /** Ways are changed, or taken out, until every move finds its escort. */
    static Outcome repaired(Ground ground, @Nullable Way[] ways) {
        Occupancy occupancy = Occupancy.of(ground, ways);
        EscortRepair repair = new EscortRepair(ground, occupancy);
        return new Outcome(ground, occupancy, repair.repaired(), repair.unescorted());
    }

    /** If every move finds its escort without a way being changed: quick to see, as repairing is not. */
    static Optional<Outcome> escortedAsItIs(Ground ground, @Nullable Way[] ways) {
        Escorts.Assignment escorts = Escorts.assign(ground, ways);
        return escorts.without().isEmpty()
                ? Optional.of(new Outcome(ground, Occupancy.of(ground, ways), escorts, List.of()))
                : Optional.empty();
    }

    long total() {
        return costs.values().stream().mapToLong(Long::longValue).sum();
    }

    Plan plan() {
        List<Plan.Route> routes = new ArrayList<>();
        for (int i = 0; i < ground.households; i++) {
            Way way = occupancy.ways[i];
            if (way != null) {
                routes.add(route(i, way, escorts.byWay()[i]));
            }
        }
        return new Plan(situation.firstNight(), routes, unplaced(), costs);
    }

    /** The reasons of one are not those of another: they are looked for on all cores. */
    private List<Plan.Unplaced> unplaced() {
        Reasons reasons = new Reasons(ground, occupancy);
        return IntStream.range(0, ground.households)
                .filter(i -> occupancy.ways[i] == null)
                .parallel()
                .mapToObj(i -> new Plan.Unplaced(
                        ground.household(i).name(),
                        unescorted.contains(i) ? noEscorts() : reasons.ofUnplaced(i),
                        ground.household(i).decision()))
                .toList();
    }

    private static List<Plan.Reason> noEscorts() {
        return List.of(
                new Plan.Reason(
                        Rule.ESCORTED,
                        new Phrase(
                                "there are not enough free escorts for every move",
                                "свободных сопровождающих не хватает на все переезды")),
                new Plan.Reason(
                        Rule.NEED_TO_KNOW,
                        new Phrase(
                                "each move of one way needs another escort",
                                "на каждый переезд одного пути нужен другой сопровождающий")));
    }

    private Plan.Route route(int household, Way way, int[] escorts) {
        List<Plan.Leg> legs = new ArrayList<>();
        for (int n = 0; n < way.legs(); n++) {
            House house = situation.houses().get(way.houses()[n]);
            legs.add(new Plan.Leg(house.name(), new Nights(way.from()[n], way.end(n)), name(escorts[n])));
        }
        Traveller who = ground.travellers[household];
        Optional<Plan.Departure> departure = Escorts.departs(who, way)
                ? Optional.of(
                        new Plan.Departure(way.until(), who.accompanied ? name(escorts[way.legs()]) : Optional.empty()))
                : Optional.empty();
        return new Plan.Route(ground.household(household).name(), legs, departure);
    }

    private Optional<String> name(int escort) {
        return escort < 0
                ? Optional.empty()
                : Optional.of(situation.helpers().get(escort).name());
    }

    private Map<Rule, Long> costs() {
        Map<Rule, Long> costs = new EnumMap<>(Rule.class);
        costs.put(Rule.ESCORT_LANGUAGE, escorts.cost());
        for (int i = 0; i < ground.households; i++) {
            Way way = occupancy.ways[i];
            Traveller who = ground.travellers[i];
            if (way == null) {
                long changed = who.lostWeighs() * who.changeCost;
                costs.merge(Rule.UNPLACED, who.unplacedCost - changed, Long::sum);
                costs.merge(Rule.STABILITY, changed, Long::sum);
                continue;
            }
            costs.merge(Rule.WAITING, who.waitCost * Math.max(0, way.start() - who.ready), Long::sum);
            for (int n = 0; n < way.legs(); n++) {
                House house = situation.houses().get(way.houses()[n]);
                long nights = (long) way.end(n) - way.from()[n];
                long exposure = (long) situation.weights().of(Rule.EXPOSURE)
                        * house.exposure()
                        * ground.household(i).timing().risk();
                costs.merge(Rule.EXPOSURE, exposure * nights, Long::sum);
                costs.merge(Rule.LANGUAGE, (who.nightCost[way.houses()[n]] - exposure) * nights, Long::sum);
                if (n > 0) {
                    int from = ground.region[way.houses()[n - 1]];
                    costs.merge(Rule.TRAVEL, (long) ground.travel[from][ground.region[way.houses()[n]]], Long::sum);
                    costs.merge(Rule.MOVES, (long) ground.moveCost, Long::sum);
                }
            }
            if (who.earlier != null && !way.sameNights(who.earlier)) {
                costs.merge(Rule.STABILITY, who.changeCost, Long::sum);
            }
        }
        for (int house = 0; house < ground.houses; house++) {
            for (int at = house * ground.nights; at < (house + 1) * ground.nights; at++) {
                long crowding = ground.firstPlace[house] ? 0 : occupancy.crowding(at, occupancy.load[at]);
                costs.merge(Rule.CROWDING, occupancy.load[at] == 0 ? 0 : crowding, Long::sum);
            }
        }
        return costs;
    }
}
