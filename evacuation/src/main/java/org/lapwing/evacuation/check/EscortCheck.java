// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lapwing.evacuation.Helper;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;

/** The rules about who accompanies whom. */
final class EscortCheck {
    private record Move(Household household, int day, Optional<String> escort, boolean needed) {}

    private final Situation situation;
    private final List<Violation> found;
    private final Map<String, Helper> helpers = new HashMap<>();
    private final List<Move> moves = new ArrayList<>();

    EscortCheck(Situation situation, Plan plan, List<Violation> found) {
        this.situation = situation;
        this.found = found;
        situation.helpers().forEach(each -> helpers.put(each.name(), each));
        for (Plan.Route route : plan.routes()) {
            Household household = situation.household(route.household()).orElseThrow();
            for (Plan.Leg leg : route.legs()) {
                // a move that lies in the past was made, whoever went along
                boolean needed = leg.nights().from() >= situation.today();
                moves.add(new Move(household, leg.nights().from(), leg.escort(), needed));
            }
            route.departure().ifPresent(departure -> {
                boolean needed = household
                        .papers()
                        .pathway()
                        .map(Household.Pathway::accompanied)
                        .orElse(false);
                moves.add(new Move(household, departure.day(), departure.escort(), needed));
            });
        }
    }

    void all() {
        for (Move move : moves) {
            if (move.needed() && move.escort().isEmpty()) {
                broken(Rule.ESCORTED, move);
            }
        }
        whoIsNamed();
    }

    void whoIsNamed() {
        Set<String> days = new HashSet<>();
        Set<String> ways = new HashSet<>();
        for (Move move : moves) {
            if (move.escort().isEmpty()) {
                continue;
            }
            Helper escort = Objects.requireNonNull(helpers.get(move.escort().get()));
            if (!days.add(escort.name() + "/" + move.day())) {
                broken(Rule.ESCORT_ONE_MOVE, move);
            }
            if (!ways.add(escort.name() + "/" + move.household().name())) {
                broken(Rule.NEED_TO_KNOW, move);
            }
            if (move.day() >= situation.today()) {
                mayGo(escort, move);
            }
        }
    }

    private void mayGo(Helper escort, Move move) {
        if (!escort.duties().contains("escort")) {
            broken(Rule.ESCORT_DUTY, move);
        }
        if (escort.free().stream().noneMatch(each -> each.from() <= move.day() && move.day() < each.until())) {
            broken(Rule.ESCORT_FREE, move);
        }
        Optional<String> asked = move.household().needs().escortGender();
        if (asked.isPresent() && !asked.equals(escort.gender())) {
            broken(Rule.ESCORT_GENDER, move);
        }
    }

    private void broken(Rule rule, Move move) {
        List<String> who = new ArrayList<>(List.of(move.household().name()));
        move.escort().ifPresent(who::add);
        found.add(new Violation(rule, who, Optional.of(move.day())));
    }
}
