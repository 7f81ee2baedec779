// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lapwing.evacuation.Helper;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Nights;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;
import org.lapwing.evacuation.Weights;
import org.lapwing.evacuation.check.Checker;
import org.lapwing.evacuation.check.Violation;
import org.lapwing.evacuation.planner.Questions.Answer;
import org.lapwing.evacuation.sample.InventedSituation;
import org.lapwing.evacuation.sample.Size;

/** Every way of a household, one by one, judged by the checker: the answers to "why not there?" must say the same. */
class BruteForceTest {
    private static final Set<Rule> ABOUT_ESCORTS = Set.of(Rule.ESCORTED, Rule.COST_AS_STATED);

    @Test
    void whyNotAgreesWithTryingEveryWay() {
        agrees(1, 2);
    }

    @Test
    @Tag("long")
    void whyNotAgreesWithTryingEveryWayInManySituations() {
        agrees(3, 12);
    }

    private static void agrees(long first, long last) {
        int asked = 0;
        int possible = 0;
        for (long seed = first; seed <= last; seed++) {
            Situation situation = tiny(seed);
            Plan plan = new Planner(situation, Effort.iterations(1, 60)).plan();
            Questions questions = new Questions(situation, plan);
            for (Household household : situation.households()) {
                Map<Rule, Long> none = Map.of();
                List<Plan.Route> ways = everyWay(situation, plan, household);
                for (House house : situation.houses()) {
                    for (int night = 0; night < situation.nights(); night += 2) {
                        int asleep = night;
                        Optional<Long> least = ways.stream()
                                .filter(way -> way.legs().stream()
                                        .anyMatch(leg -> leg.house().equals(house.name())
                                                && leg.nights().has(asleep)))
                                .map(way -> cost(situation, replaced(plan, way, none)))
                                .min(Long::compare);
                        Answer answer = questions.couldSleep(household.name(), house.name(), night);
                        asked++;
                        switch (answer) {
                            case Answer.There _ -> assertThat(least).isPresent();
                            case Answer.Could(long more, var _) -> {
                                possible++;
                                assertThat(least).contains(cost(situation, plan) + more);
                            }
                            case Answer.Forbidden _ -> assertThat(least).isEmpty();
                        }
                    }
                }
            }
        }
        assertThat(asked).isEqualTo((int) (last - first + 1) * 5 * 3 * 7);
        assertThat(possible).isGreaterThan(10);
    }

    /** Enough escorts who speak everything, so that only counts by day matter, and they never bind. */
    private static Situation tiny(long seed) {
        Situation s = InventedSituation.of(seed, new Size(5, 3, 14, 1, false));
        List<Helper> helpers = IntStream.range(0, 40)
                .mapToObj(n -> new Helper(
                        "helper-" + n,
                        Set.of(Helper.ESCORT),
                        List.of(new Nights(0, 14)),
                        Optional.of(n % 2 == 0 ? "woman" : "man"),
                        Set.of("morvish", "tarn", "english", "russian")))
                .toList();
        List<House> houses = s.houses().stream()
                .map(each -> new House(
                        each.name(),
                        3,
                        each.changes(),
                        each.closed(),
                        each.region(),
                        each.offers(),
                        false,
                        5,
                        each.exposure()))
                .toList();
        return new Situation(
                s.firstNight(), 14, 0, 80, Weights.DEFAULT, s.travel(), s.households(), houses, helpers, s.apart());
    }

    private static List<Plan.Route> everyWay(Situation situation, Plan plan, Household household) {
        List<Plan.Route> found = new ArrayList<>();
        for (int start = household.timing().ready(); start <= household.timing().latest(); start++) {
            int until = Math.min(14, start + household.timing().stay().likely());
            if (start < 14) {
                extended(situation, plan, household, new ArrayList<>(), start, until, found);
            }
        }
        return found;
    }

    private static void extended(
            Situation situation,
            Plan plan,
            Household household,
            List<Plan.Leg> legs,
            int from,
            int until,
            List<Plan.Route> found) {
        if (from == until) {
            Plan.Route way = new Plan.Route(household.name(), List.copyOf(legs), Optional.empty());
            if (kept(situation, replaced(plan, way, Map.of()))) {
                found.add(way);
            }
            return;
        }
        for (House house : situation.houses()) {
            boolean same = !legs.isEmpty() && legs.getLast().house().equals(house.name());
            for (int end = from + 1; !same && end <= Math.min(until, from + 5); end++) {
                legs.add(new Plan.Leg(house.name(), new Nights(from, end), Optional.empty()));
                Plan.Route part = new Plan.Route(household.name(), List.copyOf(legs), Optional.empty());
                if (partKept(situation, replaced(plan, part, Map.of()))) {
                    extended(situation, plan, household, legs, end, until, found);
                }
                legs.removeLast();
            }
        }
    }

    private static Plan replaced(Plan plan, Plan.Route way, Map<Rule, Long> cost) {
        List<Plan.Route> routes = new ArrayList<>();
        plan.routes().stream()
                .filter(each -> !each.household().equals(way.household()))
                .forEach(routes::add);
        routes.add(way);
        List<Plan.Unplaced> unplaced = plan.unplaced().stream()
                .filter(each -> !each.household().equals(way.household()))
                .toList();
        return new Plan(plan.firstNight(), routes, unplaced, cost);
    }

    private static boolean kept(Situation situation, Plan plan) {
        return Checker.violations(situation, plan).stream().map(Violation::rule).allMatch(ABOUT_ESCORTS::contains);
    }

    private static boolean partKept(Situation situation, Plan plan) {
        return Checker.violations(situation, plan).stream()
                .map(Violation::rule)
                .allMatch(rule -> ABOUT_ESCORTS.contains(rule) || rule == Rule.LONG_ENOUGH);
    }

    /** Without what escorts' languages cost, which these have all. */
    private static long cost(Situation situation, Plan plan) {
        return org.lapwing.evacuation.check.Costs.of(situation, plan);
    }
}
