// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.accounts;

import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lapwing.casebook.Accounts.Account;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Sources.Source;
import org.lapwing.casebook.fact.ClaimFact.ClaimCorrected;
import org.lapwing.casebook.fact.ClaimFact.ClaimWithdrawn;
import org.lapwing.casebook.fact.Excerpt;
import org.lapwing.casebook.fact.Fact;
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

/** One claim: how it was coded, and correcting it. Nothing is overwritten; a claim that no longer stands stays readable. */
@Controller
public class ClaimPages {
    private final Pen pen;
    private final SecureRandom random;

    public ClaimPages(Pen pen, SecureRandom random) {
        this.pen = pen;
        this.random = random;
    }

    public record ClaimPage(
            Claim claim,
            String quote,
            Source source,
            List<Finding> leaning,
            Map<String, String> typed,
            Map<String, String> errors,
            List<String> people,
            List<String> places) {}

    @GetMapping("/accounts/claims/{id:[a-z2-7]{26}}")
    ModelAndView claim(
            @ModelAttribute("view") View view, @ModelAttribute("chrome") Chrome chrome, @PathVariable String id) {
        Claim claim = claim(view, id);
        Map<String, String> typed = CodingForm.typed(view.casebook(), chrome, claim.coding());
        view.casebook()
                .accounts()
                .words(claim.account(), claim.excerpt())
                .ifPresent(words -> typed.put("quote", words));
        return claimPage(view, claim, typed, Map.of());
    }

    private ModelAndView claimPage(View view, Claim claim, Map<String, String> typed, Map<String, String> errors) {
        Casebook casebook = view.casebook();
        return Pages.page(
                "accounts/claim",
                new ClaimPage(
                        claim,
                        casebook.accounts()
                                .words(claim.account(), claim.excerpt())
                                .orElse(""),
                        casebook.sources().source(claim.source()).orElseThrow(),
                        casebook.findings().leaningOn(claim.id()),
                        typed,
                        errors,
                        casebook.accounts()
                                .account(claim.account())
                                .map(account -> Suggested.people(casebook, account))
                                .orElse(List.of()),
                        Suggested.places(casebook)));
    }

    @PostMapping("/accounts/claims/{id:[a-z2-7]{26}}")
    @PreAuthorize(AccountPages.CODERS)
    ModelAndView correct(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam MultiValueMap<String, String> form) {
        Claim claim = claim(view, id);
        Map<String, String> typed = CodingForm.typed(form);
        CodingForm coding = new CodingForm(view.casebook(), chrome, typed, random);
        String reasons = typed.getOrDefault("reasons", "").strip();
        if (reasons.isEmpty()) {
            coding.error("reasons", "accounts.error.reasons");
        }
        String language = view.casebook()
                .accounts()
                .account(claim.account())
                .map(account -> account.taken().fact().language())
                .orElse("en");
        boolean withdraw = typed.containsKey("withdraw");
        Optional<Excerpt> excerpt = withdraw ? Optional.empty() : moved(view, claim, typed, coding);
        Optional<CodingForm.Coded> coded =
                withdraw ? Optional.empty() : coding.read(form.getOrDefault("method", List.of()), language);
        if (!coding.errors().isEmpty()) {
            return claimPage(view, claim, typed, coding.errors());
        }
        List<Fact> facts = new ArrayList<>();
        if (withdraw) {
            facts.add(new ClaimWithdrawn(claim.id(), reasons));
        } else {
            facts.addAll(coded.orElseThrow().facts());
            facts.add(
                    ClaimCorrected.of(claim.id(), reasons, excerpt, coded.get().coding()));
        }
        Outcome outcome = pen.write(view, position, List.of(claim.id()), facts);
        if (outcome instanceof Outcome.Stale) {
            // Somebody else was quicker: what was typed stays in the form, beside what the claim has become.
            return claimPage(view, claim, typed, Map.of("reasons", chrome.say("accounts.error.stale")));
        }
        return Pages.after(
                outcome, session, chrome, new Pages.Landing("/accounts/" + claim.account(), "accounts.corrected"));
    }

    /** Another stretch for a claim, where the words that say it were changed in the form. */
    private static Optional<Excerpt> moved(View view, Claim claim, Map<String, String> typed, CodingForm form) {
        Optional<String> words = view.casebook().accounts().words(claim.account(), claim.excerpt());
        return view.casebook()
                .accounts()
                .account(claim.account())
                .flatMap(Account::workingCopy)
                .filter(copy -> typed.containsKey("quote")
                        && !words.map(String::strip)
                                .equals(Optional.of(typed.get("quote").strip())))
                .flatMap(copy -> form.excerpt(copy.fact()));
    }

    private static Claim claim(View view, String id) {
        return view.casebook()
                .claims()
                .claim(Id.parse(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
