// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.findings;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.FindingFact.ExposureJudged;
import org.lapwing.casebook.fact.FindingFact.FindingReasoned;
import org.lapwing.casebook.fact.FindingFact.FindingReviewed;
import org.lapwing.casebook.fact.FindingFact.StandardProposed;
import org.lapwing.casebook.fact.WeighingFact.ContaminationAnswered;
import org.lapwing.casebook.fact.WeighingFact.ContaminationNoted;
import org.lapwing.casebook.fact.WeighingFact.ContradictionAnswered;
import org.lapwing.casebook.term.ReasonKind;
import org.lapwing.casebook.term.Standard;
import org.lapwing.casebook.weigh.Contradictions;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Pages;
import org.lapwing.desk.doors.Doors;
import org.lapwing.desk.findings.FindingPage.Detail;
import org.lapwing.desk.findings.FindingPage.Question;
import org.lapwing.desk.findings.FindingPage.Typed;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The forms on a finding's page. Each says one thing; what cannot be taken comes back as it was typed. */
@Controller
public class FindingForms {
    private static final String WEIGHERS = "hasAnyAuthority('investigator', 'analyst')";

    private final Pen pen;
    private final Doors doors;

    FindingForms(Pen pen, Doors doors) {
        this.pen = pen;
        this.doors = doors;
    }

    @PreAuthorize(WEIGHERS)
    @PostMapping("/findings/{id}/reasons")
    ModelAndView reason(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam Map<String, String> typed) {
        Form form = new Form(view, chrome, session, FindingPages.finding(view, id), position, typed);
        ReasonKind kind = term(ReasonKind.values(), form.words("reason"));
        return form.words("words").isEmpty()
                ? again(form, "reason-" + kind.name(), "findings.error.words")
                : write(
                        form,
                        "findings.done.reason",
                        List.of(new FindingReasoned(form.id(), kind, form.words("words"))));
    }

    @PreAuthorize(WEIGHERS)
    @PostMapping("/findings/{id}/answers")
    ModelAndView answer(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam Map<String, String> typed) {
        Form form = new Form(view, chrome, session, FindingPages.finding(view, id), position, typed);
        Id contradiction = Contradictions.of(view.casebook(), form.finding()).stream()
                .map(Contradictions.Contradiction::id)
                .filter(each -> each.toString().equals(form.words("contradiction")))
                .findFirst()
                .orElseThrow(FindingForms::unknown);
        return form.words("words").isEmpty()
                ? again(form, "answer-" + contradiction, "findings.error.words")
                : write(
                        form,
                        "findings.done.answer",
                        List.of(new ContradictionAnswered(form.id(), contradiction, form.words("words"))),
                        contradiction);
    }

    @PreAuthorize(WEIGHERS)
    @PostMapping("/findings/{id}/questions")
    ModelAndView question(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam Map<String, String> typed) {
        Form form = new Form(view, chrome, session, FindingPages.finding(view, id), position, typed);
        Question asked = page(form, Typed.NOTHING).questions().stream()
                .filter(each -> each.field().equals(form.words("question")))
                .findFirst()
                .orElseThrow(FindingForms::unknown);
        if (form.words("words").isEmpty()) {
            return again(form, asked.field(), "findings.error.words");
        }
        List<Fact> facts = new ArrayList<>();
        Id risk = asked.risk().orElseGet(() -> {
            Id noted = pen.newId();
            facts.add(new ContaminationNoted(noted, form.id(), asked.kind(), asked.sources(), asked.words()));
            return noted;
        });
        facts.add(new ContaminationAnswered(risk, form.id(), form.words("words")));
        return write(form, "findings.done.answer", facts);
    }

