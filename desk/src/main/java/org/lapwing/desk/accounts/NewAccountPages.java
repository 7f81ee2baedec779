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
import java.util.stream.Collectors;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.Reports.Report;
import org.lapwing.casebook.fact.IntakeFact.ReportReceived;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.FileRow;
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
            Optional<Report> report,
            List<FileRow> files) {}

    @GetMapping("/accounts/new")
    ModelAndView blank(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            @RequestParam(defaultValue = "") String report) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("told", LocalDate.now(clock).toString());
        typed.put("language", "ru");
        report(view, report).ifPresent(arrived -> {
            // Of a report that has become an account, what came since; its source is known then.
            List<Noted<ReportReceived>> parts = arrived.untold().isEmpty() ? arrived.parts() : arrived.untold();
            ReportReceived first = parts.getFirst().fact();
            typed.put("report", arrived.id().toString());
            typed.put("words", words(parts));
            typed.put("language", first.language());
            typed.put("told", first.day().toString());
            typed.put("channel", "GATE");
            source(view, arrived).ifPresent(known -> typed.put("source", known));
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
        List<Id> reliedOn = report(view, typed.getOrDefault("report", "")).map(Report::id).stream()
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
        Optional<Report> report = report(view, form.fields().getOrDefault("report", ""));
        return Pages.page(
                "accounts/new",
                new NewPage(
                        form.fields(),
                        form.consents(),
                        form.labels(),
                        errors,
                        Suggested.few(casebook, SourceOpened.class),
                        new ConsentForm(casebook, chrome, LocalDate.now(clock), pen::newId).asked(),
                        report,
                        report.map(arrived -> Report.files(arrived.untold())).orElse(List.of()).stream()
                                .map(FileRow::of)
                                .toList()));
    }

    private static String words(List<Noted<ReportReceived>> parts) {
        return parts.stream()
                .map(part -> part.fact().words())
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    /** The code name of whoever sent it, if an account was made of it before. */
    private static Optional<String> source(View view, Report report) {
        return report.triaged()
                .flatMap(triaged -> triaged.fact().account())
                .flatMap(view.casebook().accounts()::account)
                .map(account -> Labels.codeName(view.casebook(), account.source()));
    }

    private static Optional<Report> report(View view, String id) {
        return Id.isId(id) ? view.casebook().reports().report(Id.parse(id)) : Optional.empty();
    }
}
