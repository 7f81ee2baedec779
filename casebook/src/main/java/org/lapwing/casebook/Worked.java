// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What was worked out once of facts that never change: it lives beside them, is shared by all who read them, and goes with
 * them. Safe for several threads.
 */
final class Worked {
    private final Map<Object, Object> known = new ConcurrentHashMap<>();

    /** @param what it is, the same for the same way of working it out */
    @SuppressWarnings("unchecked")
    <T> T out(Object what, Supplier<T> way) {
        Object found = known.get(what);
        if (found == null) {
            // two readers may work at once; the first to finish is kept
            T made = way.get();
            Object first = known.putIfAbsent(what, made);
            found = first == null ? made : first;
        }
        return (T) found;
    }
}
