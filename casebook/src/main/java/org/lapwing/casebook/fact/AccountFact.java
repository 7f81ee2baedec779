// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.casebook.term.AccountLabel;
import org.lapwing.casebook.term.Channel;
import org.lapwing.casebook.term.RenderingMethod;
import org.lapwing.casebook.term.Wording;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;
import org.lapwing.entry.Slot;

/** One telling and its working copies. */
public sealed interface AccountFact extends CaseFact {
    /** That the source told somebody before us: asked for first, so that nobody is made to tell it twice. */
    record EarlierTelling(String toWhom, Optional<Edtf> when, boolean mayWeRead) {}

    /**
     * One telling.
     *
     * @param told when, as far as known
     * @param interpreter "none", or the interpreter's code name
     * @param scriptRead whether the consent script was read
     * @param nextContact the day agreed, if any
     */
    record AccountTaken(
            @Slot(0) Id account,
            @Slot(1) Id source,
            @Slot(2) Channel channel,
            @Slot(3) Edtf told,
            @Slot(4) String language,
            @Slot(5) String setting,
            @Slot(6) String othersPresent,
            @Slot(7) Optional<Id> interviewer,
            @Slot(8) String interpreter,
            @Slot(9) boolean scriptRead,
            @Slot(10) Wording wording,
            @Slot(11) List<EarlierTelling> earlierTellings,
            @Slot(12) boolean copyWanted,
            @Slot(13) Optional<LocalDate> nextContact,
            @Slot(14) List<AccountLabel> labels,
            @Slot(15) Optional<Id> report)
            implements AccountFact {
        public AccountTaken {
            earlierTellings = List.copyOf(earlierTellings);
            labels = List.copyOf(labels);
        }

        @Override
        public List<Id> subjects() {
            return List.of(account);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(account, source, interviewer, report);
        }
    }

    /** An account was read back to its teller. */
    record AccountReadBack(
            @Slot(0) Id account,
            @Slot(1) LocalDate day,
            @Slot(2) Optional<String> corrections) implements AccountFact {
        @Override
        public List<Id> subjects() {
            return List.of(account);
        }
    }

    /** What a token in a working copy stands for: a person, a place or a contact. */
    record TokenMeant(String token, Optional<Id> meant) implements Mentions.Mentioning {
        @Override
        public Object mentioned() {
            return meant;
        }
    }

    /** A numbered working copy: the words with names replaced by tokens. What everyone else reads. */
    record WorkingCopyMade(
            @Slot(0) Id account,
            @Slot(1) int copy,
            @Slot(2) Text words,
            @Slot(3) List<TokenMeant> tokens) implements AccountFact {
        public WorkingCopyMade {
            tokens = List.copyOf(tokens);
        }

        @Override
        public List<Id> subjects() {
            return List.of(account);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(account, tokens);
        }
    }

    /**
     * A translation or transcript of a working copy.
     *
     * @param by the translator's or interpreter's code name
     */
    record RenderingMade(
            @Slot(0) Id rendering,
            @Slot(1) Id account,
            @Slot(2) int copy,
            @Slot(3) RenderingMethod method,
            @Slot(4) String by,
            @Slot(5) Text words,
            @Slot(6) List<String> disputedTerms)
            implements AccountFact {
        public RenderingMade {
            disputedTerms = List.copyOf(disputedTerms);
        }

        @Override
        public List<Id> subjects() {
            return List.of(rendering);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(rendering, account);
        }
    }

    /** The author of this entry checked a rendering against the words. */
    record RenderingChecked(
            @Slot(0) Id rendering,
            @Slot(1) boolean agrees,
            @Slot(2) Optional<String> notes) implements AccountFact {
        @Override
        public List<Id> subjects() {
            return List.of(rendering);
        }
    }
}
