// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.people;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.People.Person;
import org.lapwing.casebook.Sources.Source;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.PersonFact.Description;
import org.lapwing.casebook.fact.PersonFact.FateEstablished;
import org.lapwing.casebook.fact.PersonFact.PersonDescribed;
import org.lapwing.casebook.fact.PersonFact.PersonReviewed;
import org.lapwing.casebook.fact.PersonFact.SamePersonDecided;
import org.lapwing.casebook.fact.PersonFact.SamePersonTakenBack;
import org.lapwing.casebook.fact.PersonFact.ThreatNoted;
import org.lapwing.casebook.fact.PersonFact.ValuePreferred;
import org.lapwing.casebook.term.AgeGroup;
import org.lapwing.casebook.term.EstablishedBy;
import org.lapwing.casebook.term.FateKind;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Pages;
import org.lapwing.desk.accounts.ConsentForm;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.View;
import org.lapwing.edtf.Edtf;
import org.lapwing.edtf.EdtfInput;
import org.lapwing.edtf.Reading;
import org.lapwing.entry.Id;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What members decide about a person, each with reasons and each open to being seen. */
@Controller
@PreAuthorize("hasAnyAuthority('intake', 'investigator', 'analyst')")
public class PersonDecisions {
    private final Pen pen;
    private final Clock clock;

    PersonDecisions(Pen pen, Clock clock) {
        this.pen = pen;
        this.clock = clock;
    }

    /** One form on a person's page: what every one of them has. */
    record Form(View view, Chrome chrome, HttpSession session, Person person, MultiValueMap<String, String> sent) {
        String text(String field) {
            String value = sent.getFirst(field);
            return value == null ? "" : value.strip();
        }

        String reasons() {
            return text("reasons");
        }

        ModelAndView refused(String key) {
            return Pages.refused(session, path(), chrome.say(key));
        }

        String path() {
            return "/people/" + person.id();
        }
    }

    @ModelAttribute("form")
    Form form(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent) {
        return new Form(view, chrome, session, PeoplePages.person(view, id), sent);
    }

    private ModelAndView write(Form form, long position, List<? extends Fact> facts, String done) {
        return Pages.after(
                pen.write(form.view(), position, form.person().ids(), facts),
                form.session(),
                form.chrome(),
                new Pages.Landing(form.path(), done));
    }

    @PostMapping("/people/{id:[a-z2-7]{26}}/same")
    ModelAndView same(@ModelAttribute(name = "form", binding = false) Form form, @RequestParam long position) {
        Optional<Id> other = form.view()
                .casebook()
                .people()
                .named(form.text("other"))
                .map(Person::id)
                .filter(id -> !form.person().ids().contains(id));
        if (other.isEmpty() || form.reasons().isEmpty()) {
            return form.refused("people.error.same");
        }
        return write(
                form,
                position,
                List.of(new SamePersonDecided(pen.newId(), form.person().id(), other.get(), form.reasons())),
                "people.same.decided");
    }

    @PostMapping("/people/{id:[a-z2-7]{26}}/apart")
    ModelAndView apart(@ModelAttribute(name = "form", binding = false) Form form, @RequestParam long position) {
        Optional<SamePersonDecided> decided = PersonModel.joined(form.view().casebook(), form.person()).stream()
                .map(each -> each.decided().fact())
                .filter(each -> each.decision().toString().equals(form.text("decision")))
                .findFirst();
        if (decided.isEmpty() || form.reasons().isEmpty()) {
            return form.refused("people.error.reasons");
        }
        return write(
                form,
                position,
                List.of(new SamePersonTakenBack(
                        decided.get().decision(),
                        decided.get().one(),
                        decided.get().other(),
                        form.reasons())),
                "people.same.taken-back");
    }

    /** The only way to "dead": a body, a document, or two who were there and are not one source. */
    @PostMapping("/people/{id:[a-z2-7]{26}}/fate")
    @PreAuthorize("hasAnyAuthority('intake', 'investigator')")
    ModelAndView fate(@ModelAttribute(name = "form", binding = false) Form form, @RequestParam long position) {
        Optional<FateKind> fate = ConsentForm.named(FateKind.class, form.text("fate"));
        Optional<EstablishedBy> by = ConsentForm.named(EstablishedBy.class, form.text("by"));
        List<String> ticked = form.sent().getOrDefault("claim", List.of());
        List<Claim> claims = form.person().claims().stream()
                .filter(claim -> ticked.contains(claim.id().toString()))
                .toList();
        Optional<Edtf> when = when(form);
        if (fate.isEmpty() || by.isEmpty() || form.reasons().isEmpty()) {
            return form.refused("people.error.fate");
        } else if (when.isEmpty() && !form.text("when").isEmpty()) {
            return form.refused("accounts.error.when");
        } else if (by.get() == EstablishedBy.TWO_WITNESSES && !twoWitnesses(claims)) {
            return form.refused("people.error.witnesses");
        }
        return write(
                form,
                position,
                List.of(new FateEstablished(
                        form.person().id(),
                        fate.get(),
                        by.get(),
                        when,
                        claims.stream().map(Claim::id).toList(),
                        form.reasons())),
                "people.fate.established");
    }

