// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Nights;
import org.lapwing.evacuation.Phrase;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Rule;

/**
 * One change that would give a household a way while everything else stays as it is.
 *
 * @param text what is needed, to follow "it would go with"
 */
record Freeing(Rule rule, Phrase text) {
    private static final Phrase AND = new Phrase(", and ", " и ");

    /** No exception from these is ever proposed: they are what keeps people apart from danger. */
    private static final Set<Rule> NEVER_EXCEPTED = EnumSet.of(
            Rule.APART_AT_NIGHT,
            Rule.APART_EVER,
            Rule.REGION,
            Rule.FIRST_PLACE_FIRST,
            Rule.FIRST_PLACE_KEPT,
            Rule.MINORS_PATH,
            Rule.PINNED,
            Rule.DOCUMENTS,
            Rule.NEED_TO_KNOW);

    /** By single rules of the core, then by single households of it. */
    static List<Freeing> all(Ground ground, Core.Oracle oracle, Core core) {
        List<Freeing> found = new ArrayList<>();
        Set<Integer> others = oracle.everybodyElse();
        for (Rule rule : core.rules()) {
            if (NEVER_EXCEPTED.contains(rule)) {
                continue;
            }
            Set<Rule> rules = EnumSet.copyOf(Relaxed.KNOWN);
            rules.remove(rule);
            Core.Found freed = oracle.way(rules, others);
            if (freed.way() != null) {
                found.add(new Freeing(rule, new Wording(ground, freed, freed.way()).of(rule)));
            }
        }
        for (int other : core.households()) {
            Set<Integer> without = new TreeSet<>(others);
            without.remove(other);
            if (!oracle.impossible(Relaxed.KNOWN, without)) {
                String name = ground.household(other).name();
                found.add(new Freeing(
                        Rule.UNPLACED, new Phrase("another place for " + name, "другое место для " + name)));
            }
        }
        return found;
    }

    Phrase sentence() {
        return Phrase.joined(List.of(Plan.Reason.FREED_BY, text), Phrase.NONE);
    }

    /** What exactly a way that was found without a rule would have needed. */
    private record Wording(Ground ground, Core.Found freed, Way way) {
        Phrase of(Rule rule) {
            return switch (rule) {
                case BEDS -> beds();
                case CLOSED -> closed();
                case DEADLINE, READY, NOT_IN_THE_PAST ->
                    new Phrase("a first night on " + date(way.start()), "первая ночь " + date(way.start()));
                case ESCORTED, ESCORT_GENDER -> escorts();
                case MOST_NIGHTS -> new Phrase("a longer stay in " + houses(), "более долгий срок в " + houses());
                case EXIT_WINDOW ->
                    new Phrase("the way out open on " + date(way.until()), "выезд, открытый " + date(way.until()));
                default -> new Phrase("this being so in " + houses(), "если это будет так в " + houses());
            };
        }

        private String houses() {
            return java.util.Arrays.stream(way.houses())
                    .mapToObj(this::name)
                    .distinct()
                    .collect(Collectors.joining(", "));
        }

        private Phrase beds() {
            List<Phrase> needs = new ArrayList<>();
            int persons = freed.ground().travellers[asked()].persons;
            for (int leg = 0; leg < way.legs(); leg++) {
                int house = way.houses()[leg];
                int most = 0;
                int from = -1;
                int until = -1;
                for (int night = way.from()[leg]; night < way.end(leg); night++) {
                    int at = house * ground.nights + night;
                    int missing = freed.among().load[at] + persons - ground.beds[at];
                    if (missing > 0) {
                        most = Math.max(most, Math.min(missing, persons));
                        from = from < 0 ? night : from;
                        until = night + 1;
                    }
                }
                if (most > 0) {
                    needs.add(Phrase.joined(
                            List.of(Phrase.beds(most), where(house, most, new Nights(from, until)), spell(from, until)),
                            new Phrase(" ", " ")));
                }
            }
            return Phrase.joined(needs, AND);
        }

        /** If any house that suits would do, the answer says so. */
        private Phrase where(int house, int more, Nights nights) {
            Traveller who = ground.travellers[asked()];
            long suit = java.util.Arrays.stream(who.houses)
                    .filter(each -> each == house || goesWith(each, more, nights))
                    .count();
            return suit == who.houses.length && suit > 1
                    ? new Phrase("in any house", "в любом доме")
                    : new Phrase("in " + name(house), "в " + name(house));
        }

        private boolean goesWith(int house, int more, Nights nights) {
            Ground wider = new Ground(ground, house, more, nights);
            Occupancy among = Occupancy.of(wider, freed.among().ways);
            return new Insertion(wider).cheapest(among, asked()) != null;
        }

        private int asked() {
            return freed.asked();
        }

        private Phrase closed() {
            List<Phrase> needs = new ArrayList<>();
            for (int leg = 0; leg < way.legs(); leg++) {
                House house = ground.situation.houses().get(way.houses()[leg]);
                int from = -1;
                int until = -1;
                for (int night = way.from()[leg]; night < way.end(leg); night++) {
                    if (house.closedOn(night)) {
                        from = from < 0 ? night : from;
                        until = night + 1;
                    }
                }
                if (from >= 0) {
                    needs.add(Phrase.joined(
                            List.of(new Phrase(house.name() + " open", house.name() + " открыт"), spell(from, until)),
                            new Phrase(" ", " ")));
                }
            }
            return Phrase.joined(needs, AND);
        }

        private Phrase escorts() {
            Traveller who = ground.travellers[asked()];
            List<String> days = new ArrayList<>();
            for (int day : way.from()) {
                if (!freed.among().canMoveIn(ground, who, day)) {
                    days.add(date(day));
                }
            }
            if (who.accompanied && !freed.among().canMoveIn(ground, who, way.until())) {
                days.add(date(way.until()));
            }
            return new Phrase(
                    "one more escort on " + String.join(", and on ", days),
                    "ещё один сопровождающий на " + String.join(" и на ", days));
        }

        private Phrase spell(int from, int until) {
            return new Phrase("from " + date(from) + " until " + date(until), "с " + date(from) + " до " + date(until));
        }

        private String name(int house) {
            return ground.situation.houses().get(house).name();
        }

        private String date(int night) {
            return ground.situation.date(night).toString();
        }
    }
}
