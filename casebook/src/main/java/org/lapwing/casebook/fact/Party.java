// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

import org.lapwing.entry.Id;

/** Somebody in a claim: a person of the casebook, a unit, or somebody whom the account only describes. */
public sealed interface Party {
    record Known(Id person) implements Party, Mentions.Mentioning {
        @Override
        public Object mentioned() {
            return person;
        }
    }

    record OfUnit(Id unit) implements Party, Mentions.Mentioning {
        @Override
        public Object mentioned() {
            return unit;
        }
    }

    /** @param words such as "two men in black"; never a name */
    record Described(String words) implements Party {}
}
