// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lapwing.evacuation.Helper;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Situation;
import org.lapwing.evacuation.planner.Effort;
import org.lapwing.evacuation.planner.Planner;
import org.lapwing.evacuation.sample.InventedSituation;
import org.lapwing.evacuation.sample.Size;
import org.lapwing.figures.Language;

class SheetTest {

    @Test
    void noSheetHoldsAnythingOfAnotherHouseholdPlaceHelperOrDay() {
        int sheets = 0;
        for (long seed = 1; seed <= 5; seed++) {
            Situation situation = InventedSituation.of(seed, new Size(60, 20, 45, 12, true));
            Plan plan = new Planner(situation, Effort.iterations(1, 200)).plan();
            for (Sheet sheet : Sheet.of(situation, plan, 0)) {
                sheets++;
                String text = sheet.text() + sheet.fileName();
                assertThat(text).contains(sheet.household().name()).contains(sheet.helper());
                for (Household other : situation.households()) {
                    assertThat(other == sheet.household() || !text.contains(other.name()))
                            .isTrue();
                }
                for (House other : situation.houses()) {
                    assertThat(text.contains(other.name()))
                            .isEqualTo(sheet.house().equals(Optional.of(other.name())));
                }
                for (Helper other : situation.helpers()) {
                    assertThat(text.contains(other.name()))
                            .isEqualTo(other.name().equals(sheet.helper()));
                }
                for (int night = 0; night <= situation.nights(); night++) {
                    assertThat(text.contains(situation.date(night).toString()))
                            .isEqualTo(situation.date(night).equals(sheet.day()));
                }
            }
            long moves =
                    plan.routes().stream().mapToLong(each -> each.legs().size()).sum();
            assertThat(Sheet.of(situation, plan, 0)).hasSizeGreaterThanOrEqualTo((int) moves);
        }
        assertThat(sheets).isGreaterThan(300);
    }

    /** Who gets whose sheet: the wrong one would tell a helper of people whom they are not to know. */
    @Test
    void eachMoveToComeIsOnTheSheetOfWhoeverGoesAlongAndOnNoOther() {
        Situation situation = InventedSituation.of(4, new Size(30, 12, 45, 8, true));
        Plan plan = new Planner(situation, Effort.iterations(1, 200)).plan();
        int today = 10;
        List<String> moves = new ArrayList<>();
        for (Plan.Route route : plan.routes()) {
            for (Plan.Leg leg : route.legs()) {
                leg.escort()
                        .filter(_ -> leg.nights().from() >= today)
                        .ifPresent(who -> moves.add(
                                move(situation, leg.nights().from(), who, route.household() + " to " + leg.house())));
            }
            route.departure()
                    .filter(each -> each.day() >= today)
                    .ifPresent(each -> each.escort()
                            .ifPresent(who -> moves.add(
                                    move(situation, each.day(), who, route.household() + " to the way out"))));
        }
        assertThat(moves).hasSizeGreaterThan(30).anyMatch(each -> each.endsWith("way out"));
        assertThat(Sheet.of(situation, plan, today))
                .extracting(each -> each.helper() + ", " + each.day() + ": "
                        + each.household().name() + " to " + each.house().orElse("the way out"))
                .containsExactlyInAnyOrderElementsOf(moves);
    }

    private static String move(Situation situation, int day, String helper, String what) {
        return helper + ", " + situation.date(day) + ": " + what;
    }

    @Test
    void whoHasNoPlaceIsToldWhatStandsInTheWayApartFromWhatWouldHelp() {
        Situation situation = InventedSituation.of(2, new Size(40, 8, 45, 8, true));
        Plan plan = new Planner(situation, Effort.iterations(1, 200)).plan();
        assertThat(plan.unplaced()).isNotEmpty();
        String html = PlanReport.html(situation, plan, Optional.empty(), Language.ENGLISH);
        assertThat(html).contains("What leaves no way, all together:").contains("What would help, each by itself:");
        String inTheWay = html.substring(html.indexOf("What leaves"), html.indexOf("What would help"));
        assertThat(inTheWay).contains("<li>").doesNotContain("it would go with");
        assertThat(html.substring(html.indexOf("What would help"))).contains("<li>it would go with");
    }

    @Test
    void theReportShowsEveryStayInPictureAndTableInBothLanguages() {
        Situation situation = InventedSituation.of(3, new Size(20, 8, 45, 8, true));
        Plan plan = new Planner(situation, Effort.iterations(1, 200)).plan();
        for (Language language : Language.values()) {
            String html = PlanReport.html(situation, plan, Optional.empty(), language);
            assertThat(html).contains("<svg").contains("<table>").doesNotContain("<script");
            situation.households().forEach(each -> assertThat(html).contains(each.name()));
        }
    }
}
