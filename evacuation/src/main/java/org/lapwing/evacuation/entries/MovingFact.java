// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.entries;

import java.time.LocalDate;
import java.util.List;
import org.lapwing.entry.Draft;
import org.lapwing.entry.Family;
import org.lapwing.entry.Id;

/** One thing that happened to a case, a house, a helper or a plan; what an entry of this room says. */
public sealed interface MovingFact permits CaseFact, ShelterFact, PlanFact {
    /** In an entry's header. */
    String COMPARTMENT = "moving";

    Family<MovingFact> FAMILY = Family.of(MovingFact.class)
            .written(LocalDate.class, LocalDate::toString, LocalDate::parse)
            .build();

    /** What this changes: a page on one of these that was drawn earlier is stale. At most eight. */
    List<Id> subjects();

    /** @param shredKey of the household or place: its destruction erases all that was written under it */
    default Draft draft(Id shredKey) {
        return new Draft(
                FAMILY.kind(this), FAMILY.version(this), COMPARTMENT, subjects(), shredKey, FAMILY.write(this));
    }
}
