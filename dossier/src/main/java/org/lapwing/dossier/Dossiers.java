// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.fact.GroupFact.BodyRecorded;
import org.lapwing.casebook.fact.ReleasedFact.FindingVersion;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.Id;

/**
 * From reviewed findings to what may be said of them to one body. A pure function: the same casebook, request and
 * generator in the same state give the same answer, and nothing is written.
 */
public final class Dossiers {
    private Dossiers() {}

    /**
     * Prepares a release.
     *
     * @param today on which consents must hold
     * @param random where fresh names and orders come from; a secure one, because they must not be guessed
     */
    public static Prepared prepare(Casebook casebook, Release release, LocalDate today, RandomGenerator random) {
        List<Obstacle> obstacles = new ArrayList<>();
        Optional<Noted<BodyRecorded>> body = casebook.group().body(release.body());
        if (body.isEmpty()) {
            obstacles.add(new Obstacle.NotHere(release.body()));
        }
        if (!release.purpose().releases()) {
            obstacles.add(new Obstacle.KeptInside(release.purpose()));
        }
        List<Finding> findings = new ArrayList<>();
        for (Id id : release.findings()) {
            casebook.findings()
                    .finding(id)
                    .ifPresentOrElse(findings::add, () -> obstacles.add(new Obstacle.NotHere(id)));
        }
        if (!obstacles.isEmpty() || body.isEmpty() || findings.isEmpty()) {
            return new Prepared.NotPublishable(obstacles);
        }
        shuffle(findings, random);
        return prepared(new Desk(casebook, release, today, random), body.get().fact(), findings);
    }

    /** The entry that holds a finding's sentence: what a {@link Release.Rewording} of the sentence names. */
    public static Id sentenceOf(Finding finding) {
        return ChapterWriter.sentenceEntry(finding);
    }

    /** What every finding of one preparation shares. */
    record Desk(Casebook casebook, Release release, LocalDate today, RandomGenerator random) {}

    private static Prepared prepared(Desk desk, BodyRecorded body, List<Finding> findings) {
        List<Obstacle> obstacles = new ArrayList<>();
        FreshNames names = new FreshNames(desk.casebook(), desk.random());
        Sifting sifting = new Sifting(desk);
        List<Sifting.Sifted> sifted = findings.stream().map(sifting::sift).toList();
        sifted.forEach(each -> obstacles.addAll(each.obstacles()));
        if (!obstacles.isEmpty()) {
            return new Prepared.NotPublishable(obstacles);
        }
        List<Chapter> chapters = new ArrayList<>();
        List<Proof> proofs = new ArrayList<>();
        for (Sifting.Sifted each : sifted) {
            Redaction redaction = new Redaction(desk.release(), names, each.coarser(), sifting::mayAppear);
            ChapterWriter.Written written = new ChapterWriter(desk, names, redaction).write(each, chapters.size());
            chapters.add(written.chapter());
            proofs.addAll(written.proofs());
        }
        Dossier dossier = new Dossier(
                desk.release().day(),
                body.name(),
                desk.release().purpose(),
                desk.release().tongues(),
                chapters,
                desk.release().exhibits(),
                numbered(proofs, desk.random()));
        Redaction guard = new Redaction(desk.release(), names, Map.of(), any -> false);
        if (guard.leaks(CanonicalJson.text(dossier.toJson()))) {
            return new Prepared.NotPublishable(List.of(new Obstacle.NameLeft()));
        }
        return ready(desk.release(), dossier, sifted);
    }

    private static Prepared ready(Release release, Dossier dossier, List<Sifting.Sifted> sifted) {
        return new Prepared.Ready(
                dossier,
                release,
                sifted.stream().flatMap(each -> each.refused().stream()).toList(),
                sifted.stream()
                        .map(each -> new FindingVersion(
                                each.finding().id(), each.finding().version()))
                        .toList(),
                sifted.stream()
                        .flatMap(each -> each.permitted().stream())
                        .map(each -> each.claim().account())
                        .distinct()
                        .toList(),
                sifted.stream().mapToInt(each -> each.permitted().size()).sum());
    }

    /** Numbers drawn by lot, so that a file's name does not tell which entry came first. */
    private static List<Proof> numbered(List<Proof> proofs, RandomGenerator random) {
        List<Proof> drawn = new ArrayList<>(proofs);
        shuffle(drawn, random);
        List<Proof> numbered = new ArrayList<>();
        for (Proof each : drawn) {
            numbered.add(new Proof(numbered.size() + 1, each.entry(), each.kind(), each.shows()));
        }
        return numbered;
    }

    static <T> void shuffle(List<T> list, RandomGenerator random) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.nextInt(i + 1));
        }
    }
}
