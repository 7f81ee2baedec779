// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.people;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.People;
import org.lapwing.casebook.People.Listed;
import org.lapwing.casebook.People.Person;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.NameFact.NameRecorded;
import org.lapwing.casebook.fact.NameFact.NameRevealed;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Paged;
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

/** People by code name, and the one way to a name. */
@Controller
public class PeoplePages {
    /** Whoever is known only through others is erased after this, unless a member has looked (casebook.md). */
    static final Period LOOK_WITHIN = Period.ofDays(90);

    private final Pen pen;
    private final PersonModel model;

    PeoplePages(Pen pen, PersonModel model) {
        this.pen = pen;
        this.model = model;
    }

    /** @param masked how many are masked */
    public record ListPage(Paged<Person> paged, String q, boolean maskedOnly, int masked) {
        /** Until when somebody has to look at whoever is masked. */
        public LocalDate waiting(Person person) {
            return person.opened()
                    .getFirst()
                    .ref()
                    .time()
                    .atZone(ZoneOffset.UTC)
                    .toLocalDate()
                    .plus(LOOK_WITHIN);
        }
    }

    @GetMapping("/people")
    ModelAndView list(
            @ModelAttribute("view") View view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean masked,
            @RequestParam(defaultValue = "0") int from) {
        People people = view.casebook().people();
        List<Listed> roll = people.roll();
        String sought = q.strip().toLowerCase(Locale.ROOT);
        List<Listed> listed = roll.stream()
                .filter(each -> each.masked() == masked)
                .filter(each -> sought.isEmpty() || each.codeName().contains(sought))
                .toList();
        return Pages.page(
                "people/list",
                new ListPage(
                        Paged.of(
                                listed,
                                from,
                                some -> some.stream()
                                        .flatMap(each -> people.person(each.id()).stream())
                                        .toList()),
                        q,
                        masked,
                        (int) roll.stream().filter(Listed::masked).count()));
    }

    @GetMapping("/people/{id:[a-z2-7]{26}}")
    ModelAndView show(
            @ModelAttribute("view") View view, @ModelAttribute("chrome") Chrome chrome, @PathVariable String id) {
        return Pages.page("people/person", model.of(view, chrome, person(view, id), List.of()));
    }

    /**
     * Shows the name of one person in this answer alone, and writes who looked and why. The answer is kept nowhere and
     * gives way to the page without the name after a minute.
     */
    @PostMapping("/people/{id:[a-z2-7]{26}}/name")
    @PreAuthorize("hasAnyAuthority('intake', 'analyst')")
    ModelAndView reveal(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam(defaultValue = "") String purpose) {
        Person person = person(view, id);
        String path = "/people/" + person.id();
        if (purpose.isBlank() || !view.holds(Compartment.NAMES)) {
            return Pages.refused(session, path, chrome.say("people.error.purpose"));
        }
        Outcome outcome = pen.write(view, position, List.of(), List.of(new NameRevealed(person.id(), purpose.strip())));
        if (!(outcome instanceof Outcome.Appended)) {
            return Pages.after(outcome, session, chrome, new Pages.Landing(path, "people.revealed"));
        }
        List<NameRecorded> names = view.casebook().people().names(person.id()).stream()
                .map(Noted::fact)
                .toList();
        response.setHeader("Refresh", "60; url=" + path);
        return Pages.page("people/person", model.of(view, chrome, person, names));
    }

    static Person person(View view, String id) {
        return view.casebook()
                .people()
                .person(Id.parse(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
