// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lapwing.evacuation.Changes;
import org.lapwing.evacuation.Helper;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Nights;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Replanning;
import org.lapwing.evacuation.Situation;
import org.lapwing.evacuation.check.Checker;
import org.lapwing.evacuation.sample.InventedSituation;
import org.lapwing.evacuation.sample.Size;

class ReplanningTest {
    private static final int TODAY = 15;

    @Test
    void newArrivalsAndAHouseLostTonightMoveFewWhoNeedNot() {
        Situation all = InventedSituation.of(7, new Size(66, 22, 45, 12, false));
        Situation before = all.with(all.households().subList(0, 60));
        Plan told = new Planner(before, Effort.iterations(1, 3000)).plan();
        String lost = all.houses().get(3).name();
        Situation now = Replanning.after(
                all.withHouses(all.houses().stream()
                        .map(each -> each.name().equals(lost) ? closedFrom(each, TODAY) : each)
                        .toList()),
                told,
                TODAY);
        Plan plan = new Planner(now, Effort.iterations(1, 3000)).plan();

        assertThat(Checker.violationsOfPins(now)).isEmpty();
        assertThat(Checker.violations(now, plan)).isEmpty();
        Set<String> hadTo = told.routes().stream()
                .filter(each -> each.legs().stream()
                        .anyMatch(
                                leg -> leg.house().equals(lost) && leg.nights().until() > TODAY))
                .map(Plan.Route::household)
                .collect(Collectors.toSet());
        List<String> moved = new ArrayList<>(Changes.between(told, plan, TODAY).moved());
        assertThat(hadTo).isNotEmpty();
        assertThat(moved).containsAll(hadTo);
        moved.removeAll(hadTo);
        assertThat(1.0 * people(now, moved))
                .isLessThan(0.05
                        * people(
                                now,
                                told.routes().stream()
                                        .map(Plan.Route::household)
                                        .toList()));
        for (Plan.Route route : told.routes()) {
            assertThat(plan.route(route.household()).map(each -> past(each)))
                    .as("the past stays")
                    .isIn(Optional.empty(), Optional.of(past(route)));
        }
    }

    @Test
    void anEscortWhoIsIllIsReplacedAndNobodyMoves() {
        Situation before = InventedSituation.of(9, new Size(20, 12, 45, 12, false));
        Plan told = new Planner(before, Effort.iterations(1, 1000)).plan();
        String ill = told.routes().stream()
                .flatMap(each -> each.legs().stream())
                .filter(leg -> leg.nights().from() >= TODAY)
                .flatMap(leg -> leg.escort().stream())
                .findFirst()
                .orElseThrow();
        Situation now = Replanning.after(
                before.withHelpers(before.helpers().stream()
                        .map(each -> each.name().equals(ill)
                                ? new Helper(ill, each.duties(), List.of(), each.gender(), each.languages())
                                : each)
                        .toList()),
                told,
                TODAY);
        Plan plan = new Planner(now, Effort.iterations(1, 1000)).plan();
        assertThat(Checker.violations(now, plan)).isEmpty();
        assertThat(Changes.between(told, plan, TODAY).moved()).isEmpty();
        assertThat(Changes.between(told, plan, TODAY).each()).isNotEmpty();
    }

    @Test
    void withNothingNewNothingChanges() {
        Situation before = InventedSituation.of(11, new Size(20, 12, 45, 12, true));
        Plan told = new Planner(before, Effort.iterations(1, 1000)).plan();
        Situation now = Replanning.after(before, told, TODAY);
        Plan plan = new Planner(now, Effort.iterations(1, 300)).plan();
        assertThat(Checker.violations(now, plan)).isEmpty();
        assertThat(Changes.between(told, plan, TODAY).each())
                .noneMatch(each -> each.kind() == Changes.Kind.OTHER_NIGHTS
                        || each.kind() == Changes.Kind.LOST_ITS_PLACE
                        || each.kind() == Changes.Kind.OTHER_ESCORT);
    }

