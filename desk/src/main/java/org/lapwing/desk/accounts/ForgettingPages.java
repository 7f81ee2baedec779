// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.accounts;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.Closing;
import org.lapwing.casebook.Reports.Report;
import org.lapwing.casebook.Sources.Source;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Pages;
import org.lapwing.desk.reading.Shredder;
import org.lapwing.desk.reading.View;
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

/** Forgetting, shown before it is done: a source with all it told, or a report that nobody made an account of. */
@Controller
@PreAuthorize("hasAuthority('intake')")
public class ForgettingPages {
    private final Shredder shredder;

    public ForgettingPages(Shredder shredder) {
        this.shredder = shredder;
    }

    /**
     * What would go.
     *
     * @param who the source's code name; none for a report
     * @param back where it is shown
     * @param afterwards where nothing of it is left to show
     */
    public record Forgetting(Optional<String> who, String back, String afterwards, Closing closing, Touched touched) {
        /** What the page lists, so that nothing else is forgotten with it. */
        public String listed() {
            return closing.accounts().size() + "-" + closing.owners().size();
        }
    }

    @GetMapping("/sources/{id:[a-z2-7]{26}}/forget")
    ModelAndView considerSource(@ModelAttribute("view") View view, @PathVariable String id) {
        return Pages.page("accounts/forget", ofSource(view, id));
    }

    @PostMapping("/sources/{id:[a-z2-7]{26}}/forget")
    ModelAndView forgetSource(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String listed) {
        return forget(view, chrome, session, ofSource(view, id), listed);
    }

    private static Forgetting ofSource(View view, String id) {
        Source source = SourcePages.source(view, id);
        return new Forgetting(
                Optional.of(source.codeName()),
                "/sources/" + id,
                "/accounts",
                Closing.over(view.casebook(), source.id()),
                Touched.by(view, source.id()));
    }

    @GetMapping("/inbox/{id:[a-z2-7]{26}}/forget")
    ModelAndView considerReport(@ModelAttribute("view") View view, @PathVariable String id) {
        return source(view, report(view, id))
                .map(source -> Pages.go("/sources/" + source + "/forget"))
                .orElseGet(() -> Pages.page("accounts/forget", ofReport(id)));
    }

    @PostMapping("/inbox/{id:[a-z2-7]{26}}/forget")
    ModelAndView forgetReport(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String listed) {
        // An account made of it meanwhile is forgotten with its source, which is shown first.
        return source(view, report(view, id))
                .map(source -> Pages.go("/sources/" + source + "/forget"))
                .orElseGet(() -> forget(view, chrome, session, ofReport(id), listed));
    }

    private static Forgetting ofReport(String id) {
        return new Forgetting(
                Optional.empty(),
                "/inbox/" + id,
                "/inbox",
                Closing.overReport(Id.parse(id)),
                new Touched(List.of(), Optional.of(List.of())));
    }

    private ModelAndView forget(View view, Chrome chrome, HttpSession session, Forgetting shown, String listed) {
        if (!listed.equals(shown.listed())) {
            // Something has come since the page was drawn; nobody forgets what they were not shown.
            return Pages.refused(session, shown.back() + "/forget", chrome.say("accounts.error.forget"));
        }
        shredder.forget(view, shown.closing());
        return Pages.done(session, chrome, shown.afterwards(), "accounts.forgotten");
    }

    /** Whom this report became, if somebody made an account of it. */
    private static Optional<Id> source(View view, Report report) {
        return report.triaged()
                .flatMap(triaged -> triaged.fact().account())
                .flatMap(view.casebook().accounts()::account)
                .map(account -> account.source());
    }

    private static Report report(View view, String id) {
        return view.casebook()
                .reports()
                .report(Id.parse(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
