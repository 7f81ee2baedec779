// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest way for one household while everybody else stays where they are: exact, by dynamic programming over
 * mornings. {@code best[b][k]} is the least cost of having slept everywhere until morning {@code b}, last in house
 * {@code k}; a leg's length is bounded, so its start is found by a sliding-window minimum, and the work is houses times
 * nights times first nights. Scratch space of one lane; not safe for use by several threads.
 */
final class Insertion {
    static final long NONE = Long.MAX_VALUE / 4;
    private static final int[] DEARER_MOVES = {0, 30, 300, 1_000_000};

    private final Ground ground;
    private final int width;
    private final NightPrices prices;
    private final AsTold asTold;
    private final int[] price;
    /** Sum of prices of the nights before. */
    private final long[] sum;

    private final long[] best;
    private final int[] legStart;
    private final long[] entry;
    private final int[] entryFrom;
    private final int[] window;
    private final int[] head;
    private final int[] tail;
    private final int[] nearest;
    private final int[] second;
    private int moveCost;
    private long cost;

    Insertion(Ground ground) {
        this.ground = ground;
        width = ground.houses;
        int cells = (ground.nights + 1) * width;
        prices = new NightPrices(ground);
        asTold = new AsTold(ground, prices);
        price = prices.price;
        sum = new long[cells];
        best = new long[cells];
        legStart = new int[cells];
        entry = new long[cells];
        entryFrom = new int[cells];
        window = new int[width * (ground.nights + 1)];
        head = new int[width];
        tail = new int[width];
        nearest = new int[ground.travel.length];
        second = new int[ground.travel.length];
    }

    /** What the last way found adds to the plan's cost, crowding of others included. */
    long cost() {
        return cost;
    }

    /** @return the cheapest way, or null if there is none */
    @Nullable
    Way cheapest(Occupancy among, int household) {
        return cheapest(among, ground.travellers[household], Demand.NOTHING);
    }

    /** The same under a demand, for questions such as "what would it cost to sleep there?". */
    @Nullable
    Way cheapest(Occupancy among, Traveller who, Demand demand) {
        cost = NONE;
        if (who.starts.length == 0 || who.barred) {
            return null;
        }
        prices.fill(among, who, demand);
        Way found = null;
        for (int dearer : DEARER_MOVES) {
            found = cheapestUnder(among, who, demand, dearer);
            if (found == null || found.legs() <= who.mostLegs) {
                break;
            }
            cost = NONE;
            found = null;
        }
        return withEarlier(among, who, demand, found);
    }

    /** @param dearer what each move costs more, so that few are made: each needs an escort who knows no other of them */
    private @Nullable Way cheapestUnder(Occupancy among, Traveller who, Demand demand, int dearer) {
        moveCost = ground.moveCost + dearer;
        long least = NONE;
        Way found = null;
        for (int n = 0; n < who.starts.length; n++) {
            int start = who.starts[n];
            int until = who.untils[n];
            boolean exit = who.departs[n] && who.accompanied;
            long wait = who.waitCost * Math.max(0, start - who.ready);
            if (demand.skips(start, until)
                    || (exit && !among.canMove(who, until))
                    || wait + prices.atLeast[until] - prices.atLeast[start] >= least
                    || (!who.pinnedStartOn(start) && !among.canMove(who, start))) {
                continue;
            }
            long reached = nights(among, who, n, wait, least);
            if (reached < least) {
                least = reached;
                found = traced(who, start, until, reached);
            }
        }
        cost = found == null ? NONE : least - (long) dearer * (found.legs() - 1);
        return found;
    }

    /** Keeping to what people were told costs nothing; anything else costs for each of them. */
    private @Nullable Way withEarlier(Occupancy among, Traveller who, Demand demand, @Nullable Way found) {
        if (who.earlier == null) {
            return found;
        }
        AsTold.Kept kept = demand.any() ? null : asTold.kept(among, who, who.earlier);
        boolean changes = found != null && !found.sameNights(who.earlier);
        long changed = changes ? cost + who.changeCost : cost;
        if (kept != null && kept.cost() <= changed) {
            cost = kept.cost();
            return kept.way();
        }
        cost = found == null ? NONE : changed;
        return found == null || !changes
                ? found
                : new Way(found.houses(), found.from(), found.until(), found.fixed() + who.changeCost);
    }

