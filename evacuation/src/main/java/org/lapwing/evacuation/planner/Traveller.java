// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lapwing.evacuation.Helper;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;

/** One household in numbers, as {@link Ground} is for the situation. */
final class Traveller {
    /** Who loses a place that is still there weighs as this many whose way changes. */
    private static final int LOST_WEIGHS = 9;

    final int number;
    final int persons;
    /** Of having no place, or of losing one that they were told of. */
    final long unplacedCost;

    final long waitCost;
    final long changeCost;
    /** Whether the houses they were told still have beds for them, were they empty. */
    final boolean stillThere;

    final int ready;
    /** First nights that may be tried, and for each the morning on which they go on, cut at the end of what is planned. */
    final int[] starts;

    final int[] untils;
    /** Whether they leave on that morning, and whether an escort goes with them. */
    final boolean[] departs;

    final boolean accompanied;
    /** Which gender of escort was asked for: {@link Ground#ANY}, {@code WOMAN}, {@code MAN}. */
    final int escortGender;
    /** Houses that nothing about the house itself forbids, and what a night in each costs. */
    final int[] houses;

    final int[] nightCost;
    /** First night on which they count as cleared; before it only first places, from it on none. */
    final int clears;

    private final boolean ordinaryBefore;
    private final boolean firstAfter;
    /** How many legs there can be at most: each needs an escort of the asked kind who knows no other of them. */
    final int mostLegs;

    final int[][] apart;
    /** Where a leg must begin or end (1), may not (-1), or may (0), by night; null without pins. */
    final byte @Nullable [] boundary;
    /** The house of a pinned night, or -1; null without pins. */
    final int @Nullable [] pinnedHouse;
    /** Days on which a pinned leg begins: its escort is not asked for again. */
    final boolean @Nullable [] pinnedStart;

    final @Nullable Way earlier;
    /** Not placed at all: the path of minors is not whole, or somebody decided so. */
    final boolean barred;

    Traveller(Ground ground, int number, int[][] apart, Relaxed relaxed) {
        Situation situation = ground.situation;
        Household household = situation.households().get(number);
        this.number = number;
        this.apart = apart;
        persons = household.persons();
        long weight = (long) persons * household.timing().urgency();
        waitCost = weight * situation.weights().of(Rule.WAITING);
        changeCost = (long) persons * situation.weights().of(Rule.STABILITY);
        ready = household.timing().ready();
        escortGender =
                household.needs().escortGender().map(Ground::genderNumber).orElse(Ground.ANY);
        accompanied =
                household.papers().pathway().map(Household.Pathway::accompanied).orElse(false);
        mostLegs = mostLegs(situation, household, relaxed);
        clears = household.vetting().cleared()
                ? Integer.MIN_VALUE
                : household.vetting().clears().orElse(Integer.MAX_VALUE);
        ordinaryBefore = relaxed.without(Rule.FIRST_PLACE_FIRST);
        firstAfter = relaxed.without(Rule.FIRST_PLACE_KEPT);
        boolean minorsBarred = household.people().minors() > 0
                && !household.minorsPath().map(Household.MinorsPath::whole).orElse(false)
                && !relaxed.without(Rule.MINORS_PATH);
        barred = minorsBarred || household.decision().isPresent();
        List<Household.Pin> pins = relaxed.without(Rule.PINNED) ? List.of() : household.pins();
        boundary = pins.isEmpty() ? null : new byte[ground.nights + 1];
        pinnedHouse = pins.isEmpty() ? null : new int[ground.nights];
        pinnedStart = pins.isEmpty() ? null : new boolean[ground.nights + 1];
        pin(ground, pins);
        Starts tried = Starts.of(situation, household, pins, relaxed);
        starts = tried.starts();
        untils = tried.untils();
        departs = tried.departs();
        Fit fit = new Fit(situation, household, relaxed);
        houses = java.util.stream.IntStream.range(0, ground.houses)
                .filter(k -> fit.allows(situation.houses().get(k)))
                .toArray();
        nightCost = new int[ground.houses];
        for (int k : houses) {
            nightCost[k] = fit.nightCost(situation.houses().get(k));
        }
        earlier = earlier(ground, household);
        stillThere = earlier != null && hasBeds(ground, earlier);
        unplacedCost = weight * situation.weights().of(Rule.UNPLACED) + (long) lostWeighs() * changeCost;
    }

    /** How many times being told otherwise weighs if they lose their place: 0 where they were told of none. */
    int lostWeighs() {
        return earlier == null ? 0 : stillThere ? LOST_WEIGHS : 1;
    }

