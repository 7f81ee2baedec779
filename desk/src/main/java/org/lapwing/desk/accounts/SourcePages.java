// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.accounts;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lapwing.casebook.Accounts.Account;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.Sources.Source;
import org.lapwing.casebook.fact.ConsentFact.ConsentGiven;
import org.lapwing.casebook.fact.ConsentFact.ConsentWithdrawn;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.SourceFact.RetractionRecorded;
import org.lapwing.casebook.fact.SourceFact.SourceReliabilityJudged;
import org.lapwing.casebook.fact.SourceFact.SourceVerified;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.release.Consent;
import org.lapwing.casebook.term.Control;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.casebook.term.Reliability;
import org.lapwing.casebook.term.RetractionKind;
import org.lapwing.casebook.term.VerifiedHow;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Pages;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.View;
import org.lapwing.edtf.Edtf;
import org.lapwing.edtf.EdtfInput;
import org.lapwing.edtf.Reading;
import org.lapwing.entry.Id;
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

/** Who tells: verified how, what they agreed to, what they took back. */
@Controller
public class SourcePages {
    private static final String KEEPERS = "hasAnyAuthority('intake', 'investigator')";

    private final Pen pen;
    private final Clock clock;

    public SourcePages(Pen pen, Clock clock) {
        this.pen = pen;
        this.clock = clock;
    }

    public record Standing(Purpose purpose, boolean agreed) {}

    public record SourcePage(
            Source source,
            List<Account> accounts,
            List<Standing> standing,
            List<Noted<ConsentGiven>> given,
            List<Noted<ConsentWithdrawn>> withdrawn,
            List<ConsentForm.Asked> asked,
            Touched touched) {}

    @GetMapping("/sources/{id:[a-z2-7]{26}}")
    ModelAndView show(
            @ModelAttribute("view") View view, @ModelAttribute("chrome") Chrome chrome, @PathVariable String id) {
        Source source = source(view, id);
        Casebook casebook = view.casebook();
        LocalDate today = LocalDate.now(clock);
        return Pages.page(
                "accounts/source",
                new SourcePage(
                        source,
                        casebook.accounts().of(source.id()),
                        Arrays.stream(Purpose.values())
                                .map(purpose ->
                                        new Standing(purpose, Consent.agreed(casebook, source.id(), purpose, today)))
                                .toList(),
                        casebook.about(source.id(), ConsentGiven.class),
                        casebook.about(source.id(), ConsentWithdrawn.class),
                        new ConsentForm(casebook, chrome, today, pen::newId).asked(),
                        Touched.by(view, source.id())));
    }

    @PostMapping("/sources/{id:[a-z2-7]{26}}/consents")
    @PreAuthorize(KEEPERS)
    ModelAndView agree(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam MultiValueMap<String, String> form) {
        Source source = source(view, id);
        List<ConsentGiven> given = new ConsentForm(view.casebook(), chrome, LocalDate.now(clock), pen::newId)
                .read(
                        form.getOrDefault("consent", List.of()),
                        ConsentForm.Giving.self(source.id()),
                        form.toSingleValueMap());
        if (given.isEmpty()) {
            return Pages.refused(session, "/sources/" + id, chrome.say("accounts.error.consent"));
        }
        return Pages.after(
                pen.write(view, position, List.of(source.id()), given),
                session,
                chrome,
                new Pages.Landing("/sources/" + id, "accounts.consent.given"));
    }

    @PostMapping("/sources/{id:[a-z2-7]{26}}/withdrawals")
    @PreAuthorize(KEEPERS)
    ModelAndView withdraw(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String how) {
        Source source = source(view, id);
        if (how.isBlank()) {
            return Pages.refused(session, "/sources/" + id, chrome.say("accounts.error.withdrawal"));
        }
        return Pages.after(
                pen.write(
                        view,
                        position,
                        List.of(source.id()),
                        List.of(new ConsentWithdrawn(
                                source.id(),
                                source.id(),
                                CodingForm.named(Purpose.class, purpose),
                                LocalDate.now(clock),
                                how.strip()))),
                session,
                chrome,
                new Pages.Landing("/sources/" + id + "#touched", "accounts.consent.withdrawn"));
    }

    @PostMapping("/sources/{id:[a-z2-7]{26}}/judgements")
    @PreAuthorize(KEEPERS)
    ModelAndView judge(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam(defaultValue = "") String verifiedHow,
            @RequestParam(defaultValue = "") String reliability,
            @RequestParam(defaultValue = "") String failed,
            @RequestParam(defaultValue = "") String reasons) {
        Source source = source(view, id);
        var facts = new ArrayList<Fact>();
        CodingForm.named(VerifiedHow.class, verifiedHow)
                .ifPresent(each -> facts.add(new SourceVerified(source.id(), failed.isEmpty(), each, reasons)));
        CodingForm.named(Reliability.class, reliability)
                .ifPresent(each -> facts.add(new SourceReliabilityJudged(source.id(), each, reasons)));
        if (facts.isEmpty() || reasons.isBlank()) {
            return Pages.refused(session, "/sources/" + id, chrome.say("accounts.error.judgement"));
        }
        return Pages.after(
                pen.write(view, position, List.of(source.id()), facts),
                session,
                chrome,
                new Pages.Landing("/sources/" + id, "accounts.judged"));
    }

    /** The source takes something back. It withdraws no claim; within reach of the accused it stops all sharing. */
    @PostMapping("/sources/{id:[a-z2-7]{26}}/retractions")
    @PreAuthorize(KEEPERS)
    ModelAndView retract(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam MultiValueMap<String, String> form) {
        Source source = source(view, id);
        Map<String, String> typed = form.toSingleValueMap();
        Optional<RetractionKind> kind = CodingForm.named(RetractionKind.class, typed.getOrDefault("kind", ""));
        Optional<Control> control = CodingForm.named(Control.class, typed.getOrDefault("control", ""));
        String when = typed.getOrDefault("when", "").strip();
        Optional<Edtf> day = EdtfInput.read(when, chrome.tongue().locale()) instanceof Reading.Read read
                ? Optional.of(read.value())
                : Optional.empty();
        if (kind.isEmpty() || control.isEmpty() || (day.isEmpty() && !when.isEmpty())) {
            return Pages.refused(session, "/sources/" + id, chrome.say("accounts.error.retraction"));
        }
        List<Account> accounts = view.casebook().accounts().of(source.id());
        String language = accounts.stream()
                .map(account -> account.taken().fact().language())
                .findFirst()
                .orElse(chrome.language());
        RetractionRecorded retraction = new RetractionRecorded(
                pen.newId(),
                source.id(),
                kind.get(),
                typed.getOrDefault("channel", "").strip(),
                control.get(),
                some(typed, "where"),
                day,
                some(typed, "words").map(words -> new Text(words, language)),
                accounts.stream()
                        .map(Account::id)
                        .filter(account ->
                                form.getOrDefault("account", List.of()).contains(account.toString()))
                        .toList());
        return Pages.after(
                pen.write(view, position, List.of(source.id()), List.of(retraction)),
                session,
                chrome,
                new Pages.Landing("/sources/" + id, "accounts.retraction.written"));
    }

    private static Optional<String> some(Map<String, String> typed, String field) {
        return Optional.of(typed.getOrDefault(field, "").strip()).filter(each -> !each.isEmpty());
    }

    static Source source(View view, String id) {
        return view.casebook()
                .sources()
                .source(Id.parse(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
