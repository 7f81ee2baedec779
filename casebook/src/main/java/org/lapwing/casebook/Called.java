// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.util.List;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.PlaceFact.PlaceOpened;
import org.lapwing.casebook.fact.PlaceFact.UnitOpened;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;

/** By which names something is found that begins with a fact. */
final class Called {
    private Called() {}

    static List<String> names(Fact fact) {
        return switch (fact) {
            case PersonOpened person -> List.of(person.codeName());
            case SourceOpened source -> List.of(source.codeName());
            case PlaceOpened place -> place.names();
            case UnitOpened unit -> unit.names();
            default -> List.of();
        };
    }
}
