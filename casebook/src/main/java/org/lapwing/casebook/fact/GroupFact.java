// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.term.BodyKind;
import org.lapwing.casebook.term.NameReceiver;
import org.lapwing.casebook.term.Standard;
import org.lapwing.entry.Id;
import org.lapwing.entry.Slot;

/** The group itself: its members by code name, the bodies it writes to. */
public sealed interface GroupFact extends CaseFact {
    /** A member, by the code name that others see. */
    record MemberNoted(
            @Slot(0) Id member,
            @Slot(1) String codeName,
            @Slot(2) List<String> languages) implements GroupFact {
        public MemberNoted {
            languages = List.copyOf(languages);
        }

        @Override
        public List<Id> subjects() {
            return List.of(member);
        }
    }

    /**
     * Who may be told, and what becomes of a name there. Consent wording is made from it.
     *
     * @param publishes whether what it receives may become public
     * @param disclosesToDefence whether the defence of the accused may read it
     * @param daysToAnswer its usual deadline, if it has one
     */
    record BodyRecorded(
            @Slot(0) Id body,
            @Slot(1) String name,
            @Slot(2) BodyKind kind,
            @Slot(3) List<String> requiredFields,
            @Slot(4) NameReceiver nameReceiver,
            @Slot(5) boolean publishes,
            @Slot(6) boolean disclosesToDefence,
            @Slot(7) String language,
            @Slot(8) Optional<Integer> daysToAnswer,
            @Slot(9) Standard standard)
            implements GroupFact {
        public BodyRecorded {
            requiredFields = List.copyOf(requiredFields);
        }

        @Override
        public List<Id> subjects() {
            return List.of(body);
        }
    }
}
