// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.findings;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.fact.FindingFact.FindingProposed;
import org.lapwing.casebook.fact.FindingFact.FindingRevised;
import org.lapwing.casebook.fact.FindingFact.StandardProposed;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Pages;
import org.lapwing.desk.accounts.Suggested;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.ReadingRoom;
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

/** Proposing a finding, and writing its sentence anew. */
@Controller
@PreAuthorize("hasAnyAuthority('investigator', 'analyst')")
public class ProposalPages {
    private final Pen pen;
    private final ReadingRoom readingRoom;

    ProposalPages(Pen pen, ReadingRoom readingRoom) {
        this.pen = pen;
        this.readingRoom = readingRoom;
    }

    /** @param revised the finding whose sentence is written anew; empty for a new one */
    public record ProposalPage(
            Optional<Finding> revised,
            Map<String, String> typed,
            Map<String, String> errors,
            List<String> places,
            List<String> units,
            List<String> people) {}

    @GetMapping("/findings/new")
    ModelAndView blank(@ModelAttribute("view") View view, @ModelAttribute("chrome") Chrome chrome) {
        return page(view, Optional.empty(), Map.of("language", chrome.language()), Map.of());
    }

    /** One at a time, from what the journal holds now: two proposals made at once get two numbers. */
    @PostMapping("/findings/new")
    synchronized ModelAndView propose(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @RequestParam long position,
            @RequestParam Map<String, String> typed) {
        View now = readingRoom.enter(view.reading());
        ProposalForm form = new ProposalForm(now.casebook(), chrome, typed);
        Optional<ProposalForm.Bounds> bounds = form.bounds();
        Optional<ProposalForm.Sure> sure = form.sure();
        if (bounds.isEmpty() || sure.isEmpty()) {
            return page(now, Optional.empty(), typed, form.errors());
        }
        Id finding = pen.newId();
        FindingProposed proposed = new FindingProposed(
                finding,
                next(now.casebook()),
                sure.get().sort(),
                bounds.get().proposition(),
                bounds.get().period(),
                bounds.get().place(),
                bounds.get().unit(),
                bounds.get().about(),
                sure.get().standard());
        return Pages.after(
                pen.write(
                        now,
                        position,
                        List.of(),
                        List.of(
                                proposed,
                                new StandardProposed(
                                        finding,
                                        sure.get().standard(),
                                        sure.get().reasons()))),
                session,
                chrome,
                new Pages.Landing("/findings/" + finding + "/claims", "findings.done.proposed"));
    }

    private static int next(Casebook casebook) {
        return 1
                + casebook.all(FindingProposed.class).stream()
                        .mapToInt(each -> each.fact().number())
                        .max()
                        .orElse(0);
    }

    @GetMapping("/findings/{id:[a-z2-7]{26}}/sentence")
    ModelAndView sentence(@ModelAttribute("view") View view, @PathVariable String id) {
        Finding finding = FindingPages.finding(view, id);
        return page(view, Optional.of(finding), ProposalForm.typed(view.casebook(), finding), Map.of());
    }

    @PostMapping("/findings/{id:[a-z2-7]{26}}/sentence")
    ModelAndView revise(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam Map<String, String> typed) {
        Finding finding = FindingPages.finding(view, id);
        ProposalForm form = new ProposalForm(view.casebook(), chrome, typed);
        Optional<ProposalForm.Bounds> bounds = form.bounds();
        if (bounds.isEmpty()) {
            return page(view, Optional.of(finding), typed, form.errors());
        }
        Outcome outcome = pen.write(
                view,
                position,
                List.of(finding.id()),
                List.of(new FindingRevised(
                        finding.id(),
                        finding.version() + 1,
                        bounds.get().proposition(),
                        bounds.get().period(),
                        bounds.get().place(),
                        bounds.get().unit(),
                        bounds.get().about())));
        if (outcome instanceof Outcome.Stale) {
            // Somebody else was quicker: what was typed stays in the form, beside what the finding has become.
            return page(view, Optional.of(finding), typed, Map.of("sentence", chrome.say("findings.error.stale")));
        }
        return Pages.after(
                outcome, session, chrome, new Pages.Landing("/findings/" + finding.id(), "findings.done.revised"));
    }

    private static ModelAndView page(
            View view, Optional<Finding> revised, Map<String, String> typed, Map<String, String> errors) {
        Casebook casebook = view.casebook();
        ModelAndView page = Pages.page(
                "findings/proposal",
                new ProposalPage(
                        revised,
                        new LinkedHashMap<>(typed),
                        errors,
                        Suggested.places(casebook),
                        Suggested.units(casebook),
                        Suggested.few(casebook, PersonOpened.class)));
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
