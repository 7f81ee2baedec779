// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.accounts;

import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lapwing.casebook.Accounts.Account;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.fact.AccountFact.RenderingChecked;
import org.lapwing.casebook.fact.AccountFact.RenderingMade;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.OriginalFact.OriginalKept;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.term.RenderingMethod;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.FileRow;
import org.lapwing.desk.Pages;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Where names become tokens: the original on one side, the working copy that everyone else reads on the other. */
@Controller
public class CopyPages {
    private final Pen pen;
    private final SecureRandom random;

    public CopyPages(Pen pen, SecureRandom random) {
        this.pen = pen;
        this.random = random;
    }

    public record CopyPage(
            Account account,
            String codeName,
            OriginalKept original,
            String names,
            Optional<Text> preview,
            List<String> perhaps,
            Map<String, String> errors,
            List<String> people,
            List<String> places,
            List<FileRow> files) {}

    @GetMapping("/accounts/{id:[a-z2-7]{26}}/copy")
    @PreAuthorize("hasAuthority('intake')")
    ModelAndView show(@ModelAttribute("view") View view, @PathVariable String id) {
        Account account = AccountPages.account(view, id);
        String names = NamesForm.lines(view.casebook(), account, original(view, account));
        return page(view, account, names, Optional.empty(), Map.of());
    }

    @PostMapping("/accounts/{id:[a-z2-7]{26}}/copy")
    @PreAuthorize("hasAuthority('intake')")
    ModelAndView make(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam(defaultValue = "") String names,
            @RequestParam(defaultValue = "") String make) {
        Account account = AccountPages.account(view, id);
        NamesForm form = new NamesForm(view.casebook(), chrome, account, original(view, account), random);
        Optional<NamesForm.Made> made = form.read(names);
        if (made.isEmpty() || make.isEmpty()) {
            return page(view, account, names, made, form.errors());
        }
        Outcome outcome =
                pen.write(view, position, List.of(account.id()), made.get().facts());
        if (outcome instanceof Outcome.Stale) {
            return page(view, account, names, made, Map.of("names", chrome.say("accounts.error.stale-copy")));
        }
        return Pages.after(
                outcome, session, chrome, new Pages.Landing("/accounts/" + account.id(), "accounts.copy.made"));
    }

    private static ModelAndView page(
            View view, Account account, String names, Optional<NamesForm.Made> made, Map<String, String> errors) {
        return Pages.page(
                "accounts/copy",
                new CopyPage(
                        account,
                        Labels.codeName(view.casebook(), account.source()),
                        original(view, account),
                        names,
                        made.map(NamesForm.Made::words),
                        made.map(NamesForm.Made::perhaps).orElse(List.of()),
                        errors,
                        Suggested.few(view.casebook(), PersonOpened.class),
                        Suggested.places(view.casebook()),
                        view.casebook().accounts().exhibits(account.id()).stream()
                                .map(each -> FileRow.of(each.fact()))
                                .toList()));
    }

    private static OriginalKept original(View view, Account account) {
        if (!view.holds(Compartment.ORIGINALS)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return view.casebook()
                .accounts()
                .original(account.id())
                .map(noted -> noted.fact())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A translation or transcript of the newest working copy. */
    @PostMapping("/accounts/{id:[a-z2-7]{26}}/renderings")
    @PreAuthorize("hasAnyAuthority('intake', 'investigator')")
    ModelAndView render(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam Map<String, String> typed) {
        Account account = AccountPages.account(view, id);
        String words = typed.getOrDefault("words", "");
        String language = typed.getOrDefault("language", "");
        String by = typed.getOrDefault("renderedBy", "").strip();
        Optional<RenderingMethod> method = CodingForm.named(RenderingMethod.class, typed.getOrDefault("method", ""));
        if (words.isBlank()
                || method.isEmpty()
                || !language.matches("[a-z]{2,8}(-[A-Za-z0-9]{1,8})*")
                || account.workingCopy().isEmpty()) {
            return Pages.refused(session, "/accounts/" + id, chrome.say("accounts.error.rendering"));
        }
        return Pages.after(
                pen.write(
                        view,
                        position,
                        List.of(account.id()),
                        List.of(new RenderingMade(
                                pen.newId(),
                                account.id(),
                                account.workingCopy().get().fact().copy(),
                                method.get(),
                                by.isEmpty() ? view.reader().handle() : by,
                                new Text(words.strip().replace("\r\n", "\n"), language),
                                Stream.of(typed.getOrDefault("disputed", "").split("[;\\r\\n]+"))
                                        .map(String::strip)
                                        .filter(each -> !each.isEmpty())
                                        .toList()))),
                session,
                chrome,
                new Pages.Landing("/accounts/" + id, "accounts.rendering.made"));
    }

    /** Another member compares a rendering with the words. */
    @PostMapping("/accounts/renderings/{id:[a-z2-7]{26}}")
    @PreAuthorize("hasAnyAuthority('intake', 'investigator')")
    ModelAndView check(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam boolean agrees,
            @RequestParam(defaultValue = "") String notes) {
        Noted<RenderingMade> made = view.casebook()
                .last(Id.parse(id), RenderingMade.class)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        RenderingMade rendering = made.fact();
        if (made.ref().author().equals(view.reader().id())) {
            // Whoever made it sees what they meant, not what stands there.
            return Pages.refused(
                    session, "/accounts/" + rendering.account(), chrome.say("accounts.error.own-rendering"));
        }
        return Pages.after(
                pen.write(
                        view,
                        position,
                        List.of(rendering.rendering()),
                        List.of(new RenderingChecked(
                                rendering.rendering(),
                                agrees,
                                Optional.of(notes.strip()).filter(each -> !each.isEmpty())))),
                session,
                chrome,
                new Pages.Landing("/accounts/" + rendering.account(), "accounts.rendering.was-checked"));
    }
}
