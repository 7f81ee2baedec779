// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.accounts;

import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.fact.IntakeFact.ReportReceived;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Pages;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;
import org.lapwing.journal.Outcome;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A new account, from a talk, a call, a messenger, a letter, or a report that came through the gate. */
@Controller
@PreAuthorize("hasAuthority('intake')")
public class NewAccountPages {
    private final Pen pen;
    private final Clock clock;
    private final SecureRandom random;

    public NewAccountPages(Pen pen, Clock clock, SecureRandom random) {
        this.pen = pen;
        this.clock = clock;
        this.random = random;
    }

    public record NewPage(
            Map<String, String> typed,
            List<String> consents,
            List<String> labels,
            Map<String, String> errors,
            List<String> sources,
            List<ConsentForm.Asked> asked,
            Optional<ReportReceived> report) {}

    @GetMapping("/accounts/new")
    ModelAndView blank(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            @RequestParam(defaultValue = "") String report) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("told", LocalDate.now(clock).toString());
        typed.put("language", "ru");
        Optional<ReportReceived> from = report(view, report);
        from.ifPresent(arrived -> {
            typed.put("report", arrived.report().toString());
            typed.put("words", arrived.words());
            typed.put("language", arrived.language());
            typed.put("told", arrived.day().toString());
            typed.put("channel", "GATE");
        });
        return page(view, chrome, new Typed(typed, List.of(), List.of()), Map.of());
    }

    @PostMapping("/accounts/new")
    ModelAndView make(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @RequestParam long position,
            @RequestParam MultiValueMap<String, String> form) {
        Map<String, String> typed = new LinkedHashMap<>(form.toSingleValueMap());
        Typed all = new Typed(typed, form.getOrDefault("consent", List.of()), form.getOrDefault("label", List.of()));
        NewAccountForm made = new NewAccountForm(view, chrome, typed, random, LocalDate.now(clock));
        Optional<NewAccountForm.Made> facts = made.read(all.consents(), all.labels());
        if (facts.isEmpty()) {
            return page(view, chrome, all, made.errors());
        }
        List<Id> reliedOn = report(view, typed.getOrDefault("report", "")).map(ReportReceived::report).stream()
                .toList();
        Outcome outcome = pen.write(view, position, reliedOn, facts.get().facts());
        if (outcome instanceof Outcome.Stale) {
            return page(view, chrome, all, Map.of("words", chrome.say("accounts.error.stale-report")));
        }
        return Pages.after(
                outcome,
                session,
                chrome,
                new Pages.Landing("/accounts/" + facts.get().account() + "/copy", "accounts.made"));
    }

    private record Typed(Map<String, String> fields, List<String> consents, List<String> labels) {}

    private ModelAndView page(View view, Chrome chrome, Typed form, Map<String, String> errors) {
        Casebook casebook = view.casebook();
        return Pages.page(
                "accounts/new",
                new NewPage(
                        form.fields(),
                        form.consents(),
                        form.labels(),
                        errors,
                        casebook.sources().all().stream()
                                .map(source -> source.codeName())
                                .sorted()
                                .toList(),
                        new ConsentForm(casebook, chrome, LocalDate.now(clock), pen::newId).asked(),
                        report(view, form.fields().getOrDefault("report", ""))));
    }

    private static Optional<ReportReceived> report(View view, String id) {
        return Id.isId(id)
                ? view.casebook().last(Id.parse(id), ReportReceived.class).map(noted -> noted.fact())
                : Optional.empty();
    }
}
