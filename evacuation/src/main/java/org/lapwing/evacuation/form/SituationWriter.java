// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.form;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lapwing.entry.Json;
import org.lapwing.evacuation.Days;
import org.lapwing.evacuation.Helper;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Nights;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;

/** A situation as JSON, such that reading it gives the same situation. */
public final class SituationWriter {
    private final Situation situation;

    private SituationWriter(Situation situation) {
        this.situation = situation;
    }

    /** @param note what a reader should know of the file, for instance that it is invented */
    public static String write(Situation situation, String note) {
        return PrettyJson.of(new SituationWriter(situation).tree(note));
    }

    private Json tree(String note) {
        Map<String, Json> tree = new LinkedHashMap<>();
        tree.put("format", Json.of(SituationReader.FORMAT));
        if (!note.isEmpty()) {
            tree.put("note", Json.of(note));
        }
        tree.put("first_night", date(0));
        tree.put("nights", Json.of(situation.nights()));
        tree.put("today", date(situation.today()));
        tree.put("confidence", Json.of(situation.confidence()));
        Map<String, Json> weights = new LinkedHashMap<>();
        for (Rule rule : Rule.values()) {
            if (rule.level() != Rule.Level.HARD) {
                weights.put(rule.key(), Json.of(situation.weights().of(rule)));
            }
        }
        tree.put("weights", Json.tree(weights));
        tree.put(
                "travel",
                Json.items(situation.travel().stream()
                        .map(each -> Json.tree(
                                Map.of("between", pair(each.one(), each.other()), "hours", Json.of(each.hours()))))
                        .toList()));
        tree.put(
                "households",
                Json.items(situation.households().stream().map(this::household).toList()));
        tree.put(
                "houses",
                Json.items(situation.houses().stream().map(this::house).toList()));
        tree.put(
                "helpers",
                Json.items(situation.helpers().stream().map(this::helper).toList()));
        tree.put(
                "apart",
                Json.items(situation.apart().stream()
                        .map(each -> Json.tree(Map.of(
                                "households", pair(each.one(), each.other()),
                                "kind", Json.of(Words.of(each.kind())))))
                        .toList()));
        return Json.tree(tree);
    }

    private Json household(Household household) {
        Map<String, Json> tree = new LinkedHashMap<>();
        tree.put("name", Json.of(household.name()));
        tree.put("women", Json.of(household.people().women()));
        tree.put("men", Json.of(household.people().men()));
        tree.put("others", Json.of(household.people().others()));
        tree.put("minors", Json.of(household.people().minors()));
        tree.put("ready", date(household.timing().ready()));
        tree.put("latest", date(household.timing().latest()));
        tree.put("stay", days(household.timing().stay()));
        tree.put("urgency", Json.of(household.timing().urgency()));
        tree.put("risk", Json.of(household.timing().risk()));
        Household.Needs needs = household.needs();
        tree.put("languages", texts(needs.languages()));
        tree.put("medical", texts(needs.medical()));
        tree.put("step_free", Json.of(needs.stepFree()));
        tree.put("forbidden_regions", texts(needs.forbiddenRegions()));
        needs.escortGender().ifPresent(each -> tree.put("escort_gender", Json.of(each)));
        tree.put("cleared", Json.of(household.vetting().cleared()));
        household.vetting().clears().ifPresent(each -> tree.put("clears", date(each)));
        household
                .minorsPath()
                .ifPresent(each -> tree.put(
                        "minors_path",
                        Json.tree(Map.of(
                                "lead", Json.of(each.lead()),
                                "opinion", Json.of(each.opinion()),
                                "deciders",
                                        Json.items(each.deciders().stream()
                                                .map(Json::of)
                                                .toList())))));
        papers(household.papers(), tree);
        tree.put("pinned", pins(household.pins()));
        tree.put("earlier", pins(household.earlier()));
        household
                .decision()
                .ifPresent(each ->
                        tree.put("decision", Json.tree(Map.of("by", Json.of(each.by()), "why", Json.of(each.why())))));
        return Json.tree(tree);
    }

    private void papers(Household.Papers papers, Map<String, Json> tree) {
        tree.put("documents", texts(papers.held()));
        tree.put(
                "awaited",
                Json.items(papers.awaited().stream()
                        .map(each -> Json.tree(Map.of("document", Json.of(each.document()), "days", days(each.days()))))
                        .toList()));
        papers.pathway()
                .ifPresent(each -> tree.put(
                        "pathway",
                        Json.tree(Map.of(
                                "name", Json.of(each.name()),
                                "requires", texts(each.requires()),
                                "opens", date(each.opens()),
                                "closes", date(each.closes()),
                                "accompanied", Json.of(each.accompanied())))));
    }

    private Json pins(List<Household.Pin> pins) {
        return Json.items(pins.stream()
                .map(each -> {
                    Map<String, Json> tree = new LinkedHashMap<>(spell(each.nights()));
                    tree.put("house", Json.of(each.house()));
                    tree.put("open", Json.of(each.open()));
                    each.escort().ifPresent(name -> tree.put("escort", Json.of(name)));
                    return Json.tree(tree);
                })
                .toList());
    }

    private Json house(House house) {
        Map<String, Json> tree = new LinkedHashMap<>();
        tree.put("name", Json.of(house.name()));
        tree.put("beds", Json.of(house.beds()));
        tree.put(
                "changes",
                Json.items(house.changes().stream()
                        .map(each -> {
                            Map<String, Json> change = new LinkedHashMap<>(spell(each.nights()));
                            change.put("beds", Json.of(each.beds()));
                            return Json.tree(change);
                        })
                        .toList()));
        tree.put("closed", spells(house.closed()));
        tree.put("region", Json.of(house.region()));
        tree.put("languages", texts(house.offers().languages()));
        tree.put("admits", Json.of(Words.of(house.offers().admits())));
        tree.put("children", Json.of(house.offers().children()));
        tree.put("step_free", Json.of(house.offers().stepFree()));
        tree.put("medical", texts(house.offers().medical()));
        tree.put("first_place", Json.of(house.firstPlace()));
        tree.put("most_nights", Json.of(house.mostNights()));
        tree.put("exposure", Json.of(house.exposure()));
        return Json.tree(tree);
    }

    private Json helper(Helper helper) {
        Map<String, Json> tree = new LinkedHashMap<>();
        tree.put("name", Json.of(helper.name()));
        tree.put("duties", texts(helper.duties()));
        tree.put("free", spells(helper.free()));
        helper.gender().ifPresent(each -> tree.put("gender", Json.of(each)));
        tree.put("languages", texts(helper.languages()));
        return Json.tree(tree);
    }

    private static Json days(Days days) {
        return days.least() == days.most() && days.least() > 0
                ? Json.of(days.least())
                : Json.tree(Map.of(
                        "least",
                        Json.of(days.least()),
                        "likely",
                        Json.of(days.likely()),
                        "most",
                        Json.of(days.most())));
    }

    private Json spells(List<Nights> spells) {
        return Json.items(spells.stream().map(each -> Json.tree(spell(each))).toList());
    }

    private Map<String, Json> spell(Nights nights) {
        return Map.of("from", date(nights.from()), "until", date(nights.until()));
    }

    private Json date(int night) {
        return Json.of(situation.date(night).toString());
    }

    private static Json pair(String one, String other) {
        return Json.items(List.of(Json.of(one), Json.of(other)));
    }

    private static Json texts(Collection<String> texts) {
        return Json.items(texts.stream().sorted().map(Json::of).toList());
    }
}
