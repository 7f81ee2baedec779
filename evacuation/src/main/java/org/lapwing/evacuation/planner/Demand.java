// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import java.util.Set;

/**
 * What a question asks of a way.
 *
 * @param house that it sleeps in, or -1
 * @param night on that night
 * @param avoided houses that it never sleeps in
 * @param start its first night, or -1
 */
record Demand(int house, int night, Set<Integer> avoided, int start) {
    static final Demand NOTHING = new Demand(-1, -1, Set.of(), -1);

    boolean any() {
        return house >= 0 || !avoided.isEmpty() || start >= 0;
    }

    boolean allows(int house, int night) {
        return (night != this.night || house == this.house) && (avoided.isEmpty() || !avoided.contains(house));
    }

    /** Whether a way of these nights cannot be what is asked for. */
    boolean skips(int first, int until) {
        boolean underWay = night < 0 || (first <= night && night < until);
        return !underWay || (start >= 0 && first != start);
    }
}
