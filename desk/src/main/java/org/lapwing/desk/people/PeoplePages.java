// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.people;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.People.Person;
import org.lapwing.casebook.Places.Stay;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.NameFact.NameRecorded;
import org.lapwing.casebook.fact.NameFact.NameRevealed;
import org.lapwing.casebook.fact.PersonFact.SamePersonDecided;
import org.lapwing.casebook.fact.PersonFact.SamePersonTakenBack;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Pages;
import org.lapwing.desk.accounts.Labels;
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

/** People by code name. */
@Controller
public class PeoplePages {
    private final Pen pen;

    public PeoplePages(Pen pen) {
        this.pen = pen;
    }

    public record ListPage(List<Person> people, String q, int masked) {}

    /** @param by who says it */
    public record Said(Claim claim, String by) {}

    public record Episode(Stay stay, String place) {}

    public record PersonPage(
            Person person,
            boolean namesHeld,
            int namesKnown,
            List<NameRecorded> revealed,
            List<Episode> episodes,
            List<Said> claims,
            Optional<Noted<SamePersonDecided>> merge) {}

    @GetMapping("/people")
    ModelAndView list(@ModelAttribute("view") View view, @RequestParam(defaultValue = "") String q) {
        List<Person> all = view.casebook().people().all();
        List<Person> people = all.stream()
                .filter(person -> !person.masked())
                .filter(person -> q.isBlank() || person.codeName().contains(q.strip()))
                .toList();
        return Pages.page("people/list", new ListPage(people, q, (int)
                all.stream().filter(Person::masked).count()));
    }

    @GetMapping("/people/{id:[a-z2-7]{26}}")
    ModelAndView show(@ModelAttribute("view") View view, @PathVariable String id) {
        return page(view, person(view, id), List.of());
    }

    private static ModelAndView page(View view, Person person, List<NameRecorded> revealed) {
        Casebook casebook = view.casebook();
        List<Episode> episodes = casebook.places().episodes(person.id()).stream()
                .map(stay -> new Episode(
                        stay,
                        casebook.places()
                                .place(stay.place())
                                .map(place -> place.name())
                                .orElse("?")))
                .toList();
        List<Said> claims = new ArrayList<>();
        for (Claim claim : person.claims()) {
            claims.add(new Said(claim, Labels.codeName(casebook, claim.source())));
        }
        return Pages.page(
                "people/person",
                new PersonPage(
                        person,
                        view.holds(Compartment.NAMES),
                        casebook.people().names(person.id()).size(),
                        revealed,
                        episodes,
                        claims,
                        merge(casebook, person)));
    }

    private static Optional<Noted<SamePersonDecided>> merge(Casebook casebook, Person person) {
        return person.ids().size() < 2 ? Optional.empty() : casebook.last(person.id(), SamePersonDecided.class);
    }

    /** Shows the names of one person in this answer alone, and writes who looked and why. */
    @PostMapping("/people/{id:[a-z2-7]{26}}/name")
    @PreAuthorize("hasAnyAuthority('intake', 'analyst')")
    ModelAndView reveal(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam(defaultValue = "") String purpose) {
        Person person = person(view, id);
        if (purpose.isBlank() || !view.holds(Compartment.NAMES)) {
            return Pages.refused(session, "/people/" + id, chrome.say("people.error.purpose"));
        }
        Outcome outcome = pen.write(view, position, List.of(), List.of(new NameRevealed(person.id(), purpose.strip())));
        if (!(outcome instanceof Outcome.Appended)) {
            return Pages.after(outcome, session, chrome, new Pages.Landing("/people/" + id, "people.revealed"));
        }
        return page(
                view,
                person,
                view.casebook().people().names(person.id()).stream()
                        .map(Noted::fact)
                        .toList());
    }

    @PostMapping("/people/{id:[a-z2-7]{26}}/same")
    @PreAuthorize("hasAnyAuthority('intake', 'investigator', 'analyst')")
    ModelAndView same(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") String reasons) {
        Person person = person(view, id);
        Optional<Person> same = view.casebook().people().all().stream()
                .filter(each ->
                        each.codeName().equals(other.strip()) && !each.id().equals(person.id()))
                .findFirst();
        if (same.isEmpty() || reasons.isBlank()) {
            return Pages.refused(session, "/people/" + id, chrome.say("people.error.same"));
        }
        return Pages.after(
                pen.write(
                        view,
                        position,
                        List.of(person.id(), same.get().id()),
                        List.of(new SamePersonDecided(
                                pen.newId(), person.id(), same.get().id(), reasons.strip()))),
                session,
                chrome,
                new Pages.Landing("/people/" + id, "people.same.decided"));
    }

    @PostMapping("/people/{id:[a-z2-7]{26}}/apart")
    @PreAuthorize("hasAnyAuthority('intake', 'investigator', 'analyst')")
    ModelAndView apart(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam(defaultValue = "") String reasons) {
        Person person = person(view, id);
        var merge = merge(view.casebook(), person);
        if (merge.isEmpty() || reasons.isBlank()) {
            return Pages.refused(session, "/people/" + id, chrome.say("people.error.same"));
        }
        SamePersonDecided decided = merge.get().fact();
        return Pages.after(
                pen.write(
                        view,
                        position,
                        List.of(decided.one(), decided.other()),
                        List.of(new SamePersonTakenBack(pen.newId(), decided.one(), decided.other(), reasons.strip()))),
                session,
                chrome,
                new Pages.Landing("/people/" + id, "people.same.taken-back"));
    }

    private static Person person(View view, String id) {
        return view.casebook()
                .people()
                .person(Id.parse(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
