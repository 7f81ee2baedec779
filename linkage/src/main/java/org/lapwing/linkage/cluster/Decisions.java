// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.cluster;

import java.util.HashSet;
import java.util.Set;

/**
 * What people decided about pairs of records: one person, or not. Taken in as data and never overruled; taking one back is
 * leaving it out. Records are numbers; a pair is packed as in {@link #pair}.
 *
 * @param same pairs that are one person
 * @param different pairs that are not
 */
public record Decisions(Set<Long> same, Set<Long> different) {

    public Decisions {
        same = Set.copyOf(same);
        different = Set.copyOf(different);
        Set<Long> both = new HashSet<>(same);
        both.retainAll(different);
        if (!both.isEmpty()) {
            throw new IllegalArgumentException("one pair is decided both ways");
        }
    }

    public static Decisions none() {
        return new Decisions(Set.of(), Set.of());
    }

    public static long pair(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    boolean isEmpty() {
        return same.isEmpty() && different.isEmpty();
    }
}
