// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Findings.WeighedClaim;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.release.Ask;
import org.lapwing.casebook.release.Consent;
import org.lapwing.casebook.release.Permission;
import org.lapwing.casebook.release.What;
import org.lapwing.casebook.term.CheckItem;
import org.lapwing.casebook.term.DetailKind;
import org.lapwing.casebook.weigh.Exposure;
import org.lapwing.casebook.weigh.ProofChecklist;
import org.lapwing.entry.Id;

/**
 * What of a finding may go in: consent for each claim and each person, the checklist, the crowd behind each detail. Used
 * within one preparation, by one thread.
 */
final class Sifting {
    private final Casebook casebook;
    private final Release release;
    private final Dossiers.Desk desk;
    private final Map<Id, Boolean> appears = new HashMap<>();
    /** Sources who are quoted, and the persons they are. */
    private final Set<Id> tellers = new HashSet<>();

    Sifting(Dossiers.Desk desk) {
        this.desk = desk;
        this.casebook = desk.casebook();
        this.release = desk.release();
    }

    /**
     * A finding sifted.
     *
     * @param permitted claims whose tellers and subjects allow it
     * @param details what the exposure check says of each detail
     */
    record Sifted(
            Finding finding,
            ProofChecklist checklist,
            List<WeighedClaim> permitted,
            List<Prepared.Row> refused,
            List<Exposure.Checked> details,
            List<Obstacle> obstacles) {
        /** Phrases that must not stand, with what may be said instead. */
        Map<String, String> coarser() {
            var phrases = new HashMap<String, String>();
            details.stream()
                    .filter(each -> each.detail().kind() != DetailKind.TIME)
                    .forEach(each -> each.released()
                            .filter(said -> !said.equals(each.detail().phrase()))
                            .ifPresent(said -> phrases.put(each.detail().phrase(), said)));
            return phrases;
        }

        Optional<Exposure.Checked> detail(DetailKind kind, String phrase) {
            return details.stream()
                    .filter(each -> each.detail().equals(new Exposure.Detail(kind, phrase)))
                    .findFirst();
        }
    }

    Sifted sift(Finding finding) {
        List<Obstacle> obstacles = new ArrayList<>();
        ProofChecklist checklist = ProofChecklist.of(casebook, finding, release.rules());
        checklist.open().stream()
                .filter(line -> line.item() != CheckItem.EXPOSURE)
                .forEach(line -> obstacles.add(new Obstacle.ChecklistOpen(finding.id(), line.item(), line.about())));
        List<WeighedClaim> permitted = new ArrayList<>();
        List<Prepared.Row> refused = new ArrayList<>();
        for (WeighedClaim each : finding.claims()) {
            Claim claim = each.claim();
            switch (Consent.permits(casebook, ask(new What.OfClaim(claim.id())))) {
                case Permission.Permitted _ -> {
                    permitted.add(each);
                    quoted(claim.source());
                }
                case Permission.Refused(var because) ->
                    refused.add(new Prepared.Row(finding.id(), claim.id(), claim.account(), because));
            }
        }
        subjects(finding, obstacles);
        finding.place()
                .flatMap(place -> casebook.places().place(place))
                .filter(place -> !place.opened().fact().sort().exportable())
                .ifPresent(place -> obstacles.add(new Obstacle.PlaceNeverLeaves(finding.id(), place.id())));
        List<Exposure.Checked> details = Exposure.check(
                casebook, finding, quotes(permitted), release.rules().crowd());
        details.stream()
                .filter(Exposure.Checked::held)
                .forEach(each -> obstacles.add(new Obstacle.DetailHeld(finding.id(), each.detail(), each.offered())));
        sentence(finding, details).ifPresent(obstacles::add);
        return new Sifted(finding, checklist, permitted, refused, details, obstacles);
    }

    private void quoted(Id source) {
        tellers.add(source);
        casebook.sources()
                .source(source)
                .flatMap(opened -> opened.opened().fact().person())
                .ifPresent(person -> tellers.addAll(casebook.people().sameAs(person)));
    }

    private Ask ask(What what) {
        return Ask.of(what, release.purpose(), desk.today()).to(release.body()).without(release.removed());
    }

    private void subjects(Finding finding, List<Obstacle> obstacles) {
        List<Permission.Because> because = finding.about().stream()
                .flatMap(person -> Consent.permits(casebook, ask(new What.OfPerson(person)))
                                instanceof Permission.Refused(var reasons)
                        ? reasons.stream()
                        : Stream.empty())
                .toList();
        if (!because.isEmpty()) {
            obstacles.add(new Obstacle.SubjectRefused(finding.id(), because));
        }
    }

    /** Every run of people's words that would stand in the package, translations included. */
    private List<String> quotes(List<WeighedClaim> permitted) {
        return permitted.stream()
                .map(WeighedClaim::claim)
                .flatMap(claim -> told(casebook, claim).stream()
                        .flatMap(told -> Stream.concat(
                                Stream.of(release.rewording(claim.id(), told.language())
                                        .orElse(told)),
                                release.translations(claim.id(), told.language()).stream())))
                .map(Text::words)
                .distinct()
                .toList();
    }

    /** The words that a claim was read from. */
    static Optional<Text> told(Casebook casebook, Claim claim) {
        return casebook.accounts()
                .words(claim.account(), claim.excerpt())
                .flatMap(words -> casebook.accounts()
                        .account(claim.account())
                        .flatMap(account -> account.workingCopy())
                        .map(copy -> new Text(words, copy.fact().words().language())));
    }

    /** A coarser period is in vain while the sentence still tells the finer one. */
    private Optional<Obstacle> sentence(Finding finding, List<Exposure.Checked> details) {
        boolean coarser = details.stream()
                .filter(each -> each.detail().kind() == DetailKind.TIME)
                .anyMatch(each -> each.released()
                        .filter(said -> !said.equals(each.detail().phrase()))
                        .isPresent());
        Id entry = ChapterWriter.sentenceEntry(finding);
        boolean reworded =
                release.rewording(entry, finding.proposition().language()).isPresent();
        return coarser && !reworded ? Optional.of(new Obstacle.SentenceTellsMore(finding.id())) : Optional.empty();
    }

    /** Whether somebody may be told apart in this package: quoted in it, asked and agreed, or nobody who needs to be. */
    boolean mayAppear(Id whom) {
        return appears.computeIfAbsent(whom, this::agreed);
    }

    private boolean agreed(Id whom) {
        boolean removed = release.removed().contains(whom)
                || casebook.people().sameAs(whom).stream().anyMatch(release.removed()::contains);
        if (removed) {
            return false;
        }
        return tellers.contains(whom)
                || (casebook.people().person(whom).isPresent()
                        && Consent.permits(casebook, ask(new What.OfPerson(whom)))
                                .permitted());
    }
}
