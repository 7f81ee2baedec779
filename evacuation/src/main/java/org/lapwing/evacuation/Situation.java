// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a plan is made from. No address is in it.
 *
 * @param firstNight the date of night 0
 * @param nights how many are planned, 1 to {@link #MOST_NIGHTS}
 * @param today nothing that is not pinned begins before this night
 * @param confidence percent: uncertain durations are planned so that they suffice with this probability
 * @param travel hours between regions; 0 within one, {@link #UNKNOWN_HOURS} where nothing is said
 */
public record Situation(
        LocalDate firstNight,
        int nights,
        int today,
        int confidence,
        Weights weights,
        List<Travel> travel,
        List<Household> households,
        List<House> houses,
        List<Helper> helpers,
        List<Apart> apart) {

    public static final int MOST_NIGHTS = 730;
    public static final int UNKNOWN_HOURS = 4;

    public record Travel(String one, String other, int hours) {}

    public Situation {
        travel = List.copyOf(travel);
        households = List.copyOf(households);
        houses = List.copyOf(houses);
        helpers = List.copyOf(helpers);
        apart = List.copyOf(apart);
    }

    public LocalDate date(int night) {
        return firstNight.plusDays(night);
    }

    public int hours(String one, String other) {
        if (one.equals(other)) {
            return 0;
        }
        for (Travel each : travel) {
            boolean there = each.one().equals(one) && each.other().equals(other);
            boolean back = each.one().equals(other) && each.other().equals(one);
            if (there || back) {
                return each.hours();
            }
        }
        return UNKNOWN_HOURS;
    }

    public Optional<Household> household(String name) {
        return households.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    public Optional<House> house(String name) {
        return houses.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The day on which a household that begins on that night goes on; may lie beyond what is planned. */
    public int goesOn(Household household, int start) {
        int day = start + household.timing().stay().sufficing(confidence);
        if (household.papers().pathway().isPresent()) {
            Household.Pathway pathway = household.papers().pathway().get();
            day = Math.max(day, pathway.opens());
            for (String document : pathway.requires()) {
                day = Math.max(day, documentDay(household, document).orElse(Integer.MAX_VALUE / 2));
            }
        }
        return day;
    }

    /** The day by which a document suffices; 0 if it is held, empty if it is neither held nor awaited. */
    public Optional<Integer> documentDay(Household household, String document) {
        if (household.papers().held().contains(document)) {
            return Optional.of(0);
        }
        return household.papers().awaited().stream()
                .filter(each -> each.document().equals(document))
                .map(each -> each.days().sufficing(confidence))
                .findFirst();
    }

    public Situation with(List<Household> changed) {
        return new Situation(firstNight, nights, today, confidence, weights, travel, changed, houses, helpers, apart);
    }

    public Situation withHouses(List<House> changed) {
        return new Situation(
                firstNight, nights, today, confidence, weights, travel, households, changed, helpers, apart);
    }

    public Situation withHelpers(List<Helper> changed) {
        return new Situation(
                firstNight, nights, today, confidence, weights, travel, households, houses, changed, apart);
    }

    public Map<String, Integer> householdNumbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < households.size(); i++) {
            numbers.put(households.get(i).name(), i);
        }
        return numbers;
    }
}
