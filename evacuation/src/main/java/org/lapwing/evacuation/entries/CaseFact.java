// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.entries;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lapwing.entry.Id;
import org.lapwing.entry.Slot;
import org.lapwing.evacuation.Apart;
import org.lapwing.evacuation.Days;
import org.lapwing.evacuation.Household;

/** About people who must be moved. */
public sealed interface CaseFact extends MovingFact {
    /** Lists are sorted, so that the same needs are the same bytes. */
    record Needs(
            List<String> languages,
            List<String> medical,
            boolean stepFree,
            List<String> forbiddenRegions,
            Optional<String> escortGender) {}

    record Pathway(String name, List<String> requires, LocalDate opens, LocalDate closes, boolean accompanied) {}

    /** @param days from {@code counted} on */
    record Awaited(String document, Days days, LocalDate counted) {}

    /** A household is known, or known better: the latest description holds. Vetting and minors' path are apart. */
    record HouseholdDescribed(
            @Slot(0) Id household,
            @Slot(1) String codeName,
            @Slot(2) Household.People people,
            @Slot(3) LocalDate ready,
            @Slot(4) LocalDate latest,
            @Slot(5) Days stay,
            @Slot(6) int urgency,
            @Slot(7) int risk,
            @Slot(8) Needs needs,
            @Slot(9) List<String> documents,
            @Slot(10) List<Awaited> awaited,
            @Slot(11) Optional<Pathway> pathway)
            implements CaseFact {
        @Override
        public List<Id> subjects() {
            return List.of(household);
        }
    }

    /**
     * Two decided on the channel check, the call back, the referee and what did not fit.
     *
     * @param expected first night for which clearing is expected, where it is not done
     */
    record VettingDecided(
            @Slot(0) Id household,
            @Slot(1) boolean cleared,
            @Slot(2) Optional<LocalDate> expected,
            @Slot(3) List<String> deciders,
            @Slot(4) String reasons)
            implements CaseFact {
        @Override
        public List<Id> subjects() {
            return List.of(household);
        }
    }

    /** The separate path of somebody under 18 or of unknown age. */
    record MinorsPathSet(
            @Slot(0) Id household,
            @Slot(1) String lead,
            @Slot(2) String opinion,
            @Slot(3) List<String> deciders) implements CaseFact {
        @Override
        public List<Id> subjects() {
            return List.of(household);
        }
    }

    /** Two households must not meet, from now on. */
    record ApartKept(
            @Slot(0) Id one,
            @Slot(1) Id other,
            @Slot(2) Apart.Kind kind,
            @Slot(3) String reasons) implements CaseFact {
        @Override
        public List<Id> subjects() {
            return List.of(one, other);
        }
    }

    /** The household needs no plan any more: it arrived, went on by itself, or asked to be left alone. */
    record CaseClosed(
            @Slot(0) Id household,
            @Slot(1) LocalDate day,
            @Slot(2) String reasons) implements CaseFact {
        @Override
        public List<Id> subjects() {
            return List.of(household);
        }
    }
}
