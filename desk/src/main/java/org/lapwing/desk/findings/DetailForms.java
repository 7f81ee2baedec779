// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.FindingFact.ExposureJudged;
import org.lapwing.casebook.fact.WeighingFact.ContaminationAnswered;
import org.lapwing.casebook.fact.WeighingFact.ContaminationNoted;
import org.lapwing.casebook.term.DetailKind;
import org.lapwing.casebook.term.TieKind;
import org.lapwing.casebook.weigh.Exposure;
import org.lapwing.desk.doors.Doors;
import org.lapwing.desk.findings.FindingPage.Question;
import org.lapwing.desk.findings.FindingPage.Typed;
import org.lapwing.desk.reading.Pen;
import org.lapwing.entry.Id;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Details: whether they could have passed between those who tell, and whom the accused would think of at each. */
@Controller
public class DetailForms extends FormsOnAFinding {
    DetailForms(Pen pen, Doors doors) {
        super(pen, doors);
    }

    /** Answers a question; one that only the casebook raised is put in writing with its answer. */
    @PreAuthorize(WEIGHERS)
    @PostMapping("/findings/{id}/questions")
    ModelAndView answer(@ModelAttribute(name = "form", binding = false) FindingForm form) {
        Question asked = page(form, Typed.NOTHING).questions().stream()
                .filter(each -> each.field().equals(form.words("question")))
                .findFirst()
                .orElseThrow(FormsOnAFinding::unknown);
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
        return write(form, new Said(asked.field(), "findings.done.answer"), facts);
    }

    /** A question that a member puts: these sources might know of each other's words. */
    @PreAuthorize(WEIGHERS)
    @PostMapping("/findings/{id}/questions/new")
    ModelAndView ask(
            @ModelAttribute(name = "form", binding = false) FindingForm form,
            @RequestParam MultiValueMap<String, String> sent) {
        List<Id> sources = form.finding().claims().stream()
                .map(each -> each.claim().source())
                .distinct()
                .filter(source -> sent.getOrDefault("source", List.of()).contains(source.toString()))
                .toList();
        if (sources.size() < 2) {
            return again(form, "question-words", "findings.error.two-sources");
        } else if (form.words("words").isEmpty()) {
            return again(form, "question-words", "findings.error.words");
        }
        return write(
                form,
                new Said("question-words", "findings.done.question"),
                List.of(new ContaminationNoted(
                        pen.newId(),
                        form.id(),
                        term(TieKind.values(), form.words("kind")),
                        sources,
                        form.words("words"))));
    }

    private record Judged(Optional<Integer> crowd, Optional<String> coarser, boolean take) {}

    @PreAuthorize("hasAnyAuthority('investigator', 'publisher')")
    @PostMapping("/findings/{id}/exposures")
    ModelAndView judge(@ModelAttribute(name = "form", binding = false) FindingForm form) {
        return page(form, Typed.NOTHING).details().stream()
                .filter(each -> each.field().equals(form.words("detail")))
                .findFirst()
                .map(detail -> judge(form, detail.field(), detail.checked().detail()))
                .orElseThrow(FormsOnAFinding::unknown);
    }

    /** A phrase that a member marks: it stands in the sentence or in words that would be quoted. */
    @PreAuthorize("hasAnyAuthority('investigator', 'publisher')")
    @PostMapping("/findings/{id}/exposures/new")
    ModelAndView mark(@ModelAttribute(name = "form", binding = false) FindingForm form) {
        String phrase = form.words("phrase");
        return phrase.isEmpty() || said(form).noneMatch(words -> words.contains(phrase))
                ? again(form, "mark-phrase", "findings.error.phrase")
                : judge(form, "mark", new Exposure.Detail(term(DetailKind.values(), form.words("kind")), phrase));
    }

    private static Stream<String> said(FindingForm form) {
        return Stream.concat(
                Stream.of(form.finding().proposition().words()),
                FindingReader.quotes(form.view().casebook(), form.finding()).stream());
    }

    private ModelAndView judge(FindingForm form, String field, Exposure.Detail detail) {
        String crowd = form.words("crowd");
        var judged = new Judged(
                Optional.of(crowd).filter(words -> words.matches("\\d{1,7}")).map(Integer::valueOf),
                Optional.of(form.words("coarser")).filter(words -> !words.isEmpty()),
                form.typed().containsKey("take"));
        if (!crowd.isEmpty() && judged.crowd().isEmpty()) {
            return again(form, field + "-crowd", "findings.error.crowd");
        } else if (judged.take() && judged.coarser().isEmpty()) {
            return again(form, field + "-coarser", "findings.error.coarser");
        }
        return write(
                form,
                new Said(field + "-crowd", "findings.done.exposure"),
                List.of(new ExposureJudged(
                        pen.newId(),
                        form.id(),
                        detail.kind(),
                        detail.phrase(),
                        judged.crowd(),
                        judged.coarser(),
                        judged.take())));
    }
}
