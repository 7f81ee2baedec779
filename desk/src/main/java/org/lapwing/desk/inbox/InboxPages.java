// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.inbox;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.lapwing.casebook.Reports;
import org.lapwing.casebook.Reports.Report;
import org.lapwing.casebook.fact.IntakeFact.ReportReceived;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Paged;
import org.lapwing.desk.Pages;
import org.lapwing.desk.doors.Bell;
import org.lapwing.desk.doors.Unlocked;
import org.lapwing.desk.inbox.Collection.Round;
import org.lapwing.desk.reading.View;
import org.lapwing.seal.Duty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What waits, urgent first, and what the gate still holds. Coordinators see what is urgent and nothing else. */
@Controller
public final class InboxPages {
    private final Collection collection;
    private final Gate gate;
    private final Outbox outbox;
    private final Bell bell;

    InboxPages(Collection collection, Gate gate, Outbox outbox, Bell bell) {
        this.collection = collection;
        this.gate = gate;
        this.outbox = outbox;
        this.bell = bell;
    }

    /**
     * A report in the list.
     *
     * @param words how many
     * @param additions what the receipt's holder sent later
     * @param state a message key of what became of it
     */
    public record Row(
            String href,
            boolean urgent,
            LocalDate day,
            String language,
            int words,
            int files,
            int additions,
            boolean stopped,
            String state) {}

    /**
     * A report that the gate keeps, because it was not accepted.
     *
     * @param why a message key
     */
    public record StillThere(LocalDate day, long kib, String why) {}

    /**
     * @param trouble the message key of what went wrong in the last round, or ""
     * @param outbox replies that wait for the gate
     */
    public record GateState(boolean known, String trouble, List<StillThere> stillThere, int outbox) {}

    public record InboxPage(
            Paged<Row> waiting, Paged<Row> seen, GateState gate, int rung, boolean intake, boolean urgentOnly) {}

    @GetMapping("/inbox")
    ModelAndView inbox(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int seen) {
        boolean intake = chrome.may(Duty.INTAKE);
        Locale locale = chrome.tongue().locale();
        Reports reports = view.casebook().reports();
        return Pages.page(
                "inbox/inbox",
                new InboxPage(
                        Paged.of(
                                reports.waiting().stream()
                                        .filter(report -> sees(chrome, report))
                                        .toList(),
                                from,
                                some -> some.stream()
                                        .map(report -> row(report, locale))
                                        .toList()),
                        Paged.of(
                                reports.seen(!intake).reversed(),
                                seen,
                                some -> some.stream()
                                        .flatMap(report -> reports.report(report).stream())
                                        .map(report -> row(report, locale))
                                        .toList()),
                        gateState(intake),
                        bell.rung(),
                        intake,
                        !intake));
    }

    /** Nobody but the intake opens what is not urgent. */
    static boolean sees(Chrome chrome, Report report) {
        return chrome.may(Duty.INTAKE) || report.urgent();
    }

    private GateState gateState(boolean intake) {
        Round last = collection.last();
        return new GateState(
                gate.known(),
                last.trouble()
                        .map(each -> "inbox.trouble." + each.name().toLowerCase(Locale.ROOT))
                        .orElse(""),
                intake ? last.stillThere().stream().map(InboxPages::still).toList() : List.of(),
                intake ? outbox.waiting() : 0);
    }

    private static StillThere still(Collection.StillThere each) {
        return new StillThere(
                each.day(),
                each.bytes() / 1024,
                "inbox.why." + each.why().name().toLowerCase(Locale.ROOT));
    }

    private static Row row(Report report, Locale locale) {
        ReportReceived first = report.received().fact();
        return new Row(
                "/inbox/" + report.id(),
                report.urgent(),
                first.day(),
                language(first.language(), locale),
                words(first.words()),
                (int) files(first),
                report.additions().size(),
                report.stopped(),
                state(report));
    }

    private static String state(Report report) {
        return report.triaged()
                .map(each -> "inbox.state." + each.fact().decision().name().toLowerCase(Locale.ROOT))
                .orElse("inbox.state.new");
    }

    static long files(ReportReceived report) {
        return report.attachments().stream()
                .filter(each -> !each.identityFile())
                .count();
    }

    static String language(String tag, Locale locale) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(locale);
    }

    static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    @PostMapping("/inbox/collect")
    ModelAndView collect(Principal reader, HttpSession session, @ModelAttribute("chrome") Chrome chrome) {
        if (!gate.known() || !(reader instanceof Unlocked member)) {
            return Pages.refused(session, "/inbox", chrome.say("inbox.gate.unknown"));
        }
        Round round = collection.collect(member);
        if (round.trouble().isPresent()) {
            String key = "inbox.trouble." + round.trouble().get().name().toLowerCase(Locale.ROOT);
            return Pages.refused(session, "/inbox", chrome.say(key));
        }
        return Pages.done(
                session, chrome, "/inbox", round.collected() == 0 ? "inbox.collected.none" : "inbox.collected");
    }
}
