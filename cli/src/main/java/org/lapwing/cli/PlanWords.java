// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lapwing.entry.Json;
import org.lapwing.evacuation.Changes;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Situation;
import org.lapwing.evacuation.check.Violation;

/** A plan and its violations in the words of a terminal. */
record PlanWords(Situation situation, Spoken spoken) {

    void print(Plan plan, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                spoken.say("%d of %d households have a place; cost %,d.%n", "Место есть у %d из %d семей; цена %,d.%n"),
                plan.routes().size(),
                situation.households().size(),
                plan.total());
        plan.cost()
                .forEach((rule, amount) -> out.printf(
                        Locale.ROOT, "  %,10d  %-16s %s%n", amount, rule.key(), rule.sentence(spoken.locale())));
        for (Plan.Unplaced unplaced : plan.unplaced()) {
            out.println(unplaced.household()
                    + spoken.say(" has no place", " без места")
                    + unplaced.decision()
                            .map(said -> spoken.say(", as " + said.by() + " decided", ", так решил(а) " + said.by()))
                            .orElse(""));
            for (Plan.Reason reason : unplaced.reasons()) {
                out.printf("  %-18s %s%n", reason.rule().key(), reason.sentence(spoken.locale()));
            }
        }
    }

    void print(List<Violation> found, PrintWriter out) {
        for (Violation each : found) {
            out.printf(
                    "  %-18s %s%s: %s%n",
                    each.rule().key(),
                    String.join(", ", each.who()),
                    each.night().map(night -> ", " + situation.date(night)).orElse(""),
                    each.rule().sentence(spoken.locale()));
        }
    }

    void print(Changes changes, PrintWriter out) {
        for (Changes.Change each : changes.each()) {
            out.printf(
                    "%s: %s, %s %s%n",
                    each.household(),
                    spoken.say(each.kind().words()),
                    spoken.say("from", "с"),
                    situation.date(each.from()));
        }
    }

    Json json(List<Violation> found) {
        return Json.tree(Map.of(
                "answer",
                Json.of(found.isEmpty() ? "kept" : "broken"),
                "violations",
                Json.items(found.stream().map(this::violation).toList())));
    }

    private Json violation(Violation violation) {
        Map<String, Json> tree = new LinkedHashMap<>();
        tree.put("rule", Json.of(violation.rule().key()));
        tree.put("who", Json.items(violation.who().stream().map(Json::of).toList()));
        violation
                .night()
                .ifPresent(
                        night -> tree.put("date", Json.of(situation.date(night).toString())));
        return Json.tree(tree);
    }
}
