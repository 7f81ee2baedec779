// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import java.util.Arrays;

/**
 * One household's nights: leg {@code n} sleeps in {@code houses[n]} from {@code from[n]} until the next one's start, the
 * last until {@code until}. Arrays are never changed once they are here.
 *
 * @param fixed what it costs whoever else is placed: all but crowding
 */
record Way(int[] houses, int[] from, int until, long fixed) {

    int legs() {
        return houses.length;
    }

    int start() {
        return from[0];
    }

    int end(int leg) {
        return leg + 1 < from.length ? from[leg + 1] : until;
    }

    boolean sameNights(Way other) {
        return until == other.until && Arrays.equals(houses, other.houses) && Arrays.equals(from, other.from);
    }
}
