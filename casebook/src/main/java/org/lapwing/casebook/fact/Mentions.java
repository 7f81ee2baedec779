// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.lapwing.entry.Id;

/** Gathers ids out of ids, optionals, collections and values that mention ids. */
final class Mentions {
    /** A value inside a fact that names something by id. */
    interface Mentioning {
        Object mentioned();
    }

    private Mentions() {}

    static Set<Id> of(Object... parts) {
        var ids = new LinkedHashSet<Id>();
        for (Object part : parts) {
            gather(part, ids);
        }
        return ids;
    }

    private static void gather(Object part, Set<Id> into) {
        switch (part) {
            case Id id -> into.add(id);
            case Optional<?> maybe -> maybe.ifPresent(value -> gather(value, into));
            case Collection<?> many -> many.forEach(value -> gather(value, into));
            case Mentioning value -> gather(value.mentioned(), into);
            default -> throw new CasebookException("a mention is an id or holds ids");
        }
    }
}
