// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lapwing.evacuation.Days;
import org.lapwing.evacuation.Helper;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Nights;
import org.lapwing.evacuation.Phrase;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;
import org.lapwing.evacuation.check.Checker;
import org.lapwing.evacuation.sample.InventedSituation;
import org.lapwing.evacuation.sample.Size;

class PlannerTest {
    private static final Size MIDDLE = new Size(40, 16, 45, 9, true);

    private static Plan planned(Situation situation, long iterations) {
        Plan plan = new Planner(situation, Effort.iterations(1, iterations)).plan();
        assertThat(Checker.violations(situation, plan)).isEmpty();
        return plan;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyPlanPassesTheCheckerAndNamesWhoHasNoPlace(long seed) {
        Situation situation = InventedSituation.of(seed, MIDDLE);
        Plan plan = planned(situation, 200);
        assertThat(plan.routes().size() + plan.unplaced().size())
                .isEqualTo(situation.households().size());
        assertThat(plan.unplaced())
                .allSatisfy(each -> assertThat(each.reasons()).isNotEmpty());
    }

    @Test
    void theSameSeedAndIterationsGiveTheSamePlan() {
        Situation situation = InventedSituation.of(3, MIDDLE);
        assertThat(planned(situation, 800)).isEqualTo(planned(situation, 800));
    }

    @Test
    void searchingLongerIsNotWorse() {
        Situation situation = InventedSituation.of(5, MIDDLE);
        assertThat(planned(situation, 2000).total())
                .isLessThanOrEqualTo(planned(situation, 120).total());
    }

    /** Few escorts and long ways: the second stage often has to change what the search thought best. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsShownNeverGetsWorseAndTheEndIsNoWorseThanAnythingShown(long seed) throws InterruptedException {
        Situation situation = InventedSituation.of(seed, new Size(40, 14, 45, 4, false));
        Planner planner = new Planner(situation, Effort.iterations(1, 1000));
        List<Long> shown = new ArrayList<>();
        Thread watches = Thread.ofVirtual().start(() -> {
            while (!Thread.currentThread().isInterrupted() && shown.size() < 200) {
                shown.add(planner.bestSoFar().total());
            }
        });
        Plan plan = planner.plan();
        watches.interrupt();
        watches.join();
        shown.add(plan.total());
        assertThat(shown).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(Checker.violations(situation, plan)).isEmpty();
    }

    @Test
    void aCancelledSearchStillGivesAPlanThatTheCheckerAccepts() throws InterruptedException {
        Situation situation = InventedSituation.of(2, MIDDLE);
        Planner planner = new Planner(situation, Effort.time(1, Duration.ofHours(10)));
        Thread stops = Thread.ofVirtual().start(planner::cancel);
        Plan plan = planner.plan();
        stops.join();
        assertThat(Checker.violations(situation, plan)).isEmpty();
        assertThat(Checker.violations(situation, planner.bestSoFar())).isEmpty();
    }

    @Test
    void aHouseholdLargerThanAnyHouseIsNamedWithTheBeds() {
        Situation situation = small(List.of(house("elm", 4)), new Household.People(3, 3, 0, 0), allDays());
        Plan plan = planned(situation, 10);
        assertThat(plan.unplaced().getFirst().reasons())
                .contains(new Plan.Reason(Rule.BEDS, Phrase.NONE))
                .contains(new Plan.Reason(
                        Rule.BEDS,
                        new Phrase(
                                "it would go with 2 more beds in elm from 2031-03-02 until 2031-03-12",
                                "поможет: ещё 2 места в elm с 2031-03-02 до 2031-03-12")));
    }

    @Test
    void withoutHousesNobodyHasAPlaceAndThatIsSaid() {
        Plan plan = planned(small(List.of(), new Household.People(1, 0, 0, 0), allDays()), 10);
        assertThat(plan.unplaced().getFirst().reasons()).isNotEmpty();
    }

    @Test
    void anEscortWithoutDaysIsTheReason() {
        Plan plan = planned(small(List.of(house("elm", 4)), new Household.People(1, 0, 0, 0), List.of()), 10);
        assertThat(plan.unplaced().getFirst().reasons())
                .extracting(Plan.Reason::rule)
                .contains(Rule.ESCORTED);
    }

    @Test
    void minorsWithoutTheirPathAreNotPlaced() {
        Situation situation = small(List.of(house("elm", 4)), new Household.People(1, 0, 0, 1), allDays());
        assertThat(planned(situation, 10).unplaced().getFirst().reasons())
                .extracting(Plan.Reason::rule)
                .containsExactly(Rule.MINORS_PATH);
    }

    @Test
    void anEmptySituationHasAnEmptyPlan() {
        Situation situation =
                small(List.of(), new Household.People(1, 0, 0, 0), List.of()).with(List.of());
        assertThat(planned(situation, 10).routes()).isEmpty();
    }

    static Situation small(List<House> houses, Household.People people, List<Nights> free) {
        Situation sample = InventedSituation.of(1, MIDDLE);
        Household household = new Household(
                "grey-wren",
                people,
                new Household.Timing(1, 4, Days.exactly(10), 3, 1),
                new Household.Needs(Set.of("tarn"), Set.of(), false, Set.of(), Optional.empty()),
                Household.Vetting.CLEARED,
                Optional.empty(),
                Household.Papers.NONE,
                List.of(),
                List.of(),
                Optional.empty());
        Helper escort = new Helper("w1", Set.of(Helper.ESCORT), free, Optional.of("woman"), Set.of("tarn"));
        return new Situation(
                sample.firstNight(),
                30,
                0,
                80,
                sample.weights(),
                List.of(),
                List.of(household),
                houses,
                List.of(escort),
                List.of());
    }

    private static List<Nights> allDays() {
        return List.of(new Nights(0, 30));
    }

    static House house(String name, int beds) {
        return new House(
                name,
                beds,
                List.of(),
                List.of(),
                "coast",
                new House.Offers(Set.of("tarn"), House.Admits.ANYONE, true, true, Set.of()),
                false,
                14,
                0);
    }
}
