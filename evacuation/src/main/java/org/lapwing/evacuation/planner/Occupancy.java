// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import org.jspecify.annotations.Nullable;

/** Who is where at one moment of the search: one lane's own, not shared. */
final class Occupancy {
    final Ground ground;
    final @Nullable Way[] ways;
    /** People by house and night; a first place counts as full. */
    final int[] load;
    /** Moves by day that need an escort: of any kind, a woman, a man. */
    final int[][] moves;

    private long cost;

    Occupancy(Ground ground) {
        this.ground = ground;
        ways = new Way[ground.households];
        load = new int[ground.houses * ground.nights];
        moves = new int[3][ground.nights + 1];
        for (Traveller each : ground.travellers) {
            cost += each.unplacedCost;
        }
    }

    static Occupancy of(Ground ground, @Nullable Way[] ways) {
        Occupancy occupancy = new Occupancy(ground);
        for (int i = 0; i < ways.length; i++) {
            Way way = ways[i];
            if (way != null) {
                occupancy.place(i, way);
            }
        }
        return occupancy;
    }

    /** All that is weighed but the language of escorts. */
    long cost() {
        return cost;
    }

    void place(int household, Way way) {
        Traveller who = ground.travellers[household];
        cost += way.fixed() - who.unplacedCost + occupy(who, way, 1);
        ways[household] = way;
    }

    @Nullable
    Way remove(int household) {
        Way way = ways[household];
        if (way != null) {
            Traveller who = ground.travellers[household];
            cost += who.unplacedCost - way.fixed() + occupy(who, way, -1);
            ways[household] = null;
        }
        return way;
    }

    /** Enters (1) or takes out (-1) a way; returns the change in the cost of crowding. */
    private long occupy(Traveller who, Way way, int sign) {
        long change = 0;
        for (int n = 0; n < way.legs(); n++) {
            int house = way.houses()[n];
            int base = house * ground.nights;
            for (int at = base + way.from()[n], end = base + way.end(n); at < end; at++) {
                if (ground.firstPlace[house]) {
                    load[at] += sign * Math.max(ground.beds[at], who.persons);
                } else {
                    int before = crowding(at, load[at]);
                    load[at] += sign * who.persons;
                    change += crowding(at, load[at]) - before;
                }
            }
            int day = way.from()[n];
            if (day >= ground.situation.today()) {
                countMove(who, day, sign);
            }
        }
        if (who.accompanied && departs(who, way)) {
            countMove(who, way.until(), sign);
        }
        return change;
    }

    private static boolean departs(Traveller who, Way way) {
        for (int n = 0; n < who.starts.length; n++) {
            if (who.starts[n] == way.start()) {
                return who.departs[n];
            }
        }
        return false;
    }

    private void countMove(Traveller who, int day, int sign) {
        moves[Ground.ANY][day] += sign;
        if (who.escortGender != Ground.ANY) {
            moves[who.escortGender][day] += sign;
        }
    }

    /** Whether one more move on that day would still find an escort. */
    boolean canMove(Traveller who, int day) {
        return moves[Ground.ANY][day] < ground.escorts[Ground.ANY][day]
                && (who.escortGender == Ground.ANY
                        || moves[who.escortGender][day] < ground.escorts[who.escortGender][day]);
    }

    /** The same with the escorts of another ground. */
    boolean canMoveIn(Ground other, Traveller who, int day) {
        boolean any = day >= other.nights || moves[Ground.ANY][day] < other.escorts[Ground.ANY][day];
        return any
                && (day >= other.nights
                        || who.escortGender == Ground.ANY
                        || moves[who.escortGender][day] < other.escorts[who.escortGender][day]);
    }

    /** Quarter-beds over three quarters of the beds, weighted. */
    int crowding(int at, int people) {
        return ground.crowdingWeight * Math.max(0, 4 * people - 3 * ground.beds[at]);
    }
}
