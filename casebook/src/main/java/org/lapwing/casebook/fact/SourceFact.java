// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.casebook.term.Control;
import org.lapwing.casebook.term.Reliability;
import org.lapwing.casebook.term.RetractionKind;
import org.lapwing.casebook.term.SourceKind;
import org.lapwing.casebook.term.VerifiedHow;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;
import org.lapwing.entry.Slot;

/** Who tells. */
public sealed interface SourceFact extends CaseFact {
    /**
     * A source, by code name.
     *
     * @param person the person of the casebook that this source is, where they tell of themselves
     * @param report the report by which they came
     * @param identity the record that custodians hold
     * @param safeContact rules for reaching them, without number or place
     */
    record SourceOpened(
            @Slot(0) Id source,
            @Slot(1) String codeName,
            @Slot(2) SourceKind kind,
            @Slot(3) List<String> languages,
            @Slot(4) Optional<Id> person,
            @Slot(5) Optional<Id> report,
            @Slot(6) Optional<Id> identity,
            @Slot(7) Optional<String> safeContact)
            implements SourceFact {
        public SourceOpened {
            languages = List.copyOf(languages);
        }

        @Override
        public List<Id> subjects() {
            return List.of(source);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(source, person, report, identity);
        }
    }

    /** Whether a source is who they say, as the author of this entry found. */
    record SourceVerified(
            @Slot(0) Id source,
            @Slot(1) boolean verified,
            @Slot(2) VerifiedHow how,
            @Slot(3) String reasons) implements SourceFact {
        @Override
        public List<Id> subjects() {
            return List.of(source);
        }
    }

    /** How reliable a source has been. */
    record SourceReliabilityJudged(
            @Slot(0) Id source,
            @Slot(1) Reliability grade,
            @Slot(2) String reasons) implements SourceFact {
        @Override
        public List<Id> subjects() {
            return List.of(source);
        }
    }

    /**
     * A source takes back. It never withdraws a claim by itself.
     *
     * @param control under whose control they spoke
     * @param whereTheyAre as far as known, without address
     */
    record RetractionRecorded(
            @Slot(0) Id retraction,
            @Slot(1) Id source,
            @Slot(2) RetractionKind kind,
            @Slot(3) String channel,
            @Slot(4) Control control,
            @Slot(5) Optional<String> whereTheyAre,
            @Slot(6) Optional<Edtf> when,
            @Slot(7) Optional<Text> words,
            @Slot(8) List<Id> accounts)
            implements SourceFact {
        public RetractionRecorded {
            accounts = List.copyOf(accounts);
        }

        /** Made within reach of the accused: itself an act. It opens a case and freezes what would be shared. */
        public boolean opensACase() {
            return control == Control.WITHIN_REACH_OF_ACCUSED;
        }

        @Override
        public List<Id> subjects() {
            return List.of(retraction, source);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(retraction, source, accounts);
        }
    }
}
