// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.entry.Json;

/**
 * What a package says, after everything that may not be said has been left out: no id, code name or number of the
 * casebook is in it. Pages and {@code dossier.json} are written from this value alone.
 *
 * @param recipient the body's name; what a body is called is no secret of the casebook
 * @param findings in fresh order
 * @param proofs what the log shows of their entries; the entries' ids stay in the house
 */
public record Dossier(
        LocalDate day,
        String recipient,
        Purpose purpose,
        List<Tongue> tongues,
        List<Chapter> findings,
        List<Exhibit> exhibits,
        List<Proof> proofs) {
    public Dossier {
        tongues = List.copyOf(tongues);
        findings = List.copyOf(findings);
        exhibits = List.copyOf(exhibits);
        proofs = List.copyOf(proofs);
        if (tongues.isEmpty() || findings.isEmpty()) {
            throw new DossierException("a dossier has a tongue and a finding at least");
        }
    }

    Json toJson() {
        return Json.tree(Map.of(
                "day", Json.of(day.toString()),
                "exhibits", Json.items(exhibits.stream().map(Exhibit::toJson).toList()),
                "findings", Json.items(findings.stream().map(ChapterJson::of).toList()),
                "format", Json.of("lapwing/dossier"),
                "proofs", Json.items(proofs.stream().map(Dossier::proof).toList()),
                "purpose", ChapterJson.term(purpose),
                "recipient", Json.of(recipient),
                "tongues",
                        Json.items(tongues.stream()
                                .map(tongue -> Json.of(tongue.code()))
                                .toList()),
                "version", Json.of(DossierPackage.VERSION)));
    }

    private static Json proof(Proof proof) {
        return Json.tree(Map.of(
                "kind", Json.of(proof.kind()),
                "number", Json.of(proof.number()),
                "shows",
                        Json.items(proof.shows().values().stream().map(Json::of).toList())));
    }
}
