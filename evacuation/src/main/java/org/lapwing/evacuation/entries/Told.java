// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.entries;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lapwing.entry.Id;
import org.lapwing.evacuation.EvacuationException;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Nights;
import org.lapwing.evacuation.Phrase;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;
import org.lapwing.evacuation.entries.PlanFact.PlanTaken;
import org.lapwing.evacuation.entries.PlanFact.UnplacedDecided;

/** A plan as an entry and back: by ids there, because code names may change; by code names here. */
public record Told(Board board) {

    /** The entry that puts a plan in force. Everybody without a place must have been decided about by name. */
    public PlanTaken taking(Id id, Situation situation, Plan plan) {
        if (!plan.open().isEmpty()) {
            throw new EvacuationException(
                    "a household has no place and nobody decided so; a plan is taken when somebody has, by name");
        }
        Map<String, Id> ids = ids();
        return new PlanTaken(
                id,
                board.inForce().map(PlanTaken::plan),
                plan.firstNight(),
                situation.nights(),
                situation.date(situation.today()),
                plan.routes().stream()
                        .map(each -> new PlanFact.Route(
                                id(ids, each.household()),
                                each.legs().stream()
                                        .map(leg -> leg(ids, situation, leg))
                                        .toList(),
                                each.departure()
                                        .map(out -> new PlanFact.Departure(
                                                situation.date(out.day()),
                                                out.escort().map(name -> id(ids, name))))))
                        .toList(),
                plan.unplaced().stream().map(each -> id(ids, each.household())).toList(),
                plan.cost().entrySet().stream()
                        .map(each -> new PlanFact.Weighed(each.getKey(), each.getValue()))
                        .toList());
    }

    private static PlanFact.Leg leg(Map<String, Id> ids, Situation situation, Plan.Leg leg) {
        return new PlanFact.Leg(
                id(ids, leg.house()),
                situation.date(leg.nights().from()),
                situation.date(leg.nights().until()),
                leg.escort().map(name -> id(ids, name)));
    }

    private Map<String, Id> ids() {
        Map<String, Id> ids = new HashMap<>();
        board.households().forEach((id, each) -> enter(ids, each.codeName(), id));
        board.houses().forEach((id, each) -> enter(ids, each.codeName(), id));
        board.helpers().forEach((id, each) -> enter(ids, each.codeName(), id));
        return ids;
    }

    private static void enter(Map<String, Id> ids, String codeName, Id id) {
        if (ids.put(codeName, id) != null) {
            throw new EvacuationException("one code name stands for two; give one of them another");
        }
    }

    private static Id id(Map<String, Id> ids, String codeName) {
        Id id = ids.get(codeName);
        if (id == null) {
            throw new EvacuationException("the plan names a household, a house or a helper that no entry describes");
        }
        return id;
    }

    /** What people were told, for planning on; empty if no plan was ever taken. */
    public Optional<Plan> plan() {
        return board.inForce().map(this::plan);
    }

    private Plan plan(PlanTaken taken) {
        Map<Rule, Long> cost = new EnumMap<>(Rule.class);
        taken.cost().forEach(each -> cost.put(each.rule(), each.cost()));
        return new Plan(
                taken.firstNight(),
                taken.routes().stream()
                        .filter(each -> board.households().containsKey(each.household()))
                        .map(each -> route(taken.firstNight(), each))
                        .toList(),
                taken.unplaced().stream()
                        .filter(each -> board.households().containsKey(each))
                        .map(this::unplaced)
                        .toList(),
                cost);
    }

    private Plan.Route route(LocalDate first, PlanFact.Route route) {
        return new Plan.Route(
                board.name(route.household()),
                route.legs().stream()
                        .map(leg -> new Plan.Leg(
                                board.name(leg.house()),
                                new Nights(night(first, leg.from()), night(first, leg.until())),
                                leg.escort().map(board::name)))
                        .toList(),
                route.departure()
                        .map(out -> new Plan.Departure(
                                night(first, out.day()), out.escort().map(board::name))));
    }

    private Plan.Unplaced unplaced(Id household) {
        Optional<UnplacedDecided> decided =
                Optional.ofNullable(board.decisions().get(household));
        List<Rule> rules = decided.map(UnplacedDecided::rules).orElse(List.of(Rule.UNPLACED));
        return new Plan.Unplaced(
                board.name(household),
                rules.stream().map(rule -> new Plan.Reason(rule, Phrase.NONE)).toList(),
                decided.map(each -> new Household.Decision(each.by(), each.because())));
    }

    private static int night(LocalDate first, LocalDate date) {
        return (int) ChronoUnit.DAYS.between(first, date);
    }
}
