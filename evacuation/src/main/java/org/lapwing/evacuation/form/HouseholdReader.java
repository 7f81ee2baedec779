// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.form;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.entry.Json;
import org.lapwing.evacuation.Days;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Nights;

/** Reads one household of a situation. */
record HouseholdReader(SituationReader dates, Set<String> houses, Set<String> helpers) {
    private static final int MOST_DAYS = 2000;

    Household household(Node each) {
        each.only(
                "name",
                "women",
                "men",
                "others",
                "minors",
                "ready",
                "latest",
                "stay",
                "urgency",
                "risk",
                "languages",
                "medical",
                "step_free",
                "forbidden_regions",
                "escort_gender",
                "cleared",
                "clears",
                "minors_path",
                "documents",
                "awaited",
                "pathway",
                "pinned",
                "earlier",
                "decision");
        Household.People people = new Household.People(
                each.whole("women", 0, 50, 0),
                each.whole("men", 0, 50, 0),
                each.whole("others", 0, 50, 0),
                each.whole("minors", 0, 50, 0));
        if (people.count() == 0) {
            throw each.refused("nobody is in it: expected women, men, others or minors");
        }
        Household.Needs needs = new Household.Needs(
                each.names("languages"),
                each.names("medical"),
                each.flag("step_free", false),
                each.names("forbidden_regions"),
                SituationReader.gender(each, "escort_gender"));
        Household.Papers papers = new Household.Papers(
                each.names("documents"),
                each.list("awaited").stream()
                        .map(paper -> new Household.Awaited(
                                paper.only("document", "days").field("document").name(), days(paper.field("days"))))
                        .toList(),
                each.optional("pathway").map(this::pathway));
        return new Household(
                each.field("name").name(),
                people,
                timing(each),
                needs,
                vetting(each),
                each.optional("minors_path").map(HouseholdReader::minorsPath),
                papers,
                pins(each, "pinned"),
                pins(each, "earlier"),
                each.optional("decision")
                        .map(said -> new Household.Decision(
                                said.only("by", "why").field("by").name(),
                                said.field("why").text())));
    }

    private Household.Timing timing(Node each) {
        int ready = dates.night(each.field("ready"));
        int latest = dates.night(each.field("latest"));
        if (latest < ready) {
            throw each.field("latest").refused("it must not be an earlier date than \"ready\"");
        }
        return new Household.Timing(
                ready, latest, days(each.field("stay")), each.whole("urgency", 1, 9, 1), each.whole("risk", 0, 3, 1));
    }

    private Household.Vetting vetting(Node each) {
        boolean cleared = each.flag("cleared", true);
        Optional<Integer> clears = each.optional("clears").map(dates::night);
        if (cleared && clears.isPresent()) {
            throw each.field("clears").refused("only a household with \"cleared\": false is still to be cleared");
        }
        return new Household.Vetting(cleared, clears);
    }

    private static Household.MinorsPath minorsPath(Node each) {
        each.only("lead", "opinion", "deciders");
        return new Household.MinorsPath(
                each.field("lead").text(),
                each.field("opinion").text(),
                each.field("deciders").items().stream().map(Node::name).toList());
    }

    private Household.Pathway pathway(Node each) {
        each.only("name", "requires", "opens", "closes", "accompanied");
        int opens = dates.night(each.field("opens"));
        int closes = dates.night(each.field("closes"));
        if (closes < opens) {
            throw each.field("closes").refused("it must not be an earlier date than \"opens\"");
        }
        return new Household.Pathway(
                each.field("name").name(), each.names("requires"), opens, closes, each.flag("accompanied", false));
    }

    private static Days days(Node each) {
        if (each.value() instanceof Json.Whole) {
            return Days.exactly(each.whole(1, MOST_DAYS));
        }
        each.only("least", "likely", "most");
        int least = each.field("least").whole(0, MOST_DAYS);
        int likely = each.field("likely").whole(0, MOST_DAYS);
        int most = each.field("most").whole(1, MOST_DAYS);
        if (likely < least || most < likely) {
            throw each.refused("days must not decrease from \"least\" over \"likely\" to \"most\"");
        }
        return new Days(least, likely, most);
    }

    private List<Household.Pin> pins(Node each, String field) {
        List<Household.Pin> pins = each.list(field).stream()
                .map(this::pin)
                .sorted(Comparator.comparingInt(pin -> pin.nights().from()))
                .toList();
        for (int i = 1; i < pins.size(); i++) {
            if (pins.get(i - 1).nights().overlaps(pins.get(i).nights())) {
                throw each.field(field).refused("two of these legs share a night; a household sleeps in one place");
            }
        }
        return pins;
    }

    private Household.Pin pin(Node each) {
        each.only("house", "from", "until", "open", "escort");
        Nights nights = dates.nights(each);
        return new Household.Pin(
                SituationReader.known(each.field("house"), houses, "houses"),
                nights,
                each.flag("open", false),
                each.optional("escort").map(name -> SituationReader.known(name, helpers, "helpers")));
    }
}