    /** Beds for one household only: whoever was told stays, though the newcomer is in greater danger. */
    @Test
    void aPlaceThatWasToldIsNotTakenForSomebodyNew() {
        Situation one = PlannerTest.small(
                List.of(PlannerTest.house("elm", 1)), new Household.People(1, 0, 0, 0), List.of(new Nights(0, 30)));
        Plan told = new Planner(one, Effort.iterations(1, 100)).plan();
        Household was = one.households().getFirst();
        Household newcomer = new Household(
                "blue-coot",
                was.people(),
                new Household.Timing(1, 4, was.timing().stay(), 9, 1),
                was.needs(),
                was.vetting(),
                was.minorsPath(),
                was.papers(),
                List.of(),
                List.of(),
                Optional.empty());
        Situation now = Replanning.after(one.with(List.of(was, newcomer)), told, 0);
        Plan plan = new Planner(now, Effort.iterations(1, 500)).plan();
        assertThat(Checker.violations(now, plan)).isEmpty();
        assertThat(plan.route(was.name())).isEqualTo(told.route(was.name()));
        assertThat(plan.open()).extracting(Plan.Unplaced::household).containsExactly("blue-coot");
    }

    @Test
    void aPlanThatWasToldForMoreNightsThanAreNowPlannedIsNoStumblingBlock() {
        Situation longer = InventedSituation.of(9, new Size(20, 12, 45, 12, false));
        Plan told = new Planner(longer, Effort.iterations(1, 200)).plan();
        Situation shorter = new Situation(
                longer.firstNight(),
                12,
                0,
                80,
                longer.weights(),
                longer.travel(),
                longer.households(),
                longer.houses(),
                longer.helpers(),
                longer.apart());
        Situation now = Replanning.after(shorter, told, 1);
        assertThat(Checker.violations(now, new Planner(now, Effort.iterations(1, 100)).plan()))
                .isEmpty();
    }

    private static List<Plan.Leg> past(Plan.Route route) {
        return route.legs().stream()
                .filter(leg -> leg.nights().until() <= TODAY)
                .toList();
    }

    private static int people(Situation situation, List<String> households) {
        return households.stream()
                .mapToInt(each -> situation.household(each).orElseThrow().persons())
                .sum();
    }

    static House closedFrom(House house, int night) {
        List<Nights> closed = new ArrayList<>(house.closed());
        closed.add(new Nights(night, 10_000));
        return new House(
                house.name(),
                house.beds(),
                house.changes(),
                closed,
                house.region(),
                house.offers(),
                house.firstPlace(),
                house.mostNights(),
                house.exposure());
    }

    @Test
    void aVisaThatComesLaterLengthensOnlyThatStay() {
        Situation before = InventedSituation.of(4, new Size(24, 16, 60, 12, true));
        Plan told = new Planner(before, Effort.iterations(1, 1000)).plan();
        Household waits = before.households().stream()
                .filter(each -> each.papers().pathway().isPresent())
                .filter(each ->
                        told.route(each.name()).flatMap(Plan.Route::departure).isPresent())
                .filter(each -> told.route(each.name())
                                .orElseThrow()
                                .legs()
                                .getLast()
                                .nights()
                                .until()
                        > TODAY)
                .findFirst()
                .orElseThrow();
        Household later = later(waits, 4);
        Situation now = Replanning.after(
                before.with(before.households().stream()
                        .map(each -> each.name().equals(waits.name()) ? later : each)
                        .toList()),
                told,
                TODAY);
        Plan plan = new Planner(now, Effort.iterations(1, 1000)).plan();
        assertThat(Checker.violations(now, plan)).isEmpty();
        assertThat(Changes.between(told, plan, TODAY).moved()).isSubsetOf(waits.name());
        assertThat(plan.route(waits.name()).flatMap(Plan.Route::departure).map(Plan.Departure::day))
                .hasValueSatisfying(day -> assertThat(day)
                        .isGreaterThan(told.route(waits.name())
                                .flatMap(Plan.Route::departure)
                                .orElseThrow()
                                .day()));
    }

    private static Household later(Household was, int days) {
        Household.Papers papers = new Household.Papers(
                was.papers().held(),
                was.papers().awaited().stream()
                        .map(each -> new Household.Awaited(
                                each.document(),
                                new org.lapwing.evacuation.Days(
                                        each.days().least() + days,
                                        each.days().likely() + days,
                                        each.days().most() + days)))
                        .toList(),
                was.papers().pathway());
        return new Household(
                was.name(),
                was.people(),
                was.timing(),
                was.needs(),
                was.vetting(),
                was.minorsPath(),
                papers,
                was.pins(),
                was.earlier(),
                was.decision());
    }
}