    private boolean hasBeds(Ground ground, Way told) {
        for (int leg = 0; leg < told.legs(); leg++) {
            int base = told.houses()[leg] * ground.nights;
            for (int night = Math.max(told.from()[leg], ground.situation.today()); night < told.end(leg); night++) {
                if (ground.trueBeds[base + night] < persons) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int mostLegs(Situation situation, Household household, Relaxed relaxed) {
        if (relaxed.without(Rule.NEED_TO_KNOW) || relaxed.without(Rule.ESCORTED)) {
            return Integer.MAX_VALUE;
        }
        Optional<String> asked = household.needs().escortGender();
        long escorts = situation.helpers().stream()
                .filter(each -> each.duties().contains(Helper.ESCORT))
                .filter(each -> asked.isEmpty() || relaxed.without(Rule.ESCORT_GENDER) || asked.equals(each.gender()))
                .count();
        long made = household.pins().stream()
                .filter(each -> each.nights().from() < situation.today()
                        && each.escort().isEmpty())
                .count();
        boolean toTheBorder =
                household.papers().pathway().map(Household.Pathway::accompanied).orElse(false);
        return (int) (escorts + made) - (toTheBorder ? 1 : 0);
    }

    private void pin(Ground ground, List<Household.Pin> pins) {
        if (boundary == null || pinnedHouse == null || pinnedStart == null) {
            return;
        }
        Arrays.fill(pinnedHouse, -1);
        for (Household.Pin pin : pins) {
            int from = Math.max(0, pin.nights().from());
            int until = Math.min(ground.nights, pin.nights().until());
            for (int t = from; t < until; t++) {
                pinnedHouse[t] = ground.houseNumber(pin.house());
                boundary[t] = (byte) (t == from ? 1 : -1);
            }
            if (until < ground.nights && !pin.open()) {
                boundary[until] = 1;
            }
            if (from < ground.nights) {
                pinnedStart[from] = true;
            }
        }
    }

    private static @Nullable Way earlier(Ground ground, Household household) {
        List<Household.Pin> legs = new ArrayList<>();
        for (Household.Pin leg : household.earlier()) {
            if (leg.nights().from() < ground.nights) {
                legs.add(leg);
            }
        }
        if (legs.isEmpty()) {
            return null;
        }
        int until = Math.min(ground.nights, legs.getLast().nights().until());
        return new Way(
                legs.stream().mapToInt(leg -> ground.houseNumber(leg.house())).toArray(),
                legs.stream().mapToInt(leg -> leg.nights().from()).toArray(),
                until,
                0);
    }

    /** Whether a first place, or an ordinary house, is right for them on that night. */
    boolean kindOfPlace(boolean firstPlace, int night) {
        return firstPlace ? (night < clears || firstAfter) : (night >= clears || ordinaryBefore);
    }

    boolean pinnedStartOn(int day) {
        return pinnedStart != null && pinnedStart[day];
    }

    /** What does not depend on who else is where. */
    private record Fit(Situation situation, Household household, Relaxed relaxed) {
        boolean allows(House house) {
            return (relaxed.without(Rule.ADMITS) || admits(house))
                    && (relaxed.without(Rule.CHILDREN)
                            || house.offers().children()
                            || household.people().minors() == 0)
                    && (relaxed.without(Rule.STEP_FREE)
                            || house.offers().stepFree()
                            || !household.needs().stepFree())
                    && (relaxed.without(Rule.MEDICAL)
                            || house.offers()
                                    .medical()
                                    .containsAll(household.needs().medical()))
                    && (relaxed.without(Rule.REGION)
                            || !household.needs().forbiddenRegions().contains(house.region()));
        }

        private boolean admits(House house) {
            Household.People people = household.people();
            return switch (house.offers().admits()) {
                case ANYONE -> true;
                case WOMEN -> people.men() == 0 && people.others() == 0;
                case MEN -> people.women() == 0 && people.others() == 0;
            };
        }

        int nightCost(House house) {
            boolean shared = house.offers().languages().stream()
                    .anyMatch(household.needs().languages()::contains);
            return (shared ? 0 : situation.weights().of(Rule.LANGUAGE))
                    + situation.weights().of(Rule.EXPOSURE)
                            * house.exposure()
                            * household.timing().risk();
        }
    }

    /** The first nights that the rules leave. */
    private record Starts(int[] starts, int[] untils, boolean[] departs) {
        static Starts of(Situation situation, Household household, List<Household.Pin> pins, Relaxed relaxed) {
            List<int[]> found = new ArrayList<>();
            int pinned = pins.isEmpty()
                    ? Integer.MAX_VALUE
                    : pins.getFirst().nights().from();
            int lastPin = pins.isEmpty() ? 0 : pins.getLast().nights().until();
            int from = relaxed.without(Rule.READY) ? 0 : household.timing().ready();
            int latest = relaxed.without(Rule.DEADLINE)
                    ? situation.nights() - 1
                    : household.timing().latest();
            int today = relaxed.without(Rule.NOT_IN_THE_PAST) ? 0 : situation.today();
            for (int s = Math.max(0, from); s <= Math.min(latest, situation.nights() - 1); s++) {
                if (s != pinned && (s < today || s > pinned)) {
                    continue;
                }
                int leaves = Math.max(goesOn(situation, household, s, relaxed), lastPin);
                boolean late = household.papers().pathway().isPresent()
                        && leaves > household.papers().pathway().get().closes()
                        && !relaxed.without(Rule.EXIT_WINDOW);
                if (!late && Math.min(leaves, situation.nights()) > s) {
                    boolean out = household.papers().pathway().isPresent() && leaves < situation.nights();
                    found.add(new int[] {s, Math.min(leaves, situation.nights()), out ? 1 : 0});
                }
            }
            Starts all = new Starts(new int[found.size()], new int[found.size()], new boolean[found.size()]);
            for (int n = 0; n < found.size(); n++) {
                all.starts[n] = found.get(n)[0];
                all.untils[n] = found.get(n)[1];
                all.departs[n] = found.get(n)[2] == 1;
            }
            return all;
        }

        private static int goesOn(Situation situation, Household household, int start, Relaxed relaxed) {
            return relaxed.without(Rule.DOCUMENTS)
                    ? start + household.timing().stay().sufficing(situation.confidence())
                    : situation.goesOn(household, start);
        }
    }
}
