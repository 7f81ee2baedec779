// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who accompanies, drives or hosts, by code name.
 *
 * @param gender {@code woman}, {@code man}, or empty where it is not said
 */
public record Helper(
        String name, Set<String> duties, List<Nights> free, Optional<String> gender, Set<String> languages) {
    public static final String ESCORT = "escort";

    public Helper {
        duties = Set.copyOf(duties);
        free = List.copyOf(free);
        languages = Set.copyOf(languages);
    }

    public boolean freeOn(int day) {
        return free.stream().anyMatch(each -> each.has(day));
    }
}
