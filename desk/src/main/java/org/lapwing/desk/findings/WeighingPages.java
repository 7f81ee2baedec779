// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.findings;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Findings.WeighedClaim;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.Sources.Source;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.WeighingFact.ClaimSetAside;
import org.lapwing.casebook.fact.WeighingFact.ClaimWeighed;
import org.lapwing.casebook.term.ActType;
import org.lapwing.casebook.term.Side;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Pages;
import org.lapwing.desk.accounts.Suggested;
import org.lapwing.desk.findings.ClaimSearch.Sought;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;
import org.lapwing.journal.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Choosing claims for a finding, and laying each on a side. */
@Controller
public class WeighingPages {
    /** What a form says when a claim is to lie on no side any more. */
    private static final String ASIDE = "ASIDE";

    private final Pen pen;

    WeighingPages(Pen pen) {
        this.pen = pen;
    }

    /** @param side on which it lies now */
    public record Row(
            Claim claim, String codeName, boolean verified, String quote, String language, Optional<Side> side) {}

    /** A claim that was weighed and has since been erased with its account. */
    public record Erased(Id claim, Side side, long index) {}

    /**
     * @param weighed claims that lie on a side and were not searched for
     * @param more how many were found beyond those shown
     * @param unread how many older claims were not looked at, because nothing narrows the search to them
     */
    public record ClaimsPage(
            Finding finding,
            Sought sought,
            List<Row> found,
            int more,
            int unread,
            List<Row> weighed,
            List<Erased> erased,
            Map<String, String> typed,
            Map<String, String> errors,
            List<String> people,
            List<String> places) {}

    @GetMapping("/findings/{id:[a-z2-7]{26}}/claims")
    ModelAndView claims(
            @ModelAttribute("view") View view, @PathVariable String id, @RequestParam Map<String, String> typed) {
        return page(view, FindingPages.finding(view, id), typed, Map.of());
    }

    /** Writes only what differs from how it lies now, all of it or nothing. */
    @PostMapping("/findings/{id:[a-z2-7]{26}}/claims")
    @PreAuthorize("hasAnyAuthority('investigator', 'analyst')")
    ModelAndView weigh(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam Map<String, String> typed) {
        Finding finding = FindingPages.finding(view, id);
        Map<String, String> errors = new LinkedHashMap<>();
        List<Id> reliedOn = new ArrayList<>(List.of(finding.id()));
        List<Fact> facts = new ArrayList<>();
        typed.forEach((field, chosen) -> claim(field)
                .filter(claim -> !chosen.isEmpty() && known(view, finding, claim) && differs(finding, claim, chosen))
                .ifPresent(claim -> {
                    String words = typed.getOrDefault("words-" + claim, "").strip();
                    if (chosen.equals(ASIDE) && words.isEmpty()) {
                        errors.put("words-" + claim, chrome.say("findings.error.aside"));
                    } else {
                        facts.add(fact(finding.id(), claim, chosen, words));
                        reliedOn.add(claim);
                    }
                }));
        if (facts.isEmpty() && errors.isEmpty()) {
            errors.put("claims", chrome.say("findings.error.nothing-weighed"));
        }
        if (!errors.isEmpty()) {
            return page(view, finding, typed, errors);
        }
        Outcome outcome = pen.write(view, position, reliedOn, facts);
        if (outcome instanceof Outcome.Stale) {
            // What was chosen stays chosen, beside what the claims have become.
            return page(view, finding, typed, Map.of("claims", chrome.say("findings.error.stale")));
        }
        return Pages.after(
                outcome, session, chrome, new Pages.Landing("/findings/" + finding.id(), "findings.done.weighed"));
    }

    private static Optional<Id> claim(String field) {
        String id = field.startsWith("side-") ? field.substring("side-".length()) : "";
        return Id.isId(id) ? Optional.of(Id.parse(id)) : Optional.empty();
    }

    private static boolean known(View view, Finding finding, Id claim) {
        return view.casebook().claims().claim(claim).isPresent()
                || finding.erased().stream()
                        .anyMatch(each -> each.fact().claim().equals(claim));
    }

    private static boolean differs(Finding finding, Id claim, String chosen) {
        Optional<Side> now = sideOf(finding, claim);
        boolean erased =
                finding.erased().stream().anyMatch(each -> each.fact().claim().equals(claim));
        return chosen.equals(ASIDE)
                ? now.isPresent() || erased
                : Stream.of(Side.values()).anyMatch(side -> side.name().equals(chosen))
                        && !now.map(Side::name).equals(Optional.of(chosen));
    }

    private static Optional<Side> sideOf(Finding finding, Id claim) {
        return finding.claims().stream()
                .filter(weighed -> weighed.claim().id().equals(claim))
                .map(WeighedClaim::side)
                .findFirst();
    }

    private static Fact fact(Id finding, Id claim, String chosen, String words) {
        return chosen.equals(ASIDE)
                ? new ClaimSetAside(finding, claim, words)
                : new ClaimWeighed(
                        finding, claim, Side.valueOf(chosen), Optional.of(words).filter(said -> !said.isEmpty()));
    }

    private static ModelAndView page(
            View view, Finding finding, Map<String, String> typed, Map<String, String> errors) {
        Casebook casebook = view.casebook();
        ClaimSearch search = new ClaimSearch(casebook);
        Sought sought = sought(typed);
        ClaimSearch.Found found = search.find(sought);
        List<Claim> shown = found.claims()
                .subList(0, Math.min(ClaimSearch.SHOWN, found.claims().size()));
        List<Claim> weighed = finding.claims().stream()
                .map(WeighedClaim::claim)
                .filter(claim -> shown.stream().noneMatch(each -> each.id().equals(claim.id())))
                .toList();
        ModelAndView page = Pages.page(
                "findings/claims",
                new ClaimsPage(
                        finding,
                        sought,
                        rows(casebook, search, finding, shown),
                        found.claims().size() - shown.size(),
                        found.unread(),
                        rows(casebook, search, finding, weighed),
                        finding.erased().stream().map(WeighingPages::erased).toList(),
                        new LinkedHashMap<>(typed),
                        errors,
                        Suggested.people(casebook),
                        Suggested.places(casebook)));
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static Erased erased(Noted<ClaimWeighed> noted) {
        return new Erased(noted.fact().claim(), noted.fact().side(), noted.ref().index());
    }

    private static Sought sought(Map<String, String> typed) {
        return new Sought(
                typed.getOrDefault("person", "").strip(),
                typed.getOrDefault("place", "").strip(),
                Stream.of(ActType.values())
                        .filter(each -> each.name().equals(typed.get("act")))
                        .findFirst(),
                typed.getOrDefault("q", "").strip());
    }

    private static List<Row> rows(Casebook casebook, ClaimSearch search, Finding finding, List<Claim> claims) {
        return claims.stream()
                .map(claim -> {
                    Optional<Source> source = casebook.sources().source(claim.source());
                    return new Row(
                            claim,
                            source.map(Source::codeName).orElse("?"),
                            source.filter(Source::verified).isPresent(),
                            search.words(claim),
                            casebook.accounts()
                                    .account(claim.account())
                                    .map(account -> account.taken().fact().language())
                                    .orElse("und"),
                            sideOf(finding, claim.id()));
                })
                .toList();
    }
}
