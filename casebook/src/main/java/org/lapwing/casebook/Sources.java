// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.fact.SourceFact.RetractionRecorded;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;
import org.lapwing.casebook.fact.SourceFact.SourceReliabilityJudged;
import org.lapwing.casebook.fact.SourceFact.SourceVerified;
import org.lapwing.entry.Id;

/** Who tells, and what is known of them by code name. */
public final class Sources {
    private final Casebook casebook;

    Sources(Casebook casebook) {
        this.casebook = casebook;
    }

    public record Source(
            Noted<SourceOpened> opened,
            Optional<Noted<SourceVerified>> verification,
            Optional<Noted<SourceReliabilityJudged>> reliability,
            List<Noted<RetractionRecorded>> retractions) {
        public Id id() {
            return opened.fact().source();
        }

        public String codeName() {
            return opened.fact().codeName();
        }

        /** A source whom nobody has verified counts for nothing above an allegation. */
        public boolean verified() {
            return verification.filter(each -> each.fact().verified()).isPresent();
        }

        /** A retraction within reach of the accused: a case is open, and nothing of this source is shared meanwhile. */
        public boolean frozen() {
            return retractions.stream().anyMatch(each -> each.fact().opensACase());
        }
    }

    public Optional<Source> source(Id source) {
        return casebook.about(source, SourceOpened.class).stream()
                .filter(each -> each.fact().source().equals(source))
                .findFirst()
                .map(opened -> new Source(
                        opened,
                        casebook.last(source, SourceVerified.class),
                        casebook.last(source, SourceReliabilityJudged.class),
                        casebook.about(source, RetractionRecorded.class)));
    }

    public Optional<Source> named(String codeName) {
        return casebook.named(SourceOpened.class, codeName)
                .flatMap(each -> source(each.fact().source()));
    }

    public List<Source> all() {
        return casebook.all(SourceOpened.class).stream()
                .flatMap(each -> source(each.fact().source()).stream())
                .toList();
    }

    /** The sources who are this person, under any of the person's merged names. */
    public List<Source> whoAre(Id person) {
        return casebook.people().sameAs(person).stream()
                .flatMap(id -> casebook.about(id, SourceOpened.class).stream()
                        .filter(each -> each.fact().person().equals(Optional.of(id))))
                .flatMap(each -> source(each.fact().source()).stream())
                .toList();
    }
}
