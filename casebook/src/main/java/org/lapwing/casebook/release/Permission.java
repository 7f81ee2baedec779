// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.release;

import java.util.List;
import org.lapwing.casebook.term.Refusal;
import org.lapwing.entry.Id;

/** The answer. */
public sealed interface Permission {
    /** @param consents those it leans on: if one of them is withdrawn, it ends */
    record Permitted(List<Id> consents) implements Permission {}

    /** Every reason, not only the first. */
    record Refused(List<Because> reasons) implements Permission {
        public boolean because(Refusal refusal) {
            return reasons.stream().anyMatch(each -> each.refusal() == refusal);
        }
    }

    /** @param whom the source or person that it concerns; by code name on every page */
    record Because(Refusal refusal, Id whom) {}

    default boolean permitted() {
        return this instanceof Permitted;
    }
}
