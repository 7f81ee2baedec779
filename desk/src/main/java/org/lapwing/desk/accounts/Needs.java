// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.accounts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lapwing.casebook.Accounts.Account;
import org.lapwing.casebook.Accounts.Rendering;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Sources.Source;
import org.lapwing.casebook.fact.AccountFact.AccountTaken;
import org.lapwing.casebook.fact.AccountFact.EarlierTelling;
import org.lapwing.casebook.term.Access;
import org.lapwing.casebook.weigh.Contamination;
import org.lapwing.casebook.weigh.Contamination.Question;
import org.lapwing.desk.Chrome;
import org.lapwing.entry.Id;

/** What an account still needs from somebody: what is missing is as visible as what is there. */
public final class Needs {
    /** @param href where it is answered, or empty */
    public record Need(String words, Optional<String> href) {}

    private final Casebook casebook;
    private final Chrome chrome;
    private final Account account;
    private final Source source;
    private final List<Need> needs = new ArrayList<>();

    private Needs(Casebook casebook, Chrome chrome, Account account, Source source) {
        this.casebook = casebook;
        this.chrome = chrome;
        this.account = account;
        this.source = source;
    }

    static List<Need> of(Casebook casebook, Chrome chrome, Account account, LocalDate today) {
        Source source = casebook.sources().source(account.source()).orElseThrow();
        Needs needs = new Needs(casebook, chrome, account, source);
        needs.ofTelling(today);
        needs.ofSource();
        needs.ofClaims();
        needs.ofRenderings();
        return List.copyOf(needs.needs);
    }

    private void add(Optional<String> href, String key, Object... arguments) {
        needs.add(new Need(chrome.say(key, arguments), href));
    }

    private void ofTelling(LocalDate today) {
        AccountTaken told = account.taken().fact();
        for (EarlierTelling earlier : told.earlierTellings()) {
            add(
                    Optional.empty(),
                    earlier.mayWeRead() ? "accounts.need.earlier.read" : "accounts.need.earlier.ask",
                    "whom",
                    earlier.toWhom());
        }
        told.nextContact()
                .ifPresent(day -> add(
                        Optional.empty(),
                        day.isBefore(today) ? "accounts.need.contact.late" : "accounts.need.contact",
                        "day",
                        chrome.day(day)));
        if (told.copyWanted()) {
            add(Optional.empty(), "accounts.need.copy-wanted");
        }
        if (account.readBacks().isEmpty() && account.workingCopy().isPresent()) {
            add(Optional.of("#readback"), "accounts.need.read-back");
        }
    }

    private void ofSource() {
        if (!source.verified()) {
            add(Optional.of("/sources/" + source.id()), "accounts.need.verify", "who", source.codeName());
        }
        casebook.claims().of(account.id()).stream()
                .flatMap(claim -> casebook.findings().leaningOn(claim.id()).stream())
                .collect(Collectors.toMap(Finding::id, each -> each, (one, same) -> one))
                .values()
                .forEach(finding -> Contamination.open(casebook, finding).stream()
                        .filter(question -> question.sources().contains(source.id()))
                        .forEach(question -> ask(finding, question)));
    }

    private void ask(Finding finding, Question question) {
        String others = question.sources().stream()
                .filter(each -> !each.equals(source.id()))
                .map(each -> Labels.codeName(casebook, each))
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            add(
                    Optional.of("/findings/" + finding.id()),
                    "accounts.need.tie",
                    "finding",
                    finding.label(),
                    "others",
                    others,
                    "kind",
                    chrome.term(question.kind()));
        }
    }

    private void ofClaims() {
        for (Claim claim : casebook.claims().of(account.id())) {
            boolean fromSomebody = claim.stands() && claim.coding().access() == Access.HEARD;
            if (fromSomebody && claim.coding().heardFrom().isEmpty()) {
                add(
                        Optional.of("/accounts/claims/" + claim.id()),
                        "accounts.need.heard-from",
                        "claim",
                        chrome.claim(claim.coding()));
            }
        }
    }

    private void ofRenderings() {
        for (Rendering rendering : account.renderings()) {
            Id id = rendering.made().fact().rendering();
            if (rendering.check().isEmpty()) {
                add(Optional.of("#r-" + id), "accounts.need.compare", "who", chrome.memberName(author(rendering)));
            } else if (!rendering.check().get().fact().agrees()) {
                add(Optional.of("#r-" + id), "accounts.need.disputed");
            }
        }
    }

    private static Id author(Rendering rendering) {
        return rendering.made().ref().author();
    }
}
