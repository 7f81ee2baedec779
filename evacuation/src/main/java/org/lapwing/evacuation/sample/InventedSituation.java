// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.lapwing.evacuation.Apart;
import org.lapwing.evacuation.Days;
import org.lapwing.evacuation.Helper;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Nights;
import org.lapwing.evacuation.Situation;
import org.lapwing.evacuation.Weights;

/**
 * Draws a situation: households of one to five people; stays of 8 to 40 nights; 3, 6 or 11 days to begin, by urgency 9, 3
 * or 1; houses of 4 to 9 beds, three in five with one closed spell of 4 to 10 nights; escorts free on 65 days in 100. Beds
 * are needed at about two thirds of those there are, with a peak in the middle.
 */
public final class InventedSituation {
    private static final List<String> REGIONS = List.of("coast", "hills", "river", "lakes", "border");
    private static final List<String> LANGUAGES = List.of("morvish", "tarn", "english", "russian");

    private final SplittableRandom random;
    private final Size size;

    private InventedSituation(long seed, Size size) {
        random = new SplittableRandom(seed);
        this.size = size;
    }

    public static Situation of(long seed, Size size) {
        return new InventedSituation(seed, size).situation();
    }

    private Situation situation() {
        List<House> houses = new ArrayList<>();
        for (int k = 0; k < size.houses(); k++) {
            houses.add(house(k));
        }
        for (int k = 0; size.practice() && k < Math.max(2, size.houses() / 5); k++) {
            houses.add(firstPlace(k));
        }
        List<Helper> helpers = new ArrayList<>();
        for (int e = 0; e < size.escorts(); e++) {
            helpers.add(escort(e));
        }
        List<Household> households = new ArrayList<>();
        for (int i = 0; i < size.households(); i++) {
            households.add(household(i));
        }
        return new Situation(
                LocalDate.of(2031, 3, 1),
                size.nights(),
                0,
                80,
                Weights.DEFAULT,
                travel(),
                households,
                houses,
                helpers,
                apart(households));
    }

    private List<Situation.Travel> travel() {
        List<Situation.Travel> travel = new ArrayList<>();
        for (int i = 0; i < REGIONS.size(); i++) {
            for (int j = i + 1; j < REGIONS.size(); j++) {
                travel.add(new Situation.Travel(REGIONS.get(i), REGIONS.get(j), 1 + random.nextInt(6)));
            }
        }
        return travel;
    }

    private House house(int k) {
        List<Nights> closed = new ArrayList<>();
        if (chance(60)) {
            int from = random.nextInt(size.nights());
            closed.add(new Nights(from, from + 4 + random.nextInt(7)));
        }
        House.Admits admits = chance(15) ? House.Admits.WOMEN : House.Admits.ANYONE;
        return new House(
                "house-" + CodeNames.plain(k),
                4 + random.nextInt(6),
                List.of(),
                closed,
                REGIONS.get(random.nextInt(REGIONS.size())),
                new House.Offers(
                        languages(2), admits, chance(75), chance(50), chance(50) ? Set.of("fridge") : Set.of()),
                false,
                14,
                random.nextInt(4));
    }

    private House firstPlace(int k) {
        return new House(
                "first-" + CodeNames.plain(k),
                5,
                List.of(),
                List.of(),
                REGIONS.get(random.nextInt(REGIONS.size())),
                new House.Offers(languages(2), House.Admits.ANYONE, true, true, Set.of("fridge")),
                true,
                14,
                0);
    }

    private Helper escort(int e) {
        List<Nights> free = new ArrayList<>();
        int from = -1;
        for (int day = 0; day <= size.nights(); day++) {
            boolean isFree = day < size.nights() && chance(65);
            if (isFree && from < 0) {
                from = day;
            } else if (!isFree && from >= 0) {
                free.add(new Nights(from, day));
                from = -1;
            }
        }
        return new Helper(
                "helper-" + CodeNames.plain(e),
                Set.of(Helper.ESCORT),
                free,
                Optional.of(chance(50) ? "woman" : "man"),
                languages(2));
    }

    private Household household(int i) {
        int adults = chance(60) ? 1 : 2;
        int women = random.nextInt(adults + 1);
        int minors = adults > 1 || chance(15) ? (chance(45) ? 1 + random.nextInt(2) : 0) : 0;
        int stay = Math.min(8 + random.nextInt(33), size.nights() - 2);
        int urgency = chance(25) ? 9 : chance(45) ? 3 : 1;
        int window = urgency == 9 ? 3 : urgency == 3 ? 6 : 11;
        int ready = random.nextInt(Math.max(1, size.nights() - stay - window / 2));
        boolean cleared = !size.practice() || !chance(12);
        Household.Needs needs = new Household.Needs(
                languages(1),
                chance(8) ? Set.of("fridge") : Set.of(),
                chance(8),
                chance(15) ? Set.of(REGIONS.get(random.nextInt(REGIONS.size()))) : Set.of(),
                women == adults && chance(30) ? Optional.of("woman") : Optional.empty());
        return new Household(
                CodeNames.household(i),
                new Household.People(women, adults - women, 0, minors),
                new Household.Timing(ready, ready + window, Days.exactly(stay), urgency, random.nextInt(4)),
                needs,
                cleared
                        ? Household.Vetting.CLEARED
                        : new Household.Vetting(false, Optional.of(ready + window + 2 + random.nextInt(4))),
                minors > 0
                        ? Optional.of(
                                new Household.MinorsPath("lead-1", "opinion-" + i, List.of("decider-1", "decider-2")))
                        : Optional.empty(),
                size.practice() && chance(25) ? papers(ready, stay) : Household.Papers.NONE,
                List.of(),
                List.of(),
                Optional.empty());
    }

    private Household.Papers papers(int ready, int stay) {
        int visa = ready + stay - 3;
        return new Household.Papers(
                Set.of("passport"),
                List.of(new Household.Awaited("visa", new Days(Math.max(0, visa - 4), visa, visa + 6))),
                Optional.of(new Household.Pathway(
                        "third-country", Set.of("passport", "visa"), ready + stay - 5, ready + stay + 25, chance(60))));
    }

    private List<Apart> apart(List<Household> households) {
        List<Apart> apart = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int most = size.households() * (size.households() - 1) / 2;
        int wanted = Math.min(most, size.apartAtNight() + size.apartEver());
        while (apart.size() < wanted) {
            int one = random.nextInt(households.size());
            int other = random.nextInt(households.size());
            if (one != other && seen.add(Math.min(one, other) + "/" + Math.max(one, other))) {
                Apart.Kind kind = apart.size() < size.apartAtNight() ? Apart.Kind.NIGHT : Apart.Kind.EVER;
                apart.add(new Apart(
                        households.get(one).name(), households.get(other).name(), kind));
            }
        }
        return apart;
    }

    private Set<String> languages(int count) {
        Set<String> languages = new TreeSet<>();
        while (languages.size() < count) {
            languages.add(LANGUAGES.get(random.nextInt(LANGUAGES.size())));
        }
        return languages;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
