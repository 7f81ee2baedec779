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
final class PlanWords {
    private PlanWords() {}

    static void print(Situation situation, Plan plan, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%d of %d households have a place; cost %,d.%n",
                plan.routes().size(),
                situation.households().size(),
                plan.total());
        plan.cost()
                .forEach((rule, amount) -> out.printf(
                        Locale.ROOT, "  %,10d  %-16s %s%n", amount, rule.key(), rule.sentence(Locale.ENGLISH)));
        for (Plan.Unplaced unplaced : plan.unplaced()) {
            out.println(unplaced.household() + " has no place"
                    + unplaced.decision()
                            .map(said -> ", as " + said.by() + " decided")
                            .orElse(""));
            for (Plan.Reason reason : unplaced.reasons()) {
                String text = reason.text().isEmpty() ? reason.rule().sentence(Locale.ENGLISH) : reason.text();
                out.printf("  %-18s %s%n", reason.rule().key(), text);
            }
        }
    }

    static void print(Situation situation, List<Violation> found, PrintWriter out) {
        for (Violation each : found) {
            out.printf(
                    "  %-18s %s%s: %s%n",
                    each.rule().key(),
                    String.join(", ", each.who()),
                    each.night().map(night -> ", " + situation.date(night)).orElse(""),
                    each.rule().sentence(Locale.ENGLISH));
        }
    }

    static void print(Situation situation, Changes changes, PrintWriter out) {
        for (Changes.Change each : changes.each()) {
            String what = each.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            out.printf("%s: %s, from %s%n", each.household(), what, situation.date(each.from()));
        }
    }

    static Json json(Situation situation, List<Violation> found) {
        return Json.tree(Map.of(
                "answer",
                Json.of(found.isEmpty() ? "kept" : "broken"),
                "violations",
                Json.items(
                        found.stream().map(each -> violation(situation, each)).toList())));
    }

    private static Json violation(Situation situation, Violation violation) {
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
