// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import org.lapwing.casebook.fact.Fact;
import org.lapwing.entry.Draft;
import org.lapwing.entry.Id;

/** Facts as drafts for the journal. */
public final class Drafts {
    private Drafts() {}

    /** @param shredKey the key of whoever {@link Owner#of} names */
    public static Draft draft(Fact fact, Id shredKey) {
        return new Draft(
                Casebook.FAMILY.kind(fact),
                Casebook.FAMILY.version(fact),
                fact.compartment().word(),
                fact.subjects(),
                shredKey,
                Casebook.FAMILY.write(fact));
    }
}
