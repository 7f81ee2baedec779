// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

import java.util.Set;
import org.lapwing.casebook.term.Role;
import org.lapwing.entry.Id;

/** Somebody with the part they had. */
public record Part(Party party, Role role) implements Mentions.Mentioning {
    public static Part of(Id person, Role role) {
        return new Part(new Party.Known(person), role);
    }

    public static Part ofUnit(Id unit, Role role) {
        return new Part(new Party.OfUnit(unit), role);
    }

    public static Part described(String words, Role role) {
        return new Part(new Party.Described(words), role);
    }

    @Override
    public Object mentioned() {
        return party instanceof Mentions.Mentioning mentioning ? mentioning.mentioned() : Set.of();
    }
}
