// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.accounts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lapwing.casebook.Accounts.Account;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.ReleasedFact.DossierPublished;
import org.lapwing.casebook.weigh.Reopening;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;

/**
 * What rests on a source, and what of it has left the house.
 *
 * @param released sealed, where the reader does not hold what was published
 */
public record Touched(List<Leaning> findings, Optional<List<Left>> released) {
    /** @param reopened whether something has happened since its second reading */
    public record Leaning(Finding finding, boolean reopened) {}

    /** @param to the body's name */
    public record Left(DossierPublished dossier, String to) {}

    static Touched by(View view, Id source) {
        Casebook casebook = view.casebook();
        List<Id> accounts =
                casebook.accounts().of(source).stream().map(Account::id).toList();
        List<Leaning> findings = accounts.stream()
                .flatMap(account -> casebook.claims().of(account).stream())
                .flatMap(claim -> casebook.findings().leaningOn(claim.id()).stream())
                .collect(Collectors.toMap(Finding::id, each -> each, (one, same) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .map(finding -> new Leaning(
                        finding, !Reopening.causes(casebook, finding).isEmpty()))
                .toList();
        Optional<List<Left>> released = view.holds(Compartment.RELEASED)
                ? Optional.of(accounts.stream()
                        .flatMap(account -> casebook.about(account, DossierPublished.class).stream())
                        .map(Noted::fact)
                        .distinct()
                        .map(dossier -> new Left(
                                dossier,
                                casebook.group()
                                        .body(dossier.body())
                                        .map(body -> body.fact().name())
                                        .orElse("?")))
                        .toList())
                : Optional.empty();
        return new Touched(findings, released);
    }
}
