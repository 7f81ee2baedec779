// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.findings;

import java.util.List;
import org.lapwing.casebook.fact.FindingFact.FindingReasoned;
import org.lapwing.casebook.fact.FindingFact.FindingReviewed;
import org.lapwing.casebook.fact.FindingFact.StandardProposed;
import org.lapwing.casebook.fact.WeighingFact.ContradictionAnswered;
import org.lapwing.casebook.term.ReasonKind;
import org.lapwing.casebook.term.Standard;
import org.lapwing.casebook.weigh.Contradictions;
import org.lapwing.desk.Pages;
import org.lapwing.desk.doors.Doors;
import org.lapwing.desk.reading.Pen;
import org.lapwing.entry.Id;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Reasons, answers to contradictions, the standard, and the second reading. */
@Controller
public class FindingForms extends FormsOnAFinding {
    FindingForms(Pen pen, Doors doors) {
        super(pen, doors);
    }

    @PreAuthorize(WEIGHERS)
    @PostMapping("/findings/{id}/reasons")
    ModelAndView reason(@ModelAttribute(name = "form", binding = false) FindingForm form) {
        ReasonKind kind = term(ReasonKind.values(), form.words("reason"));
        String field = "reason-" + kind.name();
        return form.words("words").isEmpty()
                ? again(form, field, "findings.error.words")
                : write(
                        form,
                        new Said(field, "findings.done.reason"),
                        List.of(new FindingReasoned(form.id(), kind, form.words("words"))));
    }

    @PreAuthorize(WEIGHERS)
    @PostMapping("/findings/{id}/answers")
    ModelAndView answer(@ModelAttribute(name = "form", binding = false) FindingForm form) {
        Id contradiction = Contradictions.of(form.view().casebook(), form.finding()).stream()
                .map(Contradictions.Contradiction::id)
                .filter(each -> each.toString().equals(form.words("contradiction")))
                .findFirst()
                .orElseThrow(FormsOnAFinding::unknown);
        String field = "answer-" + contradiction;
        return form.words("words").isEmpty()
                ? again(form, field, "findings.error.words")
                : write(
                        form,
                        new Said(field, "findings.done.answer"),
                        List.of(new ContradictionAnswered(form.id(), contradiction, form.words("words"))),
                        contradiction);
    }

    @PreAuthorize(WEIGHERS)
    @PostMapping("/findings/{id}/standard")
    ModelAndView standard(@ModelAttribute(name = "form", binding = false) FindingForm form) {
        Standard standard = term(Standard.values(), form.words("standard"));
        return form.words("words").isEmpty()
                ? again(form, "standard-words", "findings.error.words")
                : write(
                        form,
                        new Said("standard-words", "findings.done.standard"),
                        List.of(new StandardProposed(form.id(), standard, form.words("words"))));
    }

    /** By another member than whoever wrote the sentence; it rests on everything that was weighed. */
    @PreAuthorize(WEIGHERS)
    @PostMapping("/findings/{id}/review")
    ModelAndView review(@ModelAttribute(name = "form", binding = false) FindingForm form) {
        if (form.finding().proposer().equals(form.view().reader().id())) {
            return Pages.refused(form.session(), form.path(), form.chrome().say("findings.review.own"));
        } else if (!List.of("yes", "no").contains(form.words("agrees"))) {
            return again(form, "review-agrees", "findings.error.agrees");
        } else if (form.words("words").isEmpty()) {
            return again(form, "review-words", "findings.error.words");
        }
        return write(
                form,
                new Said("review-words", "findings.done.review"),
                List.of(new FindingReviewed(
                        form.id(),
                        form.finding().version(),
                        term(Standard.values(), form.words("standard")),
                        form.words("agrees").equals("yes"),
                        form.words("words"))),
                form.weighed());
    }
}
