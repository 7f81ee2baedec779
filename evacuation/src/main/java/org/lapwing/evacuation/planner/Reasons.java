// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Phrase;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;

/** Why somebody has no place. */
final class Reasons {
    private final Ground ground;
    private final Occupancy occupancy;

    Reasons(Ground ground, Occupancy occupancy) {
        this.ground = ground;
        this.occupancy = occupancy;
    }

    /** The rules and households that together leave no way, then what would free it. */
    List<Plan.Reason> ofUnplaced(int household) {
        if (ground.household(household).decision().isPresent()) {
            return List.of(new Plan.Reason(Rule.UNPLACED, new Phrase("somebody decided so", "кто-то так решил")));
        }
        Core.Oracle oracle = new Core.Oracle(ground, occupancy, household, Demand.NOTHING);
        if (!oracle.impossible(Relaxed.KNOWN, oracle.everybodyElse())) {
            return List.of(new Plan.Reason(
                    Rule.UNPLACED,
                    new Phrase(
                            "the search ended before a place was weighed; search longer",
                            "поиск кончился раньше, чем место было взвешено; ищите дольше")));
        }
        if (oracle.impossible(Set.of(), Set.of())) {
            return List.of(new Plan.Reason(
                    Rule.BEDS,
                    new Phrase("there is no house at all for their nights", "на их ночи нет ни одного дома")));
        }
        Core core = Core.of(oracle, household);
        List<Plan.Reason> reasons = new ArrayList<>();
        for (Rule rule : core.rules()) {
            reasons.add(new Plan.Reason(rule, Phrase.NONE));
        }
        if (!core.households().isEmpty()) {
            String names = core.households().stream().map(this::name).collect(Collectors.joining(", "));
            reasons.add(new Plan.Reason(
                    Rule.UNPLACED,
                    new Phrase("together with the places of " + names, "вместе с местами, где живут " + names)));
        }
        for (Freeing freeing : Freeing.all(ground, oracle, core)) {
            reasons.add(new Plan.Reason(freeing.rule(), freeing.sentence()));
        }
        return reasons;
    }

    private String name(int household) {
        return ground.household(household).name();
    }

    static Situation undecided(Situation situation, int household) {
        List<Household> households = new ArrayList<>(situation.households());
        Household was = households.get(household);
        households.set(
                household,
                new Household(
                        was.name(),
                        was.people(),
                        was.timing(),
                        was.needs(),
                        was.vetting(),
                        was.minorsPath(),
                        was.papers(),
                        was.pins(),
                        was.earlier(),
                        java.util.Optional.empty()));
        return situation.with(households);
    }
}
