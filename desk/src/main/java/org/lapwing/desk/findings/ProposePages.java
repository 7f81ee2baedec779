// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.findings;

import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.FindingFact.FindingProposed;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.fact.TieFact.IndependenceJudged;
import org.lapwing.casebook.fact.WeighingFact.ClaimSetAside;
import org.lapwing.casebook.fact.WeighingFact.ClaimWeighed;
import org.lapwing.casebook.term.FindingType;
import org.lapwing.casebook.term.Judgement;
import org.lapwing.casebook.term.Side;
import org.lapwing.casebook.term.Standard;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Pages;
import org.lapwing.desk.accounts.Labels;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.View;
import org.lapwing.edtf.Edtf;
import org.lapwing.edtf.EdtfInput;
import org.lapwing.edtf.Reading;
import org.lapwing.entry.Id;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Proposing a finding, and choosing what lies on its scales. */
@Controller
public class ProposePages {
    private static final String JUDGES = "hasAnyAuthority('investigator', 'analyst')";
    private static final int MOST_SHOWN = 60;

    private final Pen pen;

    public ProposePages(Pen pen) {
        this.pen = pen;
    }

    public record NewPage(
            Map<String, String> typed, Map<String, String> errors, List<String> places, List<String> units) {}

    /** @param side where it lies now */
    public record Row(Claim claim, String quote, String source, Optional<Side> side) {}

    /** @param more how many were found and are not shown */
    public record ClaimsPage(Finding finding, List<Row> rows, String q, int more, boolean tiesHeld) {}

    @GetMapping("/findings/new")
    @PreAuthorize(JUDGES)
    ModelAndView blank(@ModelAttribute("view") View view) {
        return page(view, Map.of(), Map.of());
    }

    private static ModelAndView page(View view, Map<String, String> typed, Map<String, String> errors) {
        return Pages.page(
                "findings/new",
                new NewPage(
                        typed,
                        errors,
                        view.casebook().places().all().stream()
                                .map(each -> each.name())
                                .sorted()
                                .toList(),
                        view.casebook().places().units().stream()
                                .map(each -> each.name())
                                .sorted()
                                .toList()));
    }

    @PostMapping("/findings/new")
    @PreAuthorize(JUDGES)
    ModelAndView propose(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @RequestParam long position,
            @RequestParam Map<String, String> typed) {
        Casebook casebook = view.casebook();
        Map<String, String> errors = new LinkedHashMap<>();
        String sentence = typed.getOrDefault("sentence", "").strip();
        if (sentence.isEmpty()) {
            errors.put("sentence", chrome.say("findings.error.sentence"));
        }
        Optional<Edtf> period = Optional.empty();
        String typedPeriod = typed.getOrDefault("period", "").strip();
        if (!typedPeriod.isEmpty()) {
            if (EdtfInput.read(typedPeriod, chrome.tongue().locale()) instanceof Reading.Read read) {
                period = Optional.of(read.value());
            } else {
                errors.put("period", chrome.say("accounts.error.when"));
            }
        }
        Optional<Id> place = casebook.places().all().stream()
                .filter(each -> each.opened()
                        .fact()
                        .names()
                        .contains(typed.getOrDefault("place", "").strip()))
                .map(each -> each.id())
                .findFirst();
        if (place.isEmpty() && !typed.getOrDefault("place", "").isBlank()) {
            errors.put("place", chrome.say("findings.error.place"));
        }
        if (!errors.isEmpty()) {
            return page(view, typed, errors);
        }
        Id finding = pen.newId();
        int number = casebook.findings().all().stream()
                        .mapToInt(Finding::number)
                        .max()
                        .orElse(0)
                + 1;
        String language = typed.getOrDefault("language", "en");
        return Pages.after(
                pen.write(
                        view,
                        position,
                        List.of(),
                        List.of(new FindingProposed(
                                finding,
                                number,
                                Labels.term(FindingType.class, typed.getOrDefault("type", ""))
                                        .orElse(FindingType.INCIDENT),
                                new Text(sentence, language.matches("[a-z]{2}") ? language : "en"),
                                period,
                                place,
                                casebook.places().units().stream()
                                        .filter(each -> each.opened()
                                                .fact()
                                                .names()
                                                .contains(typed.getOrDefault("unit", "")
                                                        .strip()))
                                        .map(each -> each.id())
                                        .findFirst(),
                                List.of(),
                                Labels.term(Standard.class, typed.getOrDefault("standard", ""))
                                        .orElse(Standard.ALLEGATION_RECORDED)))),
                session,
                chrome,
                new Pages.Landing("/findings/" + finding + "/claims", "findings.proposed"));
    }