    private static boolean twoWitnesses(List<Claim> claims) {
        return claims.stream()
                        .filter(claim -> claim.coding().access().firstHand())
                        .map(Claim::source)
                        .distinct()
                        .count()
                >= 2;
    }

    private static Optional<Edtf> when(Form form) {
        return EdtfInput.read(form.text("when"), form.chrome().tongue().locale()) instanceof Reading.Read read
                ? Optional.of(read.value())
                : Optional.empty();
    }

    /** A member has looked at somebody known only through others. */
    @PostMapping("/people/{id:[a-z2-7]{26}}/look")
    ModelAndView look(@ModelAttribute(name = "form", binding = false) Form form, @RequestParam long position) {
        Optional<LocalDate> until = ConsentForm.day(form.text("until"));
        if (form.reasons().isEmpty() || until.isEmpty() || until.get().isBefore(LocalDate.now(clock))) {
            return form.refused("people.error.look");
        }
        return write(
                form,
                position,
                List.of(new PersonReviewed(
                        form.person().id(), !form.text("counts").isEmpty(), until.get(), form.reasons())),
                "people.looked");
    }

    @PostMapping("/people/{id:[a-z2-7]{26}}/values")
    ModelAndView describe(@ModelAttribute(name = "form", binding = false) Form form, @RequestParam long position) {
        Optional<Edtf> born = when(form);
        if (born.isEmpty() && !form.text("when").isEmpty()) {
            return form.refused("accounts.error.when");
        }
        String teller = form.text("saidBy");
        Optional<Id> saidBy = form.view().casebook().sources().named(teller).map(Source::id);
        if (saidBy.isEmpty() && !teller.isEmpty()) {
            return form.refused("accounts.error.source");
        }
        List<Description> said = new ArrayList<>();
        born.ifPresent(date -> said.add(new Description.Born(date)));
        ConsentForm.named(AgeGroup.class, form.text("age")).ifPresent(age -> said.add(new Description.OfAge(age)));
        yes(form.text("alive")).ifPresent(alive -> said.add(new Description.Alive(alive)));
        yes(form.text("identifiable")).ifPresent(each -> said.add(new Description.Identifiable(each)));
        if (said.isEmpty()) {
            return form.refused("people.error.value");
        }
        return write(
                form,
                position,
                said.stream()
                        .map(each ->
                                new PersonDescribed(pen.newId(), form.person().id(), each, saidBy, Optional.empty()))
                        .toList(),
                "people.described");
    }

    private static Optional<Boolean> yes(String answer) {
        return Map.of("yes", true, "no", false).entrySet().stream()
                .filter(each -> each.getKey().equals(answer))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Of several values one is preferred; the others stay. */
    @PostMapping("/people/{id:[a-z2-7]{26}}/prefer")
    ModelAndView prefer(@ModelAttribute(name = "form", binding = false) Form form, @RequestParam long position) {
        Optional<Id> value = form.person().descriptions().stream()
                .map(each -> each.fact().value())
                .filter(id -> id.toString().equals(form.text("value")))
                .findFirst();
        if (value.isEmpty() || form.reasons().isEmpty()) {
            return form.refused("people.error.reasons");
        }
        return write(
                form,
                position,
                List.of(new ValuePreferred(form.person().id(), value.get(), form.reasons())),
                "people.preferred");
    }

    /** Somebody is a threat: from then on they neither give nor withdraw consent for anybody. */
    @PostMapping("/people/{id:[a-z2-7]{26}}/threat")
    ModelAndView threat(@ModelAttribute(name = "form", binding = false) Form form, @RequestParam long position) {
        if (form.reasons().isEmpty()) {
            return form.refused("people.error.reasons");
        }
        return write(
                form, position, List.of(new ThreatNoted(form.person().id(), form.reasons())), "people.threat.noted");
    }
}
