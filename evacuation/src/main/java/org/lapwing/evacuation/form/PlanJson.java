// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.form;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lapwing.entry.Json;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Nights;
import org.lapwing.evacuation.Phrase;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Rule;

/** A plan as JSON. Reading takes any plan, also one that breaks rules: judging is the checker's. */
public final class PlanJson {
    public static final String FORMAT = "lapwing/plan/v1";

    private PlanJson() {}

    public static String write(Plan plan) {
        Map<String, Json> tree = new LinkedHashMap<>();
        tree.put("format", Json.of(FORMAT));
        tree.put("first_night", Json.of(plan.firstNight().toString()));
        tree.put(
                "placed",
                Json.items(plan.routes().stream().map(each -> route(plan, each)).toList()));
        tree.put(
                "unplaced",
                Json.items(plan.unplaced().stream().map(PlanJson::unplaced).toList()));
        Map<String, Json> cost = new LinkedHashMap<>();
        plan.cost().forEach((rule, amount) -> cost.put(rule.key(), Json.of(amount)));
        tree.put("cost", Json.tree(cost));
        return PrettyJson.of(Json.tree(tree));
    }

    private static Json route(Plan plan, Plan.Route route) {
        Map<String, Json> tree = new LinkedHashMap<>();
        tree.put("household", Json.of(route.household()));
        tree.put(
                "legs",
                Json.items(route.legs().stream().map(each -> leg(plan, each)).toList()));
        route.departure().ifPresent(departure -> {
            Map<String, Json> leaves = new LinkedHashMap<>();
            leaves.put("on", date(plan, departure.day()));
            departure.escort().ifPresent(name -> leaves.put("escort", Json.of(name)));
            tree.put("leaves", Json.tree(leaves));
        });
        return Json.tree(tree);
    }

    private static Json leg(Plan plan, Plan.Leg leg) {
        Map<String, Json> tree = new LinkedHashMap<>();
        tree.put("house", Json.of(leg.house()));
        tree.put("from", date(plan, leg.nights().from()));
        tree.put("until", date(plan, leg.nights().until()));
        leg.escort().ifPresent(name -> tree.put("escort", Json.of(name)));
        return Json.tree(tree);
    }

    private static Json date(Plan plan, int night) {
        return Json.of(plan.firstNight().plusDays(night).toString());
    }

    private static Json unplaced(Plan.Unplaced unplaced) {
        Map<String, Json> tree = new LinkedHashMap<>();
        tree.put("household", Json.of(unplaced.household()));
        tree.put(
                "reasons",
                Json.items(unplaced.reasons().stream().map(PlanJson::reason).toList()));
        unplaced.decision()
                .ifPresent(said ->
                        tree.put("decision", Json.tree(Map.of("by", Json.of(said.by()), "why", Json.of(said.why())))));
        return Json.tree(tree);
    }

    private static Json reason(Plan.Reason reason) {
        Map<String, Json> tree = new LinkedHashMap<>();
        tree.put("rule", Json.of(reason.rule().key()));
        if (!reason.text().isEmpty()) {
            tree.put(
                    "text",
                    Json.tree(Map.of(
                            "en", Json.of(reason.text().english()),
                            "ru", Json.of(reason.text().russian()))));
        }
        return Json.tree(tree);
    }

    /** @throws org.lapwing.evacuation.EvacuationException with line and column, and what is accepted */
    public static Plan read(String text) {
        Node file = JsonText.read(text);
        if (!file.field("format").text().equals(FORMAT)) {
            throw file.field("format").refused("accepted is " + FORMAT);
        }
        file.only("format", "first_night", "placed", "unplaced", "cost");
        LocalDate first = file.field("first_night").date();
        Map<Rule, Long> cost = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            file.field("cost").optional(rule.key()).ifPresent(each -> cost.put(rule, each.count()));
        }
        return new Plan(
                first,
                file.field("placed").items().stream()
                        .map(each -> route(each, first))
                        .toList(),
                file.field("unplaced").items().stream().map(PlanJson::unplaced).toList(),
                cost);
    }

    private static Plan.Route route(Node each, LocalDate first) {
        each.only("household", "legs", "leaves");
        List<Plan.Leg> legs = each.field("legs").items().stream()
                .map(leg -> new Plan.Leg(
                        leg.only("house", "from", "until", "escort")
                                .field("house")
                                .name(),
                        new Nights(night(leg.field("from"), first), night(leg.field("until"), first)),
                        leg.optional("escort").map(Node::name)))
                .toList();
        Optional<Plan.Departure> departure = each.optional("leaves")
                .map(leaves -> new Plan.Departure(
                        night(leaves.only("on", "escort").field("on"), first),
                        leaves.optional("escort").map(Node::name)));
        return new Plan.Route(each.field("household").name(), legs, departure);
    }

    private static int night(Node date, LocalDate first) {
        long night = ChronoUnit.DAYS.between(first, date.date());
        if (Math.abs(night) > 10_000) {
            throw date.refused("it is more than 27 years from \"first_night\"");
        }
        return (int) night;
    }

    private static Plan.Unplaced unplaced(Node each) {
        each.only("household", "reasons", "decision");
        return new Plan.Unplaced(
                each.field("household").name(),
                each.field("reasons").items().stream()
                        .map(reason -> new Plan.Reason(
                                reason.only("rule", "text").field("rule").word(Rule.class),
                                reason.optional("text").map(PlanJson::phrase).orElse(Phrase.NONE)))
                        .toList(),
                each.optional("decision")
                        .map(said -> new Household.Decision(
                                said.only("by", "why").field("by").name(),
                                said.field("why").text())));
    }

    private static Phrase phrase(Node text) {
        text.only("en", "ru");
        return new Phrase(text.field("en").text(), text.field("ru").text());
    }
}
