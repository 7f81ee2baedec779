// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.findings;

import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Pages;
import org.lapwing.desk.doors.Doors;
import org.lapwing.desk.findings.FindingPage.Typed;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;
import org.lapwing.journal.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What the forms on a finding's page have in common: what cannot be taken comes back as it was typed. */
abstract class FormsOnAFinding {
    static final String WEIGHERS = "hasAnyAuthority('investigator', 'analyst')";

    final Pen pen;
    private final Doors doors;

    FormsOnAFinding(Pen pen, Doors doors) {
        this.pen = pen;
        this.doors = doors;
    }

    @ModelAttribute("form")
    FindingForm form(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam Map<String, String> typed) {
        return new FindingForm(view, chrome, session, FindingPages.finding(view, id), position, typed);
    }

    /** A sentence that answers one field of the page: where it goes back to if it cannot be taken. */
    record Said(String field, String done) {}

    ModelAndView write(FindingForm form, Said said, List<? extends Fact> facts, Id... reliedOn) {
        List<Id> ids = Stream.concat(Stream.of(form.id()), Stream.of(reliedOn)).toList();
        Outcome outcome = pen.write(form.view(), form.position(), ids, facts);
        if (outcome instanceof Outcome.Stale) {
            return again(form, said.field(), "findings.error.stale");
        }
        return Pages.after(outcome, form.session(), form.chrome(), new Pages.Landing(form.path(), said.done()));
    }

    /** The page again, with everything that was typed and a sentence on what is wrong. */
    ModelAndView again(FindingForm form, String field, String messageKey) {
        Map<String, String> typed = new HashMap<>(form.typed());
        typed.put(field, form.words("words"));
        var error = Map.of(field, form.chrome().say(messageKey));
        var page = Pages.page("findings/finding", page(form, new Typed(typed, error)));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    FindingPage page(FindingForm form, Typed typed) {
        return new FindingReader(form.view(), form.chrome(), doors).read(form.finding(), typed);
    }

    static <T extends Enum<T>> T term(T[] terms, String name) {
        return Stream.of(terms)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(FormsOnAFinding::unknown);
    }

    static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
}
