// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lapwing.evacuation.Apart;
import org.lapwing.evacuation.Helper;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Nights;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;

/**
 * A situation in numbers: what the search asks millions of times, looked up once. Immutable after construction by
 * convention (arrays are shared by the lanes and only read).
 */
final class Ground {
    static final int ANY = 0;
    static final int WOMAN = 1;
    static final int MAN = 2;

    final Situation situation;
    final int households;
    final int houses;
    final int nights;
    /** Beds by house and night, at {@code house * nights + night}; 0 where closed. */
    final int[] beds;
    /** What one missing bed costs a night where the rule of beds is left out: few are asked for. 0 otherwise. */
    final int missingBedCost;
    /** The beds that there are, closed or not: differs from {@link #beds} only where a rule is left out. */
    final int[] trueBeds;

    final boolean[] firstPlace;
    final int[] mostNights;
    /** Hours between regions, weighted, and each house's region. */
    final int[][] travel;

    final int[] region;
    /** Escorts free on a day: of any, women, men. */
    final int[][] escorts;

    final Traveller[] travellers;
    final int moveCost;
    final int crowdingWeight;

    Ground(Situation situation) {
        this(situation, Relaxed.NOTHING);
        List<List<int[]>> apart = apart(situation.householdNumbers(), Relaxed.NOTHING);
        for (int i = 0; i < households; i++) {
            travellers[i] = new Traveller(this, i, apart.get(i).toArray(int[][]::new), Relaxed.NOTHING);
        }
    }

    /**
     * The same ground for one household without some rules, for finding which of them stand in its way. The others are as
     * they were.
     */
    Ground(Ground base, int household, Relaxed relaxed) {
        this(base.situation, relaxed);
        System.arraycopy(base.travellers, 0, travellers, 0, households);
        int[][] apart =
                apart(situation.householdNumbers(), relaxed).get(household).toArray(int[][]::new);
        travellers[household] = new Traveller(this, household, apart, relaxed);
    }

    /** The same ground with more beds in one house, on those of the nights on which it is open. */
    Ground(Ground base, int house, int more, Nights on) {
        situation = base.situation;
        households = base.households;
        houses = base.houses;
        nights = base.nights;
        beds = base.beds.clone();
        trueBeds = base.trueBeds.clone();
        missingBedCost = base.missingBedCost;
        firstPlace = base.firstPlace;
        mostNights = base.mostNights;
        region = base.region;
        travel = base.travel;
        escorts = base.escorts;
        moveCost = base.moveCost;
        crowdingWeight = base.crowdingWeight;
        travellers = base.travellers;
        for (int night = on.from(); night < on.until(); night++) {
            int at = house * nights + night;
            int added = situation.houses().get(house).closedOn(night) ? 0 : more;
            beds[at] += added;
            trueBeds[at] += added;
        }
    }

    private Ground(Situation situation, Relaxed relaxed) {
        this.situation = situation;
        households = situation.households().size();
        houses = situation.houses().size();
        nights = situation.nights();
        beds = new int[houses * nights];
        trueBeds = new int[houses * nights];
        missingBedCost = relaxed.without(Rule.BEDS) || relaxed.without(Rule.CLOSED) ? 10_000 : 0;
        firstPlace = new boolean[houses];
        mostNights = new int[houses];
        region = new int[houses];
        Map<String, Integer> regions = new TreeMap<>();
        for (int k = 0; k < houses; k++) {
            House house = situation.houses().get(k);
            firstPlace[k] = house.firstPlace();
            mostNights[k] = relaxed.without(Rule.MOST_NIGHTS) ? nights : house.mostNights();
            region[k] = regions.computeIfAbsent(house.region(), _ -> regions.size());
            for (int t = 0; t < nights; t++) {
                trueBeds[k * nights + t] = house.closedOn(t) ? 0 : house.bedsOn(t);
                boolean closed = house.closedOn(t) && !relaxed.without(Rule.CLOSED);
                beds[k * nights + t] = closed ? 0 : relaxed.without(Rule.BEDS) ? 1_000_000 : house.bedsOn(t);
            }
        }
        travel = travel(regions);
        escorts = escorts(relaxed);
        moveCost = situation.weights().of(Rule.MOVES);
        crowdingWeight = situation.weights().of(Rule.CROWDING);
        travellers = new Traveller[households];
    }

    private int[][] travel(Map<String, Integer> regions) {
        int weight = situation.weights().of(Rule.TRAVEL);
        int[][] hours = new int[regions.size()][regions.size()];
        regions.forEach((one, i) -> regions.forEach((other, j) -> hours[i][j] = weight * situation.hours(one, other)));
        return hours;
    }

    private int[][] escorts(Relaxed relaxed) {
        int[][] free = new int[3][nights + 1];
        if (relaxed.without(Rule.ESCORTED)) {
            Arrays.stream(free).forEach(each -> Arrays.fill(each, 1_000_000));
            return free;
        }
        for (Helper helper : situation.helpers()) {
            for (int day = 0; helper.duties().contains(Helper.ESCORT) && day < nights; day++) {
                if (helper.freeOn(day)) {
                    free[ANY][day]++;
                    if (helper.gender().isPresent()) {
                        free[genderNumber(helper.gender().get())][day]++;
                    }
                }
            }
        }
        if (relaxed.without(Rule.ESCORT_GENDER)) {
            free[WOMAN] = free[ANY];
            free[MAN] = free[ANY];
        }
        return free;
    }

    static int genderNumber(String gender) {
        return gender.equals("woman") ? WOMAN : MAN;
    }

    /** By household: the other's number, and 1 if they must never know the same address. */
    private List<List<int[]>> apart(Map<String, Integer> numbers, Relaxed relaxed) {
        List<List<int[]>> apart = new ArrayList<>();
        for (int i = 0; i < households; i++) {
            apart.add(new ArrayList<>());
        }
        for (Apart each : situation.apart()) {
            boolean ever = each.kind() == Apart.Kind.EVER;
            if (!relaxed.without(ever ? Rule.APART_EVER : Rule.APART_AT_NIGHT)) {
                int one = numbers.getOrDefault(each.one(), 0);
                int other = numbers.getOrDefault(each.other(), 0);
                apart.get(one).add(new int[] {other, ever ? 1 : 0});
                apart.get(other).add(new int[] {one, ever ? 1 : 0});
            }
        }
        return apart;
    }

    /** Between two houses, weighted. */
    long travel(int one, int other) {
        return travel[region[one]][region[other]];
    }

    int houseNumber(String name) {
        for (int k = 0; k < houses; k++) {
            if (situation.houses().get(k).name().equals(name)) {
                return k;
            }
        }
        throw new IllegalArgumentException("a house that the reader let through is unknown");
    }

    Household household(int i) {
        return situation.households().get(i);
    }
}
