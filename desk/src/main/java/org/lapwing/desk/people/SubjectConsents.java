// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.People.Person;
import org.lapwing.casebook.Sources.Source;
import org.lapwing.casebook.fact.ConsentFact.ConsentGiven;
import org.lapwing.casebook.fact.ConsentFact.ConsentWithdrawn;
import org.lapwing.casebook.fact.PersonFact.ThreatNoted;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.casebook.term.Relation;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Pages;
import org.lapwing.desk.accounts.ConsentForm;
import org.lapwing.desk.people.PersonDecisions.Form;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The consent of those told about: their own, or given for them by somebody who is no threat to them. */
@Controller
@PreAuthorize("hasAnyAuthority('intake', 'investigator')")
public class SubjectConsents {
    private final Pen pen;
    private final Clock clock;

    SubjectConsents(Pen pen, Clock clock) {
        this.pen = pen;
        this.clock = clock;
    }

    @ModelAttribute("form")
    Form form(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            jakarta.servlet.http.HttpSession session,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent) {
        return new Form(view, chrome, session, PeoplePages.person(view, id), sent);
    }

    @PostMapping("/people/{id:[a-z2-7]{26}}/consents")
    ModelAndView agree(@ModelAttribute(name = "form", binding = false) Form form, @RequestParam long position) {
        Id subject = form.person().id();
        Relation relation =
                ConsentForm.named(Relation.class, form.text("relation")).orElse(Relation.SELF);
        Optional<Id> giver = relation == Relation.SELF ? Optional.of(subject) : giver(form);
        List<ConsentGiven> given = giver.stream()
                .flatMap(who -> new ConsentForm(form.view().casebook(), form.chrome(), LocalDate.now(clock), pen::newId)
                                .read(
                                        form.sent().getOrDefault("consent", List.of()),
                                        new ConsentForm.Giving(who, subject, relation),
                                        form.sent().toSingleValueMap())
                                .stream())
                .toList();
        if (given.isEmpty()) {
            return form.refused("people.error.consent");
        } else if (threat(form, giver.orElseThrow())) {
            return form.refused("people.error.threat");
        }
        return Pages.after(
                pen.write(form.view(), position, form.person().ids(), given),
                form.session(),
                form.chrome(),
                new Pages.Landing(form.path(), "accounts.consent.given"));
    }

    @PostMapping("/people/{id:[a-z2-7]{26}}/withdrawals")
    ModelAndView withdraw(@ModelAttribute(name = "form", binding = false) Form form, @RequestParam long position) {
        Id subject = form.person().id();
        Optional<Id> giver = form.text("giver").isEmpty() ? Optional.of(subject) : giver(form);
        if (giver.isEmpty() || form.text("how").isEmpty()) {
            return form.refused("people.error.withdrawal");
        } else if (threat(form, giver.get())) {
            return form.refused("people.error.threat");
        }
        return Pages.after(
                pen.write(
                        form.view(),
                        position,
                        form.person().ids(),
                        List.of(new ConsentWithdrawn(
                                giver.get(),
                                subject,
                                ConsentForm.named(Purpose.class, form.text("purpose")),
                                LocalDate.now(clock),
                                form.text("how")))),
                form.session(),
                form.chrome(),
                new Pages.Landing(form.path(), "accounts.consent.withdrawn"));
    }

    private static boolean threat(Form form, Id giver) {
        return !form.view().casebook().about(giver, ThreatNoted.class).isEmpty();
    }

    /** A person or source by code name. */
    private static Optional<Id> giver(Form form) {
        Casebook casebook = form.view().casebook();
        String name = form.text("giver");
        return casebook.people()
                .named(name)
                .map(Person::id)
                .or(() -> casebook.sources().named(name).map(Source::id));
    }
}
