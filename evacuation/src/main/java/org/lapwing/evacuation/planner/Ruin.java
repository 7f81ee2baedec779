// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;

/** Whom to take out, and in which order to put them back. One lane's own. */
final class Ruin {
    private static final int MOST = 10;

    private final Ground ground;
    private final SplittableRandom random;
    private final int[] chosen;
    private final boolean[] isChosen;
    private int count;
    /** Who is put back before anybody else, or -1. */
    private int first = -1;

    Ruin(Ground ground, SplittableRandom random) {
        this.ground = ground;
        this.random = random;
        chosen = new int[ground.households];
        isChosen = new boolean[ground.households];
    }

    /** Those taken out, with a few of those who have no place. */
    int[] choose(Occupancy now, int mostUnplaced) {
        count = 0;
        first = -1;
        int moved = random.nextInt(3) == 0 ? moved(now) : -1;
        if (moved >= 0) {
            inTheWay(now, moved, Objects.requireNonNull(ground.travellers[moved].earlier));
            return taken();
        }
        int size = Math.min(ground.households, 2 + random.nextInt(MOST - 1));
        int seed = random.nextInt(ground.households);
        int unplaced = addUnplaced(now, mostUnplaced);
        Way around = now.ways[seed];
        if (unplaced >= 0 && random.nextInt(3) > 0) {
            aroundWindow(now, unplaced, size);
        } else if (around == null || random.nextInt(4) == 0) {
            anybody(size);
        } else if (random.nextInt(2) == 0) {
            sameHouses(now, seed, around, size);
        } else {
            sameTime(now, seed, around, size);
        }
        return taken();
    }

    private int[] taken() {
        int[] out = Arrays.copyOf(chosen, count);
        for (int each : out) {
            isChosen[each] = false;
        }
        return out;
    }

    private void add(int household) {
        if (!isChosen[household]) {
            isChosen[household] = true;
            chosen[count++] = household;
        }
    }

    /** Returns one of them, or -1. */
    private int addUnplaced(Occupancy now, int most) {
        int one = -1;
        int offset = random.nextInt(ground.households);
        for (int n = 0; n < ground.households && count < most; n++) {
            int each = (n + offset) % ground.households;
            if (now.ways[each] == null
                    && !ground.travellers[each].barred
                    && ground.travellers[each].starts.length > 0) {
                add(each);
                one = each;
            }
        }
        return one;
    }

    /** Somebody who sleeps elsewhere than they were told, or -1. */
    private int moved(Occupancy now) {
        int offset = random.nextInt(ground.households);
        for (int n = 0; n < ground.households; n++) {
            int each = (n + offset) % ground.households;
            Way told = ground.travellers[each].earlier;
            Way way = now.ways[each];
            if (told != null && way != null && ground.travellers[each].stillThere && !way.sameNights(told)) {
                return each;
            }
        }
        return -1;
    }

    /** Those who sleep where this household was told that it would; it goes back first. */
    private void inTheWay(Occupancy now, int household, Way told) {
        add(household);
        first = household;
        int until = Math.min(ground.households, count + MOST);
        int offset = random.nextInt(ground.households);
        for (int n = 0; n < ground.households && count < until; n++) {
            int each = (n + offset) % ground.households;
            Way way = now.ways[each];
            if (way != null && each != household && overlap(told, way)) {
                add(each);
            }
        }
    }

    private static boolean overlap(Way one, Way other) {
        for (int n = 0; n < one.legs(); n++) {
            for (int m = 0; m < other.legs(); m++) {
                if (one.houses()[n] == other.houses()[m]
                        && one.from()[n] < other.end(m)
                        && other.from()[m] < one.end(n)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void anybody(int size) {
        int until = Math.min(ground.households, count + size);
        while (count < until) {
            add(random.nextInt(ground.households));
        }
    }

    /** Those who sleep during the nights that somebody without a place would need. */
    private void aroundWindow(Occupancy now, int unplaced, int size) {
        Traveller who = ground.travellers[unplaced];
        int from = who.starts[0];
        int until = who.untils[0];
        int until2 = count + size;
        int offset = random.nextInt(ground.households);
        for (int n = 0; n < ground.households && count < until2; n++) {
            int each = (int) ((n * 7919L + offset) % ground.households);
            Way way = now.ways[each];
            if (way != null && way.start() < until && from < way.until() && random.nextInt(3) == 0) {
                add(each);
            }
        }
    }

    /** Those who share a house with the seed about the same nights. */
    private void sameHouses(Occupancy now, int seed, Way around, int size) {
        add(seed);
        int until = count + size;
        int offset = random.nextInt(ground.households);
        for (int n = 0; n < ground.households && count < until; n++) {
            int each = (n + offset) % ground.households;
            Way way = now.ways[each];
            if (way != null && meets(around, way)) {
                add(each);
            }
        }
    }

    private static boolean meets(Way one, Way other) {
        if (other.start() >= one.until() + 3 || one.start() >= other.until() + 3) {
            return false;
        }
        for (int n = 0; n < one.legs(); n++) {
            for (int m = 0; m < other.legs(); m++) {
                if (one.houses()[n] == other.houses()[m]
                        && one.from()[n] < other.end(m) + 3
                        && other.from()[m] < one.end(n) + 3) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Those who begin about when the seed does. */
    private void sameTime(Occupancy now, int seed, Way around, int size) {
        add(seed);
        int until = count + size;
        int reach = 2 + random.nextInt(8);
        int offset = random.nextInt(ground.households);
        for (int n = 0; n < ground.households && count < until; n++) {
            int each = (n + offset) % ground.households;
            Way way = now.ways[each];
            if (way != null && Math.abs(way.start() - around.start()) <= reach) {
                add(each);
            }
        }
    }

    /** At random, or whoever weighs most, or stays longest, first; a little shuffled. */
    int[] order(int[] out) {
        int by = random.nextInt(4);
        double[] rank = new double[ground.households];
        for (int each : out) {
            Traveller who = ground.travellers[each];
            double base = by == 0 ? who.unplacedCost : by == 1 ? length(who) : by == 2 ? -slack(who) : 1;
            rank[each] = each == first
                    ? Double.MAX_VALUE
                    : base == 1 ? random.nextDouble() : base * (0.8 + 0.4 * random.nextDouble());
        }
        return Arrays.stream(out)
                .boxed()
                .sorted((a, b) -> Double.compare(rank[b], rank[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double length(Traveller who) {
        return who.starts.length == 0 ? 0 : (who.untils[0] - who.starts[0]) * (double) who.persons;
    }

    private static double slack(Traveller who) {
        return who.starts.length * (double) who.houses.length;
    }
}
