// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The way that a household was told, if it is still possible, and what a given way costs. Stateless but for its prices. */
final class AsTold {
    private final Ground ground;
    private final NightPrices prices;

    AsTold(Ground ground, NightPrices prices) {
        this.ground = ground;
        this.prices = prices;
    }

    /** @param cost with what it adds to crowding */
    record Kept(Way way, long cost) {}

    @Nullable
    Kept kept(Occupancy among, Traveller who, Way told) {
        int n = Arrays.binarySearch(who.starts, told.start());
        if (n < 0 || who.untils[n] != told.until()) {
            return null;
        }
        if (who.departs[n] && who.accompanied && !among.canMove(who, told.until())) {
            return null;
        }
        long fixed = who.waitCost * Math.max(0, told.start() - who.ready);
        long marginal = 0;
        for (int leg = 0; leg < told.legs(); leg++) {
            int house = told.houses()[leg];
            int start = told.from()[leg];
            boolean follows = leg > 0 && told.houses()[leg - 1] == house;
            if (follows
                    || told.end(leg) - start > ground.mostNights[house]
                    || (!who.pinnedStartOn(start)
                            && (start < ground.situation.today() || !among.canMove(who, start)))) {
                return null;
            }
            if (!boundariesAllow(who, start, told.end(leg))) {
                return null;
            }
            fixed += leg == 0 ? 0 : ground.moveCost + ground.travel(told.houses()[leg - 1], house);
            for (int night = start; night < told.end(leg); night++) {
                int each = prices.price[night * ground.houses + house];
                if (each < 0) {
                    return null;
                }
                fixed += who.nightCost[house];
                marginal += each - who.nightCost[house];
            }
        }
        return new Kept(new Way(told.houses(), told.from(), told.until(), fixed), fixed + marginal);
    }

    private static boolean boundariesAllow(Traveller who, int from, int until) {
        if (who.boundary == null) {
            return true;
        }
        for (int t = from + 1; t < until; t++) {
            if (who.boundary[t] > 0) {
                return false;
            }
        }
        return who.boundary[from] >= 0 && (until >= who.boundary.length || who.boundary[until] >= 0);
    }

    /** All that a way costs but crowding and change. */
    static long fixed(Ground ground, Traveller who, Way way) {
        long fixed = who.waitCost * Math.max(0, way.start() - who.ready);
        for (int leg = 0; leg < way.legs(); leg++) {
            fixed += (long) who.nightCost[way.houses()[leg]] * (way.end(leg) - way.from()[leg]);
            if (leg > 0) {
                fixed += ground.moveCost + ground.travel(way.houses()[leg - 1], way.houses()[leg]);
            }
        }
        return fixed;
    }
}