    @GetMapping("/findings/{id:[a-z2-7]{26}}/claims")
    ModelAndView claims(
            @ModelAttribute("view") View view, @PathVariable String id, @RequestParam(defaultValue = "") String q) {
        Casebook casebook = view.casebook();
        Finding finding = finding(view, id);
        String sought = q.strip().toLowerCase(Locale.ROOT);
        List<Row> rows = new ArrayList<>();
        int more = 0;
        for (var coded : casebook.all(ClaimCoded.class).reversed()) {
            Claim claim = casebook.claims().claim(coded.fact().claim()).orElseThrow();
            String quote =
                    casebook.accounts().words(claim.account(), claim.excerpt()).orElse("");
            String source = Labels.codeName(casebook, claim.source());
            if (!claim.stands() || !matches(casebook, claim, quote + " " + source, sought)) {
                continue;
            }
            if (rows.size() == MOST_SHOWN) {
                more++;
                continue;
            }
            rows.add(new Row(claim, quote, source, side(finding, claim)));
        }
        return Pages.page("findings/claims", new ClaimsPage(finding, rows, q, more, view.holds(Compartment.TIES)));
    }

    private static boolean matches(Casebook casebook, Claim claim, String text, String sought) {
        return sought.isEmpty()
                || text.toLowerCase(Locale.ROOT).contains(sought)
                || claim.coding()
                        .where()
                        .map(where -> Labels.where(casebook, where))
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .contains(sought)
                || claim.coding().to().stream()
                        .anyMatch(part -> Labels.party(casebook, part.party()).contains(sought));
    }

    private static Optional<Side> side(Finding finding, Claim claim) {
        for (Side side : Side.values()) {
            if (finding.on(side).stream().anyMatch(each -> each.claim().id().equals(claim.id()))) {
                return Optional.of(side);
            }
        }
        return Optional.empty();
    }

    @PostMapping("/findings/{id:[a-z2-7]{26}}/claims")
    @PreAuthorize(JUDGES)
    ModelAndView weigh(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam String claim,
            @RequestParam(defaultValue = "") String side,
            @RequestParam(defaultValue = "") String q) {
        Finding finding = finding(view, id);
        Optional<Claim> weighed = Id.isId(claim) ? view.casebook().claims().claim(Id.parse(claim)) : Optional.empty();
        if (weighed.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var fact = Labels.term(Side.class, side)
                .<Fact>map(to -> new ClaimWeighed(finding.id(), weighed.get().id(), to, Optional.empty()))
                .orElseGet(() -> new ClaimSetAside(finding.id(), weighed.get().id(), "taken off the scales"));
        return Pages.after(
                pen.write(view, position, List.of(weighed.get().id()), List.of(fact)),
                session,
                chrome,
                new Pages.Landing(
                        "/findings/" + id + "/claims"
                                + (q.matches("[\\p{L}\\p{N} -]{1,60}")
                                        ? "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8)
                                        : ""),
                        "findings.weighed"));
    }

    /** A signed judgement that one source's knowledge does not come from the others, or that this is not known. */
    @PostMapping("/findings/{id:[a-z2-7]{26}}/independence")
    @PreAuthorize("hasAuthority('investigator')")
    ModelAndView judge(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam String source,
            @RequestParam(defaultValue = "") String judged,
            @RequestParam(defaultValue = "") String reasons) {
        Finding finding = finding(view, id);
        Optional<Judgement> judgement = Labels.term(Judgement.class, judged);
        if (!Id.isId(source)
                || view.casebook().sources().source(Id.parse(source)).isEmpty()
                || judgement.isEmpty()
                || reasons.isBlank()) {
            return Pages.refused(session, "/findings/" + finding.id() + "/claims", chrome.say("findings.error.judged"));
        }
        return Pages.after(
                pen.write(
                        view,
                        position,
                        List.of(Id.parse(source)),
                        List.of(new IndependenceJudged(
                                pen.newId(), Id.parse(source), Optional.empty(), judgement.get(), reasons.strip()))),
                session,
                chrome,
                new Pages.Landing("/findings/" + finding.id(), "findings.judged"));
    }

    private static Finding finding(View view, String id) {
        return view.casebook()
                .findings()
                .finding(Id.parse(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
