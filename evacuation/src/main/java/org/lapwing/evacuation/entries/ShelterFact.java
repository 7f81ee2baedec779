// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.entries;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lapwing.entry.Id;
import org.lapwing.entry.Slot;
import org.lapwing.evacuation.House;

/** About places and people who help. */
public sealed interface ShelterFact extends MovingFact {
    /** Nights from the first until the morning after the last. */
    record Spell(LocalDate from, LocalDate until) {}

    record BedChange(Spell spell, int beds) {}

    record Offers(
            List<String> languages, House.Admits admits, boolean children, boolean stepFree, List<String> medical) {}

    /** A house is offered, or what it offers changed: the latest description holds. */
    record HouseDescribed(
            @Slot(0) Id house,
            @Slot(1) String codeName,
            @Slot(2) int beds,
            @Slot(3) List<BedChange> changes,
            @Slot(4) List<Spell> closed,
            @Slot(5) String region,
            @Slot(6) Offers offers,
            @Slot(7) boolean firstPlace,
            @Slot(8) int mostNights,
            @Slot(9) int exposure)
            implements ShelterFact {
        @Override
        public List<Id> subjects() {
            return List.of(house);
        }
    }

    /** A house can no longer be used; it stays known, because people know it. */
    record HouseLost(
            @Slot(0) Id house,
            @Slot(1) LocalDate from,
            @Slot(2) String reasons) implements ShelterFact {
        @Override
        public List<Id> subjects() {
            return List.of(house);
        }
    }

    /** Somebody helps, or on other days: the latest description holds. */
    record HelperDescribed(
            @Slot(0) Id helper,
            @Slot(1) String codeName,
            @Slot(2) List<String> duties,
            @Slot(3) List<Spell> free,
            @Slot(4) Optional<String> gender,
            @Slot(5) List<String> languages)
            implements ShelterFact {
        @Override
        public List<Id> subjects() {
            return List.of(helper);
        }
    }
}
