// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lapwing.evacuation.check.Valley.leg;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Nights;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Rule;

/** One spoiled plan for each hard rule: the checker must name that rule. */
class PlantedViolationsTest {

    @Test
    void aPlanThatKeepsEveryRuleIsAccepted() {
        Valley valley = Valley.whole();
        assertThat(Checker.violations(valley.situation(), valley.plan())).isEmpty();
        assertThat(Checker.violationsOfPins(valley.situation())).isEmpty();
    }

    @Test
    void eachPlantedViolationIsNamedByItsRule() {
        Map<Rule, Valley> planted = planted();
        planted.forEach((rule, valley) -> assertThat(Checker.violations(valley.situation(), valley.plan()))
                .as(rule.key())
                .extracting(Violation::rule)
                .contains(rule));
        assertThat(planted).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void everyHardRuleHasAPlantedViolation() {
        Set<Rule> hard = java.util.Arrays.stream(Rule.values())
                .filter(each -> each.level() == Rule.Level.HARD)
                .collect(java.util.stream.Collectors.toSet());
        assertThat(planted().keySet()).isEqualTo(hard);
    }

    private static Map<Rule, Valley> planted() {
        Valley whole = Valley.whole();
        Map<Rule, Valley> planted = new EnumMap<>(Rule.class);
        names(whole, planted);
        nights(whole, planted);
        places(whole, planted);
        escorts(whole, planted);
        return planted;
    }

    private static void names(Valley whole, Map<Rule, Valley> planted) {
        List<Plan.Route> twice = new ArrayList<>(whole.plan().routes());
        twice.add(twice.getFirst());
        List<Plan.Route> stranger = new ArrayList<>(whole.plan().routes());
        stranger.add(new Plan.Route("nobody", List.of(leg("ash", 0, 3, "w1")), Optional.empty()));
        planted.put(Rule.KNOWN_HOUSEHOLD, whole.routes(stranger));
        planted.put(Rule.KNOWN_HOUSE, whole.legs("blue-coot", leg("castle", 0, 10, "m1")));
        planted.put(Rule.KNOWN_HELPER, whole.legs("blue-coot", leg("oak", 0, 10, "x9")));
        planted.put(Rule.ONCE, whole.routes(twice));
        planted.put(Rule.ACCOUNTED, whole.unplaced(List.of()));
        planted.put(
                Rule.UNPLACED_REASONS,
                whole.unplaced(List.of(new Plan.Unplaced("teal-rook", List.of(), Optional.empty()))));
        planted.put(
                Rule.COST_AS_STATED,
                new Valley(
                        whole.situation(),
                        new Plan(
                                whole.plan().firstNight(),
                                whole.plan().routes(),
                                whole.plan().unplaced(),
                                Map.of(Rule.MOVES, 1L))));
    }

    private static void nights(Valley whole, Map<Rule, Valley> planted) {
        planted.put(Rule.NIGHTS_IN_ORDER, whole.legs("grey-wren", leg("elm", 2, 14, "w1"), leg("oak", 14, 44, "w2")));
        planted.put(Rule.NO_NIGHT_OUTSIDE, whole.legs("grey-wren", leg("elm", 2, 14, "w1"), leg("oak", 15, 23, "w2")));
        planted.put(Rule.NOT_IN_THE_PAST, whole.today(1));
        planted.put(Rule.READY, whole.legs("grey-wren", leg("elm", 1, 14, "w1"), leg("oak", 14, 22, "w2")));
        planted.put(Rule.DEADLINE, whole.legs("grey-wren", leg("elm", 7, 14, "w1"), leg("oak", 14, 27, "w2")));
        planted.put(Rule.LONG_ENOUGH, whole.legs("grey-wren", leg("elm", 2, 14, "w1"), leg("oak", 14, 21, "w2")));
        planted.put(Rule.PINNED, whole.legs("blue-coot", leg("inn", 0, 10, "m1")));
        planted.put(
                Rule.DOCUMENTS, whole.legs("red-lark", leg("elm", 0, 11, "w4")).departure(11, "m2"));
        planted.put(
                Rule.EXIT_WINDOW,
                whole.legs("red-lark", leg("elm", 0, 12, "w4"), leg("fir", 12, 25, "w3"), leg("ash", 25, 31, "w2"))
                        .departure(31, "m1"));
        planted.put(Rule.MOST_NIGHTS, whole.legs("grey-wren", leg("elm", 2, 17, "w1"), leg("oak", 17, 22, "w2")));
        planted.put(Rule.ANOTHER_HOUSE, whole.legs("grey-wren", leg("elm", 2, 14, "w1"), leg("elm", 14, 22, "w2")));
    }

    private static void places(Valley whole, Map<Rule, Valley> planted) {
        planted.put(Rule.BEDS, whole.house("elm", was -> beds(was, 4))); // one more than fit
        planted.put(Rule.CLOSED, whole.legs("pale-crane", leg("nest", 3, 8, "w2"), leg("inn", 8, 15, "w3")));
        planted.put(Rule.APART_AT_NIGHT, whole.legs("grey-wren", leg("oak", 2, 14, "w1"), leg("elm", 14, 22, "w2")));
        planted.put(Rule.APART_EVER, whole.legs("red-lark", leg("oak", 0, 12, "w4")));
        planted.put(Rule.ADMITS, whole.legs("pale-crane", leg("nest", 3, 8, "w2"), leg("bay", 8, 15, "w3")));
        planted.put(Rule.CHILDREN, whole.legs("grey-wren", leg("elm", 2, 14, "w1"), leg("fir", 14, 22, "w2")));
        planted.put(Rule.STEP_FREE, whole.legs("grey-wren", leg("elm", 2, 14, "w1"), leg("inn", 20, 28, "w2")));
        planted.put(Rule.MEDICAL, whole.legs("grey-wren", leg("elm", 2, 14, "w1"), leg("inn", 20, 28, "w2")));
        planted.put(Rule.REGION, whole.legs("grey-wren", leg("elm", 2, 14, "w1"), leg("ash", 14, 22, "w2")));
        planted.put(Rule.FIRST_PLACE_FIRST, whole.legs("pale-crane", leg("elm", 3, 15, "w2")));
        planted.put(Rule.FIRST_PLACE_ALONE, whole.legs("red-lark", leg("nest", 0, 12, "w4")));
        planted.put(Rule.FIRST_PLACE_KEPT, whole.legs("grey-wren", leg("elm", 2, 14, "w1"), leg("nest", 14, 22, "w2")));
        planted.put(Rule.MINORS_PATH, whole.household("grey-wren", PlantedViolationsTest::withOneDecider));
    }

    private static void escorts(Valley whole, Map<Rule, Valley> planted) {
        planted.put(Rule.ESCORTED, whole.legs("red-lark", leg("elm", 0, 12, "")));
        planted.put(Rule.ESCORT_DUTY, whole.legs("red-lark", leg("elm", 0, 12, "cook")));
        planted.put(
                Rule.ESCORT_FREE,
                whole.legs("red-lark", leg("elm", 0, 12, "w4"), leg("fir", 12, 25, "w3"))
                        .departure(25, "m2"));
        planted.put(Rule.ESCORT_ONE_MOVE, whole.legs("red-lark", leg("elm", 0, 12, "m1")));
        planted.put(Rule.ESCORT_GENDER, whole.legs("pale-crane", leg("nest", 3, 8, "m2"), leg("elm", 8, 15, "w3")));
        planted.put(Rule.NEED_TO_KNOW, whole.legs("grey-wren", leg("elm", 2, 14, "w1"), leg("oak", 14, 22, "w1")));
    }

    private static House beds(House was, int beds) {
        return new House(
                was.name(),
                beds,
                was.changes(),
                List.of(new Nights(90, 91)),
                was.region(),
                was.offers(),
                was.firstPlace(),
                was.mostNights(),
                was.exposure());
    }

    private static Household withOneDecider(Household was) {
        return new Household(
                was.name(),
                was.people(),
                was.timing(),
                was.needs(),
                was.vetting(),
                Optional.of(new Household.MinorsPath("lead", "opinion", List.of("one", "one"))),
                was.papers(),
                was.pins(),
                was.earlier(),
                was.decision());
    }
}
