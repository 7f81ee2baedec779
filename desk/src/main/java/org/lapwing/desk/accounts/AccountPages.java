// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.accounts;

import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private static final int SHOWN = 50;
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

    /**
     * @param hidden how many are not shown because of their labels
     * @param all how many there are on all pages
     * @param from how many are on earlier pages
     */
    public record ListPage(List<Row> rows, String q, boolean spare, int hidden, int all, int from) {
        public boolean more() {
            return from + rows.size() < all;
        }

        public int next() {
            return from + rows.size();
        }
    }

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

    @GetMapping("/accounts")
    ModelAndView list(
            @ModelAttribute("view") View view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean spare,
            @RequestParam(defaultValue = "0") int from) {
        Casebook casebook = view.casebook();
        String sought = q.strip().toLowerCase(Locale.ROOT);
        if (sought.isEmpty() && !spare) {
            return Pages.page("accounts/list", newest(casebook, from));
        }
        List<Account> found = new ArrayList<>();
        int hidden = 0;
        for (Account account : casebook.accounts().all().reversed()) {
            Optional<Source> source = casebook.sources().source(account.source());
            if (source.isEmpty() || !matches(account, source.get(), sought)) {
                continue;
            }
            if (spare && !account.taken().fact().labels().isEmpty()) {
                hidden++;
                continue;
            }
            found.add(account);
        }
        int start = Math.clamp(from, 0, found.size());
        List<Row> rows = found.subList(start, Math.min(found.size(), start + SHOWN)).stream()
                .map(account -> new Row(
                        account,
                        casebook.sources().source(account.source()).orElseThrow(),
                        casebook.claims().of(account.id()).size()))
                .toList();
        return Pages.page("accounts/list", new ListPage(rows, q, spare, hidden, found.size(), start));
    }

    /** Of all accounts only those that the page shows are read: there may be a hundred thousand. */
    private static ListPage newest(Casebook casebook, int from) {
        var taken = casebook.all(AccountTaken.class).reversed();
        int start = Math.clamp(from, 0, taken.size());
        List<Row> rows = taken.subList(start, Math.min(taken.size(), start + SHOWN)).stream()
                .flatMap(each -> casebook.accounts().account(each.fact().account()).stream())
                .flatMap(account -> casebook.sources().source(account.source()).stream()
                        .map(source -> new Row(
                                account,
                                source,
                                casebook.claims().of(account.id()).size())))
                .toList();
        return new ListPage(rows, "", false, 0, taken.size(), start);
    }

    private static boolean matches(Account account, Source source, String sought) {
        return sought.isEmpty()
                || source.codeName().contains(sought)
                || account.workingCopy()
                        .map(copy -> copy.fact()
                                .words()
                                .words()
                                .toLowerCase(Locale.ROOT)
                                .contains(sought))
                        .orElse(false)
                || account.renderings().stream()
                        .anyMatch(each -> each.made()
                                .fact()
                                .words()
                                .words()
                                .toLowerCase(Locale.ROOT)
                                .contains(sought));
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
                        people(casebook),
                        places(casebook)));
    }

    /** The next account that can be read and from which nobody has coded anything. */
    private static Optional<Id> nextUnread(Casebook casebook, Account read) {
        List<Noted<AccountTaken>> unread = casebook.unanswered(AccountTaken.class, ClaimCoded.class).stream()
                .filter(each -> !each.fact().account().equals(read.id()))
                .filter(each -> casebook.claims().of(each.fact().account()).isEmpty())
                .filter(each -> casebook.last(each.fact().account(), WorkingCopyMade.class)
                        .isPresent())
                .toList();
        long here = read.taken().ref().index();
        return unread.stream()
                .filter(each -> each.ref().index() > here)
                .findFirst()
                .or(() -> unread.stream().findFirst())
                .map(each -> each.fact().account());
    }

    private static Coded coded(Casebook casebook, Claim claim) {
        return new Coded(
                claim,
                casebook.accounts().words(claim.account(), claim.excerpt()).orElse(""),
                casebook.findings().leaningOn(claim.id()));
    }

    static List<String> people(Casebook casebook) {
        return CodingForm.usedNames(casebook).stream().sorted().toList();
    }

    static List<String> places(Casebook casebook) {
        return casebook.places().all().stream()
                .map(place -> place.name())
                .sorted()
                .toList();
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
