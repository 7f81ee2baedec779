// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a search found, best first in each matter.
 *
 * @param keys as many as were wanted
 * @param counts how many there are in all
 */
record Found(Map<Matter, List<Key>> keys, Map<Matter, Integer> counts) {
    static Found nothing() {
        return new Found(new EnumMap<>(Matter.class), new EnumMap<>(Matter.class));
    }

    int all() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    int count(Matter matter) {
        return counts.getOrDefault(matter, 0);
    }

    Found and(Found other) {
        Found both = nothing();
        both.keys.putAll(keys);
        both.keys.putAll(other.keys);
        both.counts.putAll(counts);
        both.counts.putAll(other.counts);
        return both;
    }
}
