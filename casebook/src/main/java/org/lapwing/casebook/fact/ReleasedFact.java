// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.entry.Id;
import org.lapwing.entry.Slot;

/** What was published, to whom. */
public sealed interface ReleasedFact extends Fact {
    /** A version of a finding as it was released. */
    record FindingVersion(Id finding, int version) implements Mentions.Mentioning {
        @Override
        public Object mentioned() {
            return finding;
        }
    }

    /**
     * A package left the house.
     *
     * @param sha256 of the package
     * @param accounts whose words or facts it carries
     * @param refused how many rows consent kept out
     */
    record DossierPublished(
            @Slot(0) Id dossier,
            @Slot(1) List<FindingVersion> findings,
            @Slot(2) List<Id> accounts,
            @Slot(3) Id body,
            @Slot(4) Purpose purpose,
            @Slot(5) LocalDate day,
            @Slot(6) String sha256,
            @Slot(7) int rows,
            @Slot(8) int refused)
            implements ReleasedFact {
        public DossierPublished {
            findings = List.copyOf(findings);
            accounts = List.copyOf(accounts);
        }

        @Override
        public List<Id> subjects() {
            return List.of(dossier);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(dossier, findings, accounts, body);
        }
    }

    /** A recipient was told that something it holds was withdrawn or changed. */
    record RecipientInformed(
            @Slot(0) Id dossier,
            @Slot(1) Id body,
            @Slot(2) LocalDate day,
            @Slot(3) String words) implements ReleasedFact {
        @Override
        public List<Id> subjects() {
            return List.of(dossier);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(dossier, body);
        }
    }
}
