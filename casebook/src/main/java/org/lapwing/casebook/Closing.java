// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.ReleasedFact.DossierPublished;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;
import org.lapwing.entry.Id;

/**
 * What forgetting a source, or a report that became none, closes over, shown before it is done.
 *
 * @param owners whose shred keys are to be destroyed: the source, the reports it came by, persons whom nothing else names
 * @param accounts that go with it
 * @param findings that leaned on it and will be read again
 * @param released packages that already left and cannot be recalled
 */
public record Closing(
        List<Owner> owners,
        List<Id> accounts,
        List<Findings.Finding> findings,
        List<Noted<DossierPublished>> released) {
    /** @param casebook should hold every compartment: what is not held cannot keep a person from being forgotten */
    public static Closing over(Casebook casebook, Id source) {
        List<Id> entries = casebook.about(source, SourceOpened.class).stream()
                .filter(each -> each.fact().source().equals(source))
                .map(each -> each.ref().entry())
                .toList();
        Casebook left = CasebookFold.erase(casebook, entries);
        List<Id> accounts = casebook.accounts().of(source).stream()
                .map(Accounts.Account::id)
                .toList();
        var owners = new ArrayList<Owner>(List.of(new Owner.OfSource(source)));
        reports(casebook, source, accounts).forEach(report -> owners.add(new Owner.OfReport(report)));
        gone(casebook, left).forEach(person -> owners.add(new Owner.OfPerson(person)));
        List<Findings.Finding> findings = accounts.stream()
                .flatMap(account -> casebook.claims().of(account).stream())
                .flatMap(claim -> casebook.findings().leaningOn(claim.id()).stream())
                .distinct()
                .toList();
        List<Noted<DossierPublished>> released = accounts.stream()
                .flatMap(account -> casebook.about(account, DossierPublished.class).stream())
                .distinct()
                .toList();
        return new Closing(List.copyOf(owners), accounts, findings, released);
    }

    /** A report of which no account was made: nothing else rests on it. */
    public static Closing overReport(Id report) {
        return new Closing(List.of(new Owner.OfReport(report)), List.of(), List.of(), List.of());
    }

    private static Stream<Id> reports(Casebook casebook, Id source, List<Id> accounts) {
        Stream<Id> opened =
                casebook.sources().source(source).stream().flatMap(each -> each.opened().fact().report().stream());
        Stream<Id> taken = accounts.stream()
                .flatMap(account -> casebook.accounts().account(account).stream())
                .flatMap(account -> account.taken().fact().report().stream());
        return Stream.concat(opened, taken).distinct();
    }

    private static Stream<Id> gone(Casebook before, Casebook after) {
        Set<Id> kept = persons(after).collect(Collectors.toSet());
        return persons(before).filter(person -> !kept.contains(person));
    }

    private static Stream<Id> persons(Casebook casebook) {
        return casebook.all(org.lapwing.casebook.fact.PersonFact.PersonOpened.class).stream()
                .map(Noted::fact)
                .flatMap((Fact opened) -> opened.subjects().stream());
    }
}
