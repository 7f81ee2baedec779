// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.inbox;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.Reports.Report;
import org.lapwing.casebook.fact.IntakeFact.ReplyWritten;
import org.lapwing.casebook.fact.IntakeFact.ReportReceived;
import org.lapwing.casebook.fact.IntakeFact.ReportTriaged;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.term.ReportKind;
import org.lapwing.casebook.term.TriageDecision;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.FileRow;
import org.lapwing.desk.Pages;
import org.lapwing.desk.doors.Doors;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;
import org.lapwing.journal.Outcome;
import org.lapwing.seal.Duty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** One report: its words as they came, what was decided about it, and replies to the holder of its receipt. */
@Controller
public final class ReportPages {
    private final Doors doors;
    private final Pen pen;
    private final Outbox outbox;
    private final Clock clock;

    ReportPages(Doors doors, Pen pen, Outbox outbox, Clock clock) {
        this.doors = doors;
        this.pen = pen;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Something that came in.
     *
     * @param kind the message key of what it is
     * @param index of its entry in the log
     */
    public record Came(
            String kind,
            boolean urgent,
            LocalDate day,
            String language,
            String tag,
            String words,
            int length,
            List<FileRow> files,
            long index) {}

    public record Decision(String decision, String by, Optional<String> account, Optional<String> note, long index) {}

    public record Reply(String words, LocalDate day, String by, long index) {}

    /** What was typed, kept when it is refused, and the message key of why. */
    public record Typed(String field, String error, String note, String reply) {
        static final Typed NOTHING = new Typed("", "", "", "");
    }

    public record ReportPage(
            String id,
            Came first,
            List<Came> additions,
            boolean stopped,
            boolean strayed,
            Optional<Decision> decision,
            List<Reply> replies,
            boolean intake,
            boolean answerable,
            Typed typed) {}

    @GetMapping("/inbox/{id}")
    ModelAndView report(
            @ModelAttribute("view") View view, @ModelAttribute("chrome") Chrome chrome, @PathVariable String id) {
        return seen(view, chrome, id)
                .map(report -> page(report, chrome, Typed.NOTHING))
                .orElseGet(Pages::missing);
    }

    private static Optional<Report> seen(View view, Chrome chrome, String id) {
        return Id.isId(id)
                ? view.casebook().reports().report(Id.parse(id)).filter(report -> InboxPages.sees(chrome, report))
                : Optional.empty();
    }

    private ModelAndView page(Report report, Chrome chrome, Typed typed) {
        Locale locale = chrome.tongue().locale();
        ReportReceived first = report.received().fact();
        boolean intake = chrome.may(Duty.INTAKE);
        return Pages.page(
                "inbox/report",
                new ReportPage(
                        report.id().toString(),
                        came(report.received(), locale),
                        report.additions().stream()
                                .map(each -> came(each, locale))
                                .toList(),
                        report.stopped(),
                        first.kind() != ReportKind.REPORT,
                        report.triaged().map(this::decision),
                        report.replies().stream().map(this::reply).toList(),
                        intake,
                        intake && !first.mailbox().isEmpty(),
                        typed));
    }

    private static Came came(Noted<ReportReceived> noted, Locale locale) {
        ReportReceived fact = noted.fact();
        return new Came(
                "inbox.kind." + fact.kind().name().toLowerCase(Locale.ROOT),
                fact.urgent(),
                fact.day(),
                InboxPages.language(fact.language(), locale),
                fact.language(),
                fact.words(),
                InboxPages.words(fact.words()),
                fact.attachments().stream()
                        .filter(each -> !each.identityFile())
                        .map(FileRow::of)
                        .toList(),
                noted.ref().index());
    }

    private Decision decision(Noted<ReportTriaged> noted) {
        return new Decision(
                "inbox.state." + noted.fact().decision().name().toLowerCase(Locale.ROOT),
                doors.handle(noted.ref().author()),
                noted.fact().account().map(Id::toString),
                noted.fact().note(),
                noted.ref().index());
    }

    private Reply reply(Noted<ReplyWritten> noted) {
        return new Reply(
                noted.fact().words().words(),
                noted.fact().day(),
                doors.handle(noted.ref().author()),
                noted.ref().index());
    }

    @PostMapping("/inbox/{id}/triage")
    ModelAndView triage(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            Triage triage) {
        Optional<Report> report = seen(view, chrome, id);
        if (report.isEmpty()) {
            return Pages.missing();
        }
        Optional<TriageDecision> decision = triage.made();
        String note = triage.note() == null ? "" : triage.note().strip();
        if (decision.isEmpty()) {
            return page(report.get(), chrome, new Typed("decision", "inbox.error.decision", note, ""));
        }
        var fact = new ReportTriaged(
                report.get().id(),
                decision.get(),
                Optional.empty(),
                note.isEmpty() ? Optional.empty() : Optional.of(note));
        Outcome outcome =
                pen.write(view, triage.position(), List.of(report.get().id()), List.of(fact));
        return Pages.after(outcome, session, chrome, new Pages.Landing("/inbox", "inbox.triaged"));
    }

    /** The triage form. An account is made on its own page, which triages the report itself. */
    record Triage(
            long position,
            @Nullable String decision,
            @Nullable String note) {
        Optional<TriageDecision> made() {
            return List.of(TriageDecision.URGENT_HANDED_OVER, TriageDecision.SET_ASIDE, TriageDecision.BAIT_SUSPECTED)
                    .stream()
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(decision))
                    .findFirst();
        }
    }

    @PostMapping("/inbox/{id}/reply")
    ModelAndView reply(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            ReplyForm form) {
        Optional<Report> found = seen(view, chrome, id);
        if (found.isEmpty() || found.get().received().fact().mailbox().isEmpty()) {
            return Pages.missing();
        }
        Report report = found.get();
        String words = form.words() == null ? "" : form.words().strip();
        Optional<String> error = wrong(words, form);
        if (error.isPresent()) {
            return page(report, chrome, new Typed("reply", error.get(), "", words));
        }
        ReportReceived first = report.received().fact();
        var fact = new ReplyWritten(pen.newId(), report.id(), new Text(words, first.language()), LocalDate.now(clock));
        Outcome outcome = pen.write(view, form.position(), List.of(report.id()), List.of(fact));
        if (outcome instanceof Outcome.Appended) {
            // After the entry: what went out is always in the journal. The next round to the gate takes it along.
            outbox.put(first.locator(), first.mailbox(), words, first.language());
        }
        return Pages.after(outcome, session, chrome, new Pages.Landing("/inbox/" + id, "inbox.replied"));
    }

    private static Optional<String> wrong(String words, ReplyForm form) {
        if (words.isEmpty()) {
            return Optional.of("inbox.error.reply.empty");
        } else if (!Outbox.fits(words)) {
            return Optional.of("inbox.error.reply.long");
        }
        return form.checked() == null ? Optional.of("inbox.error.reply.checked") : Optional.empty();
    }

    /** @param checked that it holds no place, hour, name or number: the gate might be read by others */
    record ReplyForm(
            long position, @Nullable String words, @Nullable String checked) {}
}
