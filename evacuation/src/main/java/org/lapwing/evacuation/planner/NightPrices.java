// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import java.util.Arrays;

/**
 * What each night in each house costs one household while everybody else stays where they are, and where it cannot sleep at
 * all. Scratch space of one lane; not safe for use by several threads.
 */
final class NightPrices {
    private final Ground ground;
    private final int width;
    /** Cost of sleeping in a house on a night; -1 where that is not possible. At night * houses + house. */
    final int[] price;
    /** Sums over the nights of the least price of any house: a way costs no less. */
    final long[] atLeast;

    private final boolean[] knownToOther;

    NightPrices(Ground ground) {
        this.ground = ground;
        width = ground.houses;
        price = new int[(ground.nights + 1) * width];
        atLeast = new long[ground.nights + 1];
        knownToOther = new boolean[width];
    }

    void fill(Occupancy among, Traveller who, Demand demand) {
        int from = Arrays.stream(who.starts).min().orElseThrow();
        int until = Arrays.stream(who.untils).max().orElseThrow();
        prices(among, who, from, until, demand);
        cheapestNights(who, from, until);
    }

    private void cheapestNights(Traveller who, int from, int until) {
        atLeast[from] = 0;
        for (int night = from; night < until; night++) {
            long least = Insertion.NONE / (ground.nights + 1);
            for (int house : who.houses) {
                int each = price[night * width + house];
                if (each >= 0 && each < least) {
                    least = each;
                }
            }
            atLeast[night + 1] = atLeast[night] + least;
        }
    }

    private void prices(Occupancy among, Traveller who, int from, int until, Demand demand) {
        for (int night = from; night < until; night++) {
            Arrays.fill(price, night * width, night * width + width, -1);
        }
        Arrays.fill(knownToOther, false);
        for (int[] pair : who.apart) {
            Way other = among.ways[pair[0]];
            for (int leg = 0; pair[1] == 1 && other != null && leg < other.legs(); leg++) {
                knownToOther[other.houses()[leg]] = true;
            }
            learned(pair);
        }
        for (int house : who.houses) {
            if (knownToOther[house]) {
                continue;
            }
            boolean first = ground.firstPlace[house];
            int base = house * ground.nights;
            for (int night = from; night < until; night++) {
                int at = base + night;
                int people = among.load[at];
                boolean room = (!first || people == 0) && people + who.persons <= ground.beds[at];
                if (room
                        && who.kindOfPlace(first, night)
                        && (who.pinnedHouse == null || who.pinnedHouse[night] < 0 || who.pinnedHouse[night] == house)
                        && demand.allows(house, night)) {
                    int crowding = first ? 0 : among.crowding(at, people + who.persons) - among.crowding(at, people);
                    price[night * width + house] = who.nightCost[house] + crowding + missing(at, people + who.persons);
                }
            }
        }
        for (int[] pair : who.apart) {
            Way other = among.ways[pair[0]];
            if (other != null && pair[1] == 0) {
                closeWhereverItIs(other, from, until);
            }
        }
    }

    private int missing(int at, int people) {
        return ground.missingBedCost * Math.clamp(people - ground.trueBeds[at], 0, 100);
    }

    /** A pinned leg of the other is a fact even where the other is not placed: it knows that address. */
    private void learned(int[] pair) {
        Traveller other = ground.travellers[pair[0]];
        if (pair[1] == 1 && other.pinnedHouse != null) {
            for (int house : other.pinnedHouse) {
                if (house >= 0) {
                    knownToOther[house] = true;
                }
            }
        }
    }

    private void closeWhereverItIs(Way other, int from, int until) {
        for (int leg = 0; leg < other.legs(); leg++) {
            for (int night = Math.max(from, other.from()[leg]); night < Math.min(until, other.end(leg)); night++) {
                price[night * width + other.houses()[leg]] = -1;
            }
        }
    }
}
