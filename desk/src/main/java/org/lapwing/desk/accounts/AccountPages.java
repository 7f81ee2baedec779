// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.accounts;

import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lapwing.casebook.Accounts.Account;
import org.lapwing.casebook.Accounts.Rendering;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.Sources.Source;
import org.lapwing.casebook.fact.AccountFact.AccountReadBack;
import org.lapwing.casebook.fact.AccountFact.AccountTaken;
import org.lapwing.casebook.fact.AccountFact.WorkingCopyMade;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.Excerpt;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.release.Consent;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Paged;
import org.lapwing.desk.Pages;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;
import org.lapwing.journal.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Accounts, and coding claims beside their words. */
@Controller
public class AccountPages {
    static final String CODERS = "hasAnyAuthority('intake', 'investigator')";

    private final Pen pen;
    private final Clock clock;
    private final SecureRandom random;

    public AccountPages(Pen pen, Clock clock, SecureRandom random) {
        this.pen = pen;
        this.clock = clock;
        this.random = random;
    }

    public record Row(Account account, Source source, int claims) {}

    /** @param hidden how many are not shown because of their labels */
    public record ListPage(Paged<Row> paged, boolean spare, int hidden) {}

    /** @param leaning findings that rest on it */
    public record Coded(Claim claim, String quote, List<Finding> leaning) {}

    public record AccountPage(
            Account account,
            Source source,
            List<Segments.Segment> words,
            Optional<WorkingCopyMade> copy,
            List<Rendering> renderings,
            List<Coded> coded,
            List<Purpose> may,
            List<Purpose> mayNot,
            boolean originals,
            List<Needs.Need> needs,
            Optional<Id> nextUnread,
            Map<String, String> typed,
            Map<String, String> errors,
            List<String> people,
            List<String> places) {}

    /** The newest first. Words are looked for by search, which keeps them out of addresses. */
    @GetMapping("/accounts")
    ModelAndView list(
            @ModelAttribute("view") View view,
            @RequestParam(defaultValue = "false") boolean spare,
            @RequestParam(defaultValue = "0") int from) {
        Casebook casebook = view.casebook();
        int all = casebook.all(AccountTaken.class).size();
        List<Id> accounts =
                spare ? casebook.accounts().withoutLabels().reversed() : new Newest(casebook.all(AccountTaken.class));
        return Pages.page(
                "accounts/list",
                new ListPage(
                        Paged.of(accounts, from, ids -> rows(casebook, ids)),
                        spare,
                        spare ? all - accounts.size() : 0));
    }

    /** Ids, the newest account first, read when they are asked for. */
    private static final class Newest extends AbstractList<Id> {
        private final List<Noted<AccountTaken>> taken;

        Newest(List<Noted<AccountTaken>> taken) {
            this.taken = taken;
        }

        @Override
        public Id get(int i) {
            return taken.get(taken.size() - 1 - i).fact().account();
        }

        @Override
        public int size() {
            return taken.size();
        }
    }

    private static List<Row> rows(Casebook casebook, List<Id> accounts) {
        return accounts.stream()
                .flatMap(each -> casebook.accounts().account(each).stream())
                .flatMap(account -> casebook.sources().source(account.source()).stream()
                        .map(source -> new Row(account, source, casebook.count(account.id(), ClaimCoded.class))))
                .toList();
    }

    @GetMapping("/accounts/{id:[a-z2-7]{26}}")
    ModelAndView show(
            @ModelAttribute("view") View view, @ModelAttribute("chrome") Chrome chrome, @PathVariable String id) {
        return page(view, chrome, account(view, id), Map.of(), Map.of());
    }

