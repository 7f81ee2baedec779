// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.form;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lapwing.evacuation.Apart;
import org.lapwing.evacuation.Helper;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Nights;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;
import org.lapwing.evacuation.Weights;

/** Reads a situation and refuses what contradicts itself: unknown names, a name twice, dates reversed. */
public final class SituationReader {
    public static final String FORMAT = "lapwing/situation/v1";
    static final int DEFAULT_CONFIDENCE = 80;
    static final int DEFAULT_MOST_NIGHTS = 14;
    private static final int MOST_PEOPLE = 200;

    private final Node file;
    private final LocalDate firstNight;

    private SituationReader(Node file) {
        this.file = file;
        this.firstNight = file.field("first_night").date();
    }

    /** @throws org.lapwing.evacuation.EvacuationException with line and column, and what is accepted */
    public static Situation read(String text) {
        Node file = JsonText.read(text);
        if (!file.field("format").text().equals(FORMAT)) {
            throw file.field("format").refused("accepted is " + FORMAT);
        }
        return new SituationReader(file).situation();
    }

    private Situation situation() {
        file.only(
                "format",
                "note",
                "first_night",
                "nights",
                "today",
                "confidence",
                "most_nights",
                "weights",
                "travel",
                "households",
                "houses",
                "helpers",
                "apart");
        List<House> houses = file.list("houses").stream().map(this::house).toList();
        Set<String> houseNames = distinct("houses");
        List<Helper> helpers = file.list("helpers").stream().map(this::helper).toList();
        Set<String> helperNames = distinct("helpers");
        HouseholdReader reader = new HouseholdReader(this, houseNames, helperNames);
        List<Household> households = new ArrayList<>();
        file.field("households").items().forEach(each -> households.add(reader.household(each)));
        Set<String> householdNames = distinct("households");
        List<Apart> apart = file.list("apart").stream()
                .map(each -> apart(each, householdNames))
                .toList();
        return new Situation(
                firstNight,
                file.field("nights").whole(1, Situation.MOST_NIGHTS),
                file.optional("today").map(this::night).orElse(0),
                file.whole("confidence", 1, 99, DEFAULT_CONFIDENCE),
                weights(),
                file.list("travel").stream().map(this::travel).toList(),
                households,
                houses,
                helpers,
                apart);
    }

    private Set<String> distinct(String list) {
        Set<String> names = new HashSet<>();
        for (Node each : file.list(list)) {
            if (!names.add(each.field("name").name())) {
                throw each.field("name").refused("this name stands twice in the list; each stands once");
            }
        }
        return names;
    }

    private Weights weights() {
        Map<Rule, Integer> weights = new EnumMap<>(Rule.class);
        file.optional("weights").ifPresent(tree -> {
            for (Rule rule : Rule.values()) {
                if (rule.level() != Rule.Level.HARD) {
                    tree.optional(rule.key()).ifPresent(each -> weights.put(rule, each.whole(0, Weights.MOST)));
                }
            }
            tree.only(java.util.Arrays.stream(Rule.values())
                    .filter(rule -> rule.level() != Rule.Level.HARD)
                    .map(Rule::key)
                    .toArray(String[]::new));
        });
        return new Weights(weights);
    }

    private Situation.Travel travel(Node each) {
        each.only("between", "hours");
        List<Node> two = each.field("between").items();
        if (two.size() != 2) {
            throw each.field("between").refused("expected two regions");
        }
        return new Situation.Travel(
                two.get(0).name(), two.get(1).name(), each.field("hours").whole(0, 200));
    }

    private House house(Node each) {
        each.only(
                "name",
                "beds",
                "changes",
                "closed",
                "region",
                "languages",
                "admits",
                "children",
                "step_free",
                "medical",
                "first_place",
                "most_nights",
                "exposure");
        List<House.BedChange> changes = each.list("changes").stream()
                .map(change -> new House.BedChange(
                        nights(change.only("from", "until", "beds")),
                        change.field("beds").whole(0, MOST_PEOPLE)))
                .toList();
        House.Offers offers = new House.Offers(
                each.names("languages"),
                each.optional("admits")
                        .map(word -> word.word(House.Admits.class))
                        .orElse(House.Admits.ANYONE),
                each.flag("children", true),
                each.flag("step_free", false),
                each.names("medical"));
        return new House(
                each.field("name").name(),
                each.field("beds").whole(0, MOST_PEOPLE),
                changes,
                spells(each, "closed"),
                each.field("region").name(),
                offers,
                each.flag("first_place", false),
                each.whole(
                        "most_nights",
                        1,
                        Situation.MOST_NIGHTS,
                        file.whole("most_nights", 1, Situation.MOST_NIGHTS, DEFAULT_MOST_NIGHTS)),
                each.whole("exposure", 0, 3, 0));
    }

    private Helper helper(Node each) {
        each.only("name", "duties", "free", "gender", "languages");
        return new Helper(
                each.field("name").name(),
                each.names("duties"),
                spells(each, "free"),
                gender(each, "gender"),
                each.names("languages"));
    }

    private Apart apart(Node each, Set<String> known) {
        each.only("households", "kind");
        List<Node> two = each.field("households").items();
        if (two.size() != 2 || two.get(0).name().equals(two.get(1).name())) {
            throw each.field("households").refused("expected two different households");
        }
        two.forEach(name -> known(name, known, "households"));
        return new Apart(
                two.get(0).name(), two.get(1).name(), each.field("kind").word(Apart.Kind.class));
    }

    static String known(Node name, Set<String> known, String list) {
        if (!known.contains(name.name())) {
            throw name.refused("no such name in \"" + list + "\" of this situation");
        }
        return name.name();
    }

    static Optional<String> gender(Node each, String field) {
        return each.optional(field).map(word -> {
            if (!Set.of("woman", "man").contains(word.text())) {
                throw word.refused("accepted are woman, man, or nothing");
            }
            return word.text();
        });
    }

    List<Nights> spells(Node each, String field) {
        return each.list(field).stream()
                .map(spell -> nights(spell.only("from", "until")))
                .toList();
    }

    /** {@code from} and {@code until}, which is the morning after the last of these nights. */
    Nights nights(Node each) {
        int from = night(each.field("from"));
        int until = night(each.field("until"));
        if (until <= from) {
            throw each.field("until").refused("it must be a later date than \"from\"");
        }
        return new Nights(from, until);
    }

    int night(Node date) {
        long night = ChronoUnit.DAYS.between(firstNight, date.date());
        if (Math.abs(night) > 10_000) {
            throw date.refused("it is more than 27 years from \"first_night\"");
        }
        return (int) night;
    }
}