    @PreAuthorize("hasAnyAuthority('investigator', 'publisher')")
    @PostMapping("/findings/{id}/exposures")
    ModelAndView exposure(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam Map<String, String> typed) {
        Form form = new Form(view, chrome, session, FindingPages.finding(view, id), position, typed);
        Detail detail = page(form, Typed.NOTHING).details().stream()
                .filter(each -> each.field().equals(form.words("detail")))
                .findFirst()
                .orElseThrow(FindingForms::unknown);
        String crowd = form.words("crowd");
        boolean take = typed.containsKey("take");
        Optional<String> coarser = Optional.of(form.words("coarser")).filter(words -> !words.isEmpty());
        if (!crowd.matches("\\d{0,7}")) {
            return again(form, detail.field() + "-crowd", "findings.error.crowd");
        } else if (take && coarser.isEmpty()) {
            return again(form, detail.field() + "-coarser", "findings.error.coarser");
        }
        return write(
                form,
                "findings.done.exposure",
                List.of(new ExposureJudged(
                        pen.newId(),
                        form.id(),
                        detail.checked().detail().kind(),
                        detail.checked().detail().phrase(),
                        Optional.of(crowd).filter(words -> !words.isEmpty()).map(Integer::valueOf),
                        coarser,
                        take)));
    }

    @PreAuthorize(WEIGHERS)
    @PostMapping("/findings/{id}/standard")
    ModelAndView standard(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam Map<String, String> typed) {
        Form form = new Form(view, chrome, session, FindingPages.finding(view, id), position, typed);
        Standard standard = term(Standard.values(), form.words("standard"));
        return form.words("words").isEmpty()
                ? again(form, "standard-words", "findings.error.words")
                : write(
                        form,
                        "findings.done.standard",
                        List.of(new StandardProposed(form.id(), standard, form.words("words"))));
    }

    /** By another member than whoever wrote the sentence; it rests on everything that was weighed. */
    @PreAuthorize(WEIGHERS)
    @PostMapping("/findings/{id}/review")
    ModelAndView review(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam Map<String, String> typed) {
        Form form = new Form(view, chrome, session, FindingPages.finding(view, id), position, typed);
        if (form.finding().proposer().equals(view.reader().id())) {
            return Pages.refused(session, form.path(), chrome.say("findings.review.own"));
        } else if (!List.of("yes", "no").contains(form.words("agrees"))) {
            return again(form, "review-agrees", "findings.error.agrees");
        } else if (form.words("words").isEmpty()) {
            return again(form, "review-words", "findings.error.words");
        }
        return write(
                form,
                "findings.done.review",
                List.of(new FindingReviewed(
                        form.id(),
                        form.finding().version(),
                        term(Standard.values(), form.words("standard")),
                        form.words("agrees").equals("yes"),
                        form.words("words"))),
                form.weighed());
    }

    /** One form as it came. */
    private record Form(
            View view, Chrome chrome, HttpSession session, Finding finding, long position, Map<String, String> typed) {
        Id id() {
            return finding.id();
        }

        String path() {
            return "/findings/" + finding.id();
        }

        String words(String name) {
            return typed.getOrDefault(name, "").strip();
        }

        /** Claims, those who tell them, and statements: a later entry on any of them is news to a second reader. */
        Id[] weighed() {
            return Stream.concat(
                            finding.claims().stream()
                                    .flatMap(each -> Stream.of(
                                            each.claim().id(), each.claim().source())),
                            finding.statements().stream()
                                    .map(each -> each.statement().id()))
                    .distinct()
                    .toArray(Id[]::new);
        }
    }

    private ModelAndView write(Form form, String done, List<? extends Fact> facts, Id... reliedOn) {
        List<Id> ids = Stream.concat(Stream.of(form.id()), Stream.of(reliedOn)).toList();
        return Pages.after(
                pen.write(form.view(), form.position(), ids, facts),
                form.session(),
                form.chrome(),
                new Pages.Landing(form.path(), done));
    }

    /** The page again, with everything that was typed and a sentence on what is missing. */
    private ModelAndView again(Form form, String field, String messageKey) {
        Map<String, String> typed = new HashMap<>(form.typed());
        typed.put(field, form.words("words"));
        var page = Pages.page(
                "findings/finding",
                page(form, new Typed(typed, Map.of(field, form.chrome().say(messageKey)))));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private FindingPage page(Form form, Typed typed) {
        return new FindingReader(form.view(), form.chrome(), doors).read(form.finding(), typed);
    }

    private static <T extends Enum<T>> T term(T[] terms, String name) {
        return Stream.of(terms)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(FindingForms::unknown);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
}
