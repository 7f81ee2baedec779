// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.casebook.term.NameKind;
import org.lapwing.casebook.term.Script;
import org.lapwing.entry.Id;
import org.lapwing.entry.Slot;

/** Names of persons, one value at a time, each with who says it. */
public sealed interface NameFact extends Fact {
    /** One part of a name in one script. */
    record NameRecorded(
            @Slot(0) Id name,
            @Slot(1) Id person,
            @Slot(2) String value,
            @Slot(3) Script script,
            @Slot(4) NameKind kind,
            @Slot(5) Optional<Id> saidBy,
            @Slot(6) Optional<Id> account)
            implements NameFact {
        @Override
        public List<Id> subjects() {
            return List.of(person);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(name, person, saidBy, account);
        }
    }

    /** A member, the author of this entry, looked at one name for a minute. */
    record NameRevealed(@Slot(0) Id person, @Slot(1) String purpose) implements NameFact {
        @Override
        public List<Id> subjects() {
            return List.of(person);
        }
    }

    /**
     * A member, the author of this entry, asked who is called something. What they asked for is not written: it may be the
     * name of somebody who is not in the casebook.
     *
     * @param found whom they were shown, by code name; empty when nobody is called that
     */
    record NamesSought(
            @Slot(0) Id search,
            @Slot(1) String purpose,
            @Slot(2) List<Id> found) implements NameFact {
        public NamesSought {
            found = List.copyOf(found);
        }

        @Override
        public List<Id> subjects() {
            return List.of(search);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(search, found);
        }
    }
}
