// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.accounts;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.Accounts.Account;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Closing;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.Sources.Source;
import org.lapwing.casebook.fact.ConsentFact.ConsentGiven;
import org.lapwing.casebook.fact.ConsentFact.ConsentWithdrawn;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.GroupFact.BodyRecorded;
import org.lapwing.casebook.fact.SourceFact.SourceReliabilityJudged;
import org.lapwing.casebook.fact.SourceFact.SourceVerified;
import org.lapwing.casebook.release.Consent;
import org.lapwing.casebook.release.ConsentWording;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.casebook.term.Relation;
import org.lapwing.casebook.term.Reliability;
import org.lapwing.casebook.term.VerifiedHow;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Pages;
import org.lapwing.desk.reading.Pen;
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

/** Who tells: verified how, what they agreed to, what they took back, and how they are forgotten. */
@Controller
public class SourcePages {
    private static final String KEEPERS = "hasAnyAuthority('intake', 'investigator')";

    private final Pen pen;
    private final Shredder shredder;
    private final Clock clock;

    public SourcePages(Pen pen, Shredder shredder, Clock clock) {
        this.pen = pen;
        this.shredder = shredder;
        this.clock = clock;
    }

    public record Standing(Purpose purpose, boolean agreed) {}

    public record SourcePage(
            Source source,
            List<Account> accounts,
            List<Standing> standing,
            List<Noted<ConsentGiven>> given,
            List<Noted<ConsentWithdrawn>> withdrawn,
            List<BodyRecorded> bodies) {}

    public record ForgetPage(Source source, Closing closing, List<String> received) {}

    @GetMapping("/sources/{id:[a-z2-7]{26}}")
    ModelAndView show(@ModelAttribute("view") View view, @PathVariable String id) {
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
                        casebook.group().bodies().stream().map(Noted::fact).toList()));
    }

    @PostMapping("/sources/{id:[a-z2-7]{26}}/consents")
    @PreAuthorize(KEEPERS)
    ModelAndView agree(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam String purpose,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String circumstances) {
        Source source = source(view, id);
        Optional<Purpose> wanted = CodingForm.named(Purpose.class, purpose);
        Optional<BodyRecorded> to =
                Id.isId(body) ? view.casebook().group().body(Id.parse(body)).map(Noted::fact) : Optional.empty();
        boolean needsBody = wanted.filter(each -> each == Purpose.SHARE || each == Purpose.COURT)
                .isPresent();
        if (wanted.isEmpty() || (needsBody && to.isEmpty())) {
            return Pages.refused(session, "/sources/" + id, chrome.say("accounts.error.consent"));
        }
        ConsentWording wording = new ConsentWording(chrome.tongue().locale());
        ConsentGiven given = new ConsentGiven(
                pen.newId(),
                source.id(),
                source.id(),
                Relation.SELF,
                Optional.empty(),
                wanted.get(),
                needsBody ? to.map(BodyRecorded::body) : Optional.empty(),
                needsBody ? wording.of(wanted.get(), to.orElseThrow()) : wording.of(wanted.get()),
                true,
                true,
                chrome.language(),
                "none",
                circumstances,
                LocalDate.now(clock),
                Optional.empty(),
                Optional.empty());
        return Pages.after(
                pen.write(view, position, List.of(source.id()), List.of(given)),
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
                                how))),
                session,
                chrome,
                new Pages.Landing("/sources/" + id, "accounts.consent.withdrawn"));
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
            @RequestParam(defaultValue = "") String reasons) {
        Source source = source(view, id);
        var facts = new ArrayList<Fact>();
        CodingForm.named(VerifiedHow.class, verifiedHow)
                .ifPresent(each -> facts.add(new SourceVerified(source.id(), true, each, reasons)));
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

    /** What forgetting would close over; nothing is done yet. */
    @GetMapping("/sources/{id:[a-z2-7]{26}}/forget")
    @PreAuthorize("hasAuthority('intake')")
    ModelAndView consider(@ModelAttribute("view") View view, @PathVariable String id) {
        Source source = source(view, id);
        Closing closing = Closing.over(view.casebook(), source.id());
        return Pages.page(
                "accounts/forget",
                new ForgetPage(
                        source,
                        closing,
                        closing.released().stream()
                                .map(each -> view.casebook()
                                        .group()
                                        .body(each.fact().body())
                                        .map(body -> body.fact().name())
                                        .orElse("?"))
                                .toList()));
    }

    @PostMapping("/sources/{id:[a-z2-7]{26}}/forget")
    @PreAuthorize("hasAuthority('intake')")
    ModelAndView forget(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id) {
        Source source = source(view, id);
        shredder.forget(view, Closing.over(view.casebook(), source.id()));
        return Pages.done(session, chrome, "/accounts", "accounts.forgotten");
    }

    private static Source source(View view, String id) {
        return view.casebook()
                .sources()
                .source(Id.parse(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
