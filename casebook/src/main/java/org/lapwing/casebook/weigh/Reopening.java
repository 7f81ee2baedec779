// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.weigh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.EntryRef;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Findings.WeighedClaim;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.Sources;
import org.lapwing.casebook.fact.ConsentFact.ConsentWithdrawn;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.FindingFact.StandardProposed;
import org.lapwing.casebook.fact.PersonFact.ThreatNoted;
import org.lapwing.casebook.fact.SourceFact.RetractionRecorded;
import org.lapwing.casebook.fact.SourceFact.SourceVerified;
import org.lapwing.casebook.fact.WeighingFact.ClaimSetAside;
import org.lapwing.casebook.fact.WeighingFact.StatementWeighed;
import org.lapwing.casebook.term.ReopenedBy;
import org.lapwing.entry.Id;

/** What happened after the second reading that the reader could not know. */
public final class Reopening {
    private Reopening() {}

    /** @param about the claim, statement, source or person that it concerns */
    public record Cause(ReopenedBy by, Id about, EntryRef ref) {}

    /** Empty while nobody has reviewed this version, or nothing has changed since. */
    public static List<Cause> causes(Casebook casebook, Finding finding) {
        return finding.review()
                .map(review -> since(casebook, finding, review.ref().index()))
                .orElse(List.of());
    }

    private static List<Cause> since(Casebook casebook, Finding finding, long read) {
        Id id = finding.id();
        var causes = new ArrayList<Cause>();
        for (WeighedClaim weighed : finding.claims()) {
            Claim claim = weighed.claim();
            claim.corrections()
                    .forEach(each -> causes.add(new Cause(ReopenedBy.CLAIM_CORRECTED, claim.id(), each.ref())));
            claim.withdrawn()
                    .ifPresent(each -> causes.add(new Cause(ReopenedBy.CLAIM_WITHDRAWN, claim.id(), each.ref())));
            causes.add(new Cause(ReopenedBy.CLAIM_WEIGHED, claim.id(), weighed.weighed()));
            causes.addAll(ofSource(casebook, claim.source()));
            claim.coding().victims().forEach(person -> causes.addAll(withdrawals(casebook, person)));
        }
        gather(
                casebook,
                id,
                ClaimSetAside.class,
                causes,
                each -> new Cause(ReopenedBy.CLAIM_SET_ASIDE, each.fact().claim(), each.ref()));
        gather(
                casebook,
                id,
                StatementWeighed.class,
                causes,
                each -> new Cause(ReopenedBy.STATEMENT_WEIGHED, each.fact().statement(), each.ref()));
        gather(
                casebook,
                id,
                StandardProposed.class,
                causes,
                each -> new Cause(ReopenedBy.STANDARD_PROPOSED, id, each.ref()));
        finding.statements().stream()
                .filter(weighed -> !weighed.statement().bareDenial())
                .map(weighed -> weighed.statement().recorded())
                .forEach(each -> causes.add(
                        new Cause(ReopenedBy.STATEMENT_WEIGHED, each.fact().statement(), each.ref())));
        List<Cause> later = causes.stream()
                .filter(cause -> cause.ref().index() > read)
                .distinct()
                .sorted(Comparator.comparingLong(cause -> cause.ref().index()))
                .toList();
        // An erasure leaves no entry behind: it stays a cause until a member sets the claim aside.
        List<Cause> erased = finding.erased().stream()
                .map(each -> new Cause(ReopenedBy.ERASED, each.fact().claim(), each.ref()))
                .toList();
        return Stream.concat(erased.stream(), later.stream()).toList();
    }

    /** A retraction within reach of the accused opens a case and reopens nothing: it must not be worth forcing. */
    private static List<Cause> ofSource(Casebook casebook, Id source) {
        var causes = new ArrayList<Cause>(withdrawals(casebook, source));
        casebook.about(source, SourceVerified.class)
                .forEach(each -> causes.add(new Cause(ReopenedBy.VERIFICATION_CHANGED, source, each.ref())));
        casebook.about(source, RetractionRecorded.class).stream()
                .filter(each -> !each.fact().opensACase())
                .forEach(each -> causes.add(new Cause(ReopenedBy.SOURCE_TOOK_BACK, source, each.ref())));
        return causes;
    }

    /** Consent may have been given and taken back under a person, a name merged with it, or the source that they are. */
    private static List<Cause> withdrawals(Casebook casebook, Id subject) {
        Stream<Id> persons = Stream.concat(
                Stream.of(subject),
                casebook
                        .sources()
                        .source(subject)
                        .flatMap(source -> source.opened().fact().person())
                        .stream());
        return persons.flatMap(id -> casebook.people().sameAs(id).stream())
                .flatMap(id -> Stream.concat(
                        Stream.of(id), casebook.sources().whoAre(id).stream().map(Sources.Source::id)))
                .distinct()
                .flatMap(id -> casebook.about(id, ConsentWithdrawn.class).stream()
                        .filter(each -> each.fact().subject().equals(id)))
                .filter(each ->
                        casebook.about(each.fact().giver(), ThreatNoted.class).isEmpty())
                .map(each -> new Cause(ReopenedBy.CONSENT_WITHDRAWN, each.fact().subject(), each.ref()))
                .toList();
    }

    private static <F extends Fact> void gather(
            Casebook casebook,
            Id finding,
            Class<F> kind,
            List<Cause> into,
            java.util.function.Function<Noted<F>, Cause> cause) {
        casebook.about(finding, kind).forEach(each -> into.add(cause.apply(each)));
    }
}