    private ModelAndView page(
            View view, Chrome chrome, Account account, Map<String, String> typed, Map<String, String> errors) {
        Casebook casebook = view.casebook();
        List<Claim> claims = casebook.claims().of(account.id());
        LocalDate today = LocalDate.now(clock);
        List<Purpose> may = new ArrayList<>();
        List<Purpose> mayNot = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            (Consent.agreed(casebook, account.source(), purpose, today) ? may : mayNot).add(purpose);
        }
        Optional<WorkingCopyMade> copy = account.workingCopy().map(noted -> noted.fact());
        return Pages.page(
                "accounts/account",
                new AccountPage(
                        account,
                        casebook.sources().source(account.source()).orElseThrow(),
                        copy.map(made -> Segments.of(made.words(), made.copy(), claims))
                                .orElse(List.of()),
                        copy,
                        account.renderings(),
                        claims.stream().map(claim -> coded(casebook, claim)).toList(),
                        may,
                        mayNot,
                        view.holds(Compartment.ORIGINALS),
                        Needs.of(casebook, chrome, account, today),
                        nextUnread(casebook, account),
                        typed,
                        errors,
                        Suggested.people(casebook, account),
                        Suggested.places(casebook)));
    }

    /** The next account that can be read and from which nobody has coded anything. */
    private static Optional<Id> nextUnread(Casebook casebook, Account read) {
        List<Noted<AccountTaken>> unread = casebook.unanswered(AccountTaken.class, ClaimCoded.class);
        long here = read.taken().ref().index();
        return unread.stream()
                .filter(each -> each.ref().index() > here)
                .filter(each -> isUnread(casebook, read, each))
                .findFirst()
                .or(() -> unread.stream()
                        .filter(each -> isUnread(casebook, read, each))
                        .findFirst())
                .map(each -> each.fact().account());
    }

    private static boolean isUnread(Casebook casebook, Account read, Noted<AccountTaken> taken) {
        Id account = taken.fact().account();
        return !account.equals(read.id())
                && casebook.claims().of(account).isEmpty()
                && casebook.last(account, WorkingCopyMade.class).isPresent();
    }

    private static Coded coded(Casebook casebook, Claim claim) {
        return new Coded(
                claim,
                casebook.accounts().words(claim.account(), claim.excerpt()).orElse(""),
                casebook.findings().leaningOn(claim.id()));
    }

    @PostMapping("/accounts/{id:[a-z2-7]{26}}/claims")
    @PreAuthorize(CODERS)
    ModelAndView code(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam MultiValueMap<String, String> form) {
        Account account = account(view, id);
        Map<String, String> typed = CodingForm.typed(form);
        WorkingCopyMade copy = account.workingCopy()
                .map(noted -> noted.fact())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT));
        CodingForm coding = new CodingForm(view.casebook(), chrome, typed, random);
        Optional<Excerpt> excerpt = coding.excerpt(copy);
        Optional<CodingForm.Coded> coded =
                coding.read(form.getOrDefault("method", List.of()), copy.words().language());
        if (excerpt.isEmpty() || coded.isEmpty()) {
            return page(view, chrome, account, typed, coding.errors());
        }
        Id claim = pen.newId();
        List<Fact> facts = new ArrayList<>(coded.get().facts());
        facts.add(ClaimCoded.of(claim, account.id(), excerpt.get(), coded.get().coding()));
        Outcome outcome = pen.write(view, position, List.of(account.id()), facts);
        if (outcome instanceof Outcome.Stale) {
            return page(view, chrome, account, typed, Map.of("quote", chrome.say("accounts.error.stale-account")));
        }
        return Pages.after(
                outcome,
                session,
                chrome,
                new Pages.Landing("/accounts/" + account.id() + "#" + claim, "accounts.coded"));
    }

    /** The account was read back to its teller. */
    @PostMapping("/accounts/{id:[a-z2-7]{26}}/readbacks")
    @PreAuthorize(CODERS)
    ModelAndView readBack(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String corrections) {
        Account account = account(view, id);
        Optional<LocalDate> on = ConsentForm.day(day);
        if (on.isEmpty()) {
            return Pages.refused(session, "/accounts/" + id, chrome.say("accounts.error.day"));
        }
        AccountReadBack done = new AccountReadBack(
                account.id(), on.get(), Optional.of(corrections.strip()).filter(each -> !each.isEmpty()));
        return Pages.after(
                pen.write(view, position, List.of(account.id()), List.of(done)),
                session,
                chrome,
                new Pages.Landing("/accounts/" + id, "accounts.read-back.written"));
    }

    static Account account(View view, String id) {
        return view.casebook()
                .accounts()
                .account(Id.parse(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
