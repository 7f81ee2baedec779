// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.casebook.term.Access;
import org.lapwing.casebook.term.ActType;
import org.lapwing.casebook.term.ClaimKind;
import org.lapwing.casebook.term.FateKind;
import org.lapwing.casebook.term.Method;
import org.lapwing.casebook.term.TellerCertainty;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;
import org.lapwing.entry.Slot;

/** What an account asserts. */
public sealed interface ClaimFact extends CaseFact {
    /** What a claim asserts, whether first coded or corrected. */
    Id claim();

    /** A claim, read from a stretch of an account. Each part of it has a slot of its own, so that one can be proven without the others. */
    record ClaimCoded(
            @Slot(0) Id claim,
            @Slot(1) Id account,
            @Slot(2) Excerpt excerpt,
            @Slot(3) ClaimKind kind,
            @Slot(4) Optional<ActType> act,
            @Slot(5) List<Method> methods,
            @Slot(6) Optional<FateKind> fate,
            @Slot(7) List<Part> by,
            @Slot(8) List<Part> to,
            @Slot(9) Optional<Where> where,
            @Slot(10) Optional<Edtf> when,
            @Slot(11) Access access,
            @Slot(12) Optional<Id> heardFrom,
            @Slot(13) Optional<Id> derivedFrom,
            @Slot(14) Optional<TellerCertainty> certainty,
            @Slot(15) Optional<Text> ground,
            @Slot(16) Optional<String> note)
            implements ClaimFact {
        public ClaimCoded {
            methods = List.copyOf(methods);
            by = List.copyOf(by);
            to = List.copyOf(to);
            // Refuses what no coding may say.
            var _ = new Coding(
                    kind,
                    act,
                    methods,
                    fate,
                    by,
                    to,
                    where,
                    when,
                    access,
                    heardFrom,
                    derivedFrom,
                    certainty,
                    ground,
                    note);
        }

        /** What it asserts, as one value. */
        public Coding coding() {
            return new Coding(
                    kind,
                    act,
                    methods,
                    fate,
                    by,
                    to,
                    where,
                    when,
                    access,
                    heardFrom,
                    derivedFrom,
                    certainty,
                    ground,
                    note);
        }

        public static ClaimCoded of(Id claim, Id account, Excerpt excerpt, Coding coding) {
            return new ClaimCoded(
                    claim,
                    account,
                    excerpt,
                    coding.kind(),
                    coding.act(),
                    coding.methods(),
                    coding.fate(),
                    coding.by(),
                    coding.to(),
                    coding.where(),
                    coding.when(),
                    coding.access(),
                    coding.heardFrom(),
                    coding.derivedFrom(),
                    coding.certainty(),
                    coding.ground(),
                    coding.note());
        }

        @Override
        public List<Id> subjects() {
            return List.of(claim);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(claim, account, excerpt instanceof Mentions.Mentioning file ? file : Set.of(), coding());
        }
    }

    /** The coding was wrong or the teller corrected it; the former coding stays readable. */
    record ClaimCorrected(
            @Slot(0) Id claim,
            @Slot(1) String reasons,
            @Slot(2) Optional<Excerpt> excerpt,
            @Slot(3) ClaimKind kind,
            @Slot(4) Optional<ActType> act,
            @Slot(5) List<Method> methods,
            @Slot(6) Optional<FateKind> fate,
            @Slot(7) List<Part> by,
            @Slot(8) List<Part> to,
            @Slot(9) Optional<Where> where,
            @Slot(10) Optional<Edtf> when,
            @Slot(11) Access access,
            @Slot(12) Optional<Id> heardFrom,
            @Slot(13) Optional<Id> derivedFrom,
            @Slot(14) Optional<TellerCertainty> certainty,
            @Slot(15) Optional<Text> ground,
            @Slot(16) Optional<String> note)
            implements ClaimFact {
        public ClaimCorrected {
            methods = List.copyOf(methods);
            by = List.copyOf(by);
            to = List.copyOf(to);
            // Refuses what no coding may say.
            var _ = new Coding(
                    kind,
                    act,
                    methods,
                    fate,
                    by,
                    to,
                    where,
                    when,
                    access,
                    heardFrom,
                    derivedFrom,
                    certainty,
                    ground,
                    note);
        }

        /** What it asserts, as one value. */
        public Coding coding() {
            return new Coding(
                    kind,
                    act,
                    methods,
                    fate,
                    by,
                    to,
                    where,
                    when,
                    access,
                    heardFrom,
                    derivedFrom,
                    certainty,
                    ground,
                    note);
        }

        public static ClaimCorrected of(Id claim, String reasons, Coding coding) {
            return of(claim, reasons, Optional.empty(), coding);
        }

        /** @param excerpt other words than before, where the claim pointed at the wrong ones */
        public static ClaimCorrected of(Id claim, String reasons, Optional<Excerpt> excerpt, Coding coding) {
            return new ClaimCorrected(
                    claim,
                    reasons,
                    excerpt,
                    coding.kind(),
                    coding.act(),
                    coding.methods(),
                    coding.fate(),
                    coding.by(),
                    coding.to(),
                    coding.where(),
                    coding.when(),
                    coding.access(),
                    coding.heardFrom(),
                    coding.derivedFrom(),
                    coding.certainty(),
                    coding.ground(),
                    coding.note());
        }

        @Override
        public List<Id> subjects() {
            return List.of(claim);
        }

        @Override
        public Set<Id> mentions() {
            return Mentions.of(claim, excerpt.filter(Mentions.Mentioning.class::isInstance), coding());
        }
    }

    /** A claim no longer stands: by the teller in freedom, or because it was coded in error. */
    record ClaimWithdrawn(@Slot(0) Id claim, @Slot(1) String reasons) implements ClaimFact {
        @Override
        public List<Id> subjects() {
            return List.of(claim);
        }
    }
}