    /**
     * Fills {@link #best} from one first night on.
     *
     * @param under what it has to cost less than: where that is out of reach, it is given up
     * @return the least cost of being there until the end, or {@link #NONE}
     */
    private long nights(Occupancy among, Traveller who, int n, long wait, long under) {
        int start = who.starts[n];
        int until = who.untils[n];
        for (int house : who.houses) {
            head[house] = 0;
            tail[house] = 0;
            sum[start * width + house] = 0;
            entry[start * width + house] = wait;
            entryFrom[start * width + house] = -1;
            push(house, start);
        }
        for (int morning = start + 1; morning <= until; morning++) {
            int mark = who.boundary == null ? 0 : who.boundary[morning];
            long reached = arrive(who, morning, mark);
            if (reached + prices.atLeast[until] - prices.atLeast[morning] >= under) {
                return NONE;
            }
            if (mark < 0 || morning == until) {
                continue;
            }
            if (mark > 0) {
                for (int house : who.houses) {
                    head[house] = tail[house];
                }
            }
            boolean pinned = who.pinnedStartOn(morning);
            boolean moves = pinned || (morning >= ground.situation.today() && among.canMove(who, morning));
            if (moves) {
                moveOn(who, morning);
            }
        }
        long least = NONE;
        for (int house : who.houses) {
            least = Math.min(least, best[until * width + house]);
        }
        return least;
    }

    /** Ends legs on this morning, where one may end; the least cost of having slept somewhere until now. */
    private long arrive(Traveller who, int morning, int mark) {
        long least = NONE;
        for (int house : who.houses) {
            int cell = morning * width + house;
            int night = cell - width;
            best[cell] = NONE;
            if (price[night] < 0) {
                head[house] = tail[house];
                sum[cell] = sum[night];
                continue;
            }
            sum[cell] = sum[night] + price[night];
            int row = house * (ground.nights + 1);
            while (head[house] < tail[house] && window[row + head[house]] < morning - ground.mostNights[house]) {
                head[house]++;
            }
            if (head[house] == tail[house]) {
                continue;
            }
            int began = window[row + head[house]];
            long reached = sum[cell] + entry[began * width + house] - sum[began * width + house];
            least = Math.min(least, reached);
            if (mark >= 0) {
                best[cell] = reached;
                legStart[cell] = began;
            }
        }
        return least;
    }

    /** Begins legs on this morning, each from the cheapest other house to come from. */
    private void moveOn(Traveller who, int morning) {
        int row = morning * width;
        cheapestByRegion(who, row);
        for (int house : who.houses) {
            int cell = row + house;
            if (price[cell] < 0) {
                continue;
            }
            long least = NONE;
            int came = -1;
            int[] hours = ground.travel[ground.region[house]];
            for (int r = 0; r < hours.length; r++) {
                int other = nearest[r] == house ? second[r] : nearest[r];
                if (other >= 0 && best[row + other] + hours[r] < least) {
                    least = best[row + other] + hours[r];
                    came = other;
                }
            }
            if (came >= 0) {
                entry[cell] = least + moveCost;
                entryFrom[cell] = came;
                push(house, morning);
            }
        }
    }

    /** Of each region the two houses in which it was cheapest to have slept until now: a way never comes from itself. */
    private void cheapestByRegion(Traveller who, int row) {
        Arrays.fill(nearest, -1);
        Arrays.fill(second, -1);
        for (int house : who.houses) {
            long there = best[row + house];
            int r = ground.region[house];
            if (there >= NONE) {
                continue;
            }
            if (nearest[r] < 0 || there < best[row + nearest[r]]) {
                second[r] = nearest[r];
                nearest[r] = house;
            } else if (second[r] < 0 || there < best[row + second[r]]) {
                second[r] = house;
            }
        }
    }

    /** Keeps the window's starts in order of what they cost before the nights, cheapest first. */
    private void push(int house, int morning) {
        if (price[morning * width + house] < 0) {
            return;
        }
        int row = house * (ground.nights + 1);
        long value = entry[morning * width + house] - sum[morning * width + house];
        while (head[house] < tail[house]) {
            int last = window[row + tail[house] - 1];
            if (entry[last * width + house] - sum[last * width + house] < value) {
                break;
            }
            tail[house]--;
        }
        window[row + tail[house]++] = morning;
    }

    private Way traced(Traveller who, int start, int until, long reached) {
        int house = -1;
        for (int each : who.houses) {
            if (best[until * width + each] == reached) {
                house = each;
                break;
            }
        }
        int legs = 0;
        int[] houses = new int[until - start];
        int[] from = new int[until - start];
        for (int morning = until; ; legs++) {
            int began = legStart[morning * width + house];
            houses[legs] = house;
            from[legs] = began;
            int came = entryFrom[began * width + house];
            if (came < 0) {
                break;
            }
            morning = began;
            house = came;
        }
        int[] inOrder = new int[legs + 1];
        int[] starts = new int[legs + 1];
        for (int n = 0; n <= legs; n++) {
            inOrder[n] = houses[legs - n];
            starts[n] = from[legs - n];
        }
        Way way = new Way(inOrder, starts, until, 0);
        return new Way(inOrder, starts, until, AsTold.fixed(ground, who, way));
    }
}
