// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

import java.util.Set;
import org.lapwing.entry.Id;

/** Where something happened, as far as the teller knows. */
public sealed interface Where extends Mentions.Mentioning {
    record At(Id place) implements Where {
        @Override
        public Object mentioned() {
            return place;
        }
    }

    /** @param words such as "a basement, some minutes from the market" */
    record Described(String words) implements Where {
        @Override
        public Object mentioned() {
            return Set.of();
        }
    }
}
