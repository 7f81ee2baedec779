// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lapwing.casebook.Accounts.Account;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.People.Person;
import org.lapwing.casebook.Reports;
import org.lapwing.casebook.Sources.Source;
import org.lapwing.casebook.fact.Party;
import org.lapwing.casebook.term.PersonRole;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.casebook.term.Refusal;
import org.lapwing.casebook.term.SourceKind;
import org.lapwing.entry.Id;

/**
 * The one function that decides; every export passes through it.
 *
 * <p>The teller must have agreed to the very purpose, and to the very body where one is named. What leaves the group also
 * needs every identifiable living person told about, unless they were removed. Under 18 or of unknown age, the path of
 * protection must have been taken. A threat neither gives nor withdraws.
 */
public final class Consent {
    private final Casebook casebook;
    private final Ask ask;
    private final List<Permission.Because> reasons = new ArrayList<>();
    private final List<Id> consents = new ArrayList<>();

    private Consent(Casebook casebook, Ask ask) {
        this.casebook = casebook;
        this.ask = ask;
    }

    public static Permission permits(Casebook casebook, Ask ask) {
        return new Consent(casebook, ask).decide();
    }

    /** Whether a source has agreed to a purpose, to whatever body: for the page that says "may" and "may not". */
    public static boolean agreed(Casebook casebook, Id source, Purpose purpose, LocalDate today) {
        var consent = new Consent(casebook, Ask.of(new What.OfPerson(source), purpose, today));
        consent.teller(source, true);
        return consent.reasons.isEmpty();
    }

    private Permission decide() {
        switch (ask.what()) {
            case What.OfAccount(Id account) -> account(account);
            case What.OfClaim(Id claim) -> claim(claim);
            case What.OfPerson(Id person) -> subject(person);
        }
        return reasons.isEmpty()
                ? new Permission.Permitted(List.copyOf(consents))
                : new Permission.Refused(reasons.stream().distinct().toList());
    }

    private void refuse(Refusal refusal, Id whom) {
        reasons.add(new Permission.Because(refusal, whom));
    }

    private void account(Id id) {
        Optional<Account> account = casebook.accounts().account(id);
        if (account.isEmpty()) {
            refuse(Refusal.NOT_HERE, id);
            return;
        }
        Id source = account.get().source();
        teller(source, false);
        if (ask.purpose().releases()) {
            List<Claim> claims =
                    casebook.claims().of(id).stream().filter(Claim::stands).toList();
            claims.forEach(this::neverLeaves);
            Stream<Id> meant = account.get().workingCopy().stream()
                    .flatMap(copy -> copy.fact().tokens().stream())
                    .flatMap(token -> token.meant().stream());
            Stream.concat(claims.stream().flatMap(Consent::toldAbout), meant)
                    .distinct()
                    .filter(person -> !isTeller(person, source))
                    .forEach(this::subject);
        }
    }

    private void claim(Id id) {
        Optional<Claim> claim = casebook.claims().claim(id).filter(Claim::stands);
        if (claim.isEmpty()) {
            refuse(Refusal.NOT_HERE, id);
            return;
        }
        Id source = claim.get().source();
        teller(source, false);
        if (ask.purpose().releases()) {
            neverLeaves(claim.get());
            toldAbout(claim.get()).filter(person -> !isTeller(person, source)).forEach(this::subject);
        } else if (ask.purpose() == Purpose.COUNT || ask.purpose() == Purpose.OVERLAP) {
            claim.get().coding().victims().stream()
                    .flatMap(person -> casebook.people().person(person).stream())
                    .filter(person -> !person.counts())
                    .forEach(person -> refuse(Refusal.MASKED, person.id()));
        }
    }

    /** Everybody in the claim but those to blame. */
    private static Stream<Id> toldAbout(Claim claim) {
        return Stream.concat(
                        claim.coding().to().stream(),
                        claim.coding().by().stream().filter(part -> !part.role().blamed()))
                .flatMap(part -> part.party() instanceof Party.Known(Id person) ? Stream.of(person) : Stream.empty());
    }

    private boolean isTeller(Id person, Id source) {
        return person.equals(source)
                || casebook.sources().whoAre(person).stream()
                        .anyMatch(each -> each.id().equals(source));
    }

    private void neverLeaves(Claim claim) {
        claim.coding()
                .place()
                .flatMap(place -> casebook.places().place(place))
                .filter(place -> !place.opened().fact().sort().exportable())
                .ifPresent(place -> refuse(Refusal.SAFE_HOUSE, place.id()));
    }

    private void teller(Id id, boolean anyBody) {
        Optional<Source> found = casebook.sources().source(id);
        if (found.isEmpty()) {
            refuse(Refusal.NOT_HERE, id);
            return;
        }
        Source source = found.get();
        if (ask.purpose().releases()) {
            if (source.frozen()) {
                refuse(Refusal.FROZEN, id);
            }
            if (stoppedByReceipt(source)) {
                refuse(Refusal.STOPPED_BY_RECEIPT, id);
            }
        }
        SourceKind kind = source.opened().fact().kind();
        if (kind != SourceKind.DOCUMENT && kind != SourceKind.PUBLICATION) {
            consentOf(id, Refusal.NO_CONSENT_OF_TELLER, anyBody);
        }
    }

    private boolean stoppedByReceipt(Source source) {
        return source.opened()
                .fact()
                .report()
                .flatMap(report -> casebook.reports().report(report))
                .filter(Reports.Report::stopped)
                .isPresent();
    }

    private void subject(Id id) {
        Optional<Person> found = casebook.people().person(id);
        if (found.isEmpty()) {
            // A token may stand for a place or a contact, which nobody can ask.
            return;
        }
        Person person = found.get();
        boolean removed = person.ids().stream().anyMatch(ask.removed()::contains);
        boolean onlyBlamed = !person.roles().isEmpty()
                && person.roles().stream()
                        .allMatch(role -> role == PersonRole.ALLEGED_PERPETRATOR || role == PersonRole.OFFICIAL);
        if (removed || onlyBlamed || !person.living() || !person.identifiable()) {
            return;
        }
        if (person.masked()) {
            refuse(Refusal.MASKED, person.id());
        }
        consentOf(person.id(), Refusal.NO_CONSENT_OF_SUBJECT, false);
    }

    private void consentOf(Id id, Refusal none, boolean anyBody) {
        List<ConsentCheck.Tried> tried = new ConsentCheck(casebook, ask, anyBody).of(id);
        Optional<ConsentCheck.Tried> good =
                tried.stream().filter(each -> each.refusal().isEmpty()).findFirst();
        if (good.isPresent()) {
            consents.add(good.get().consent());
        } else {
            refuse(tried.isEmpty() ? none : tried.getLast().refusal().orElse(none), id);
        }
    }
}
