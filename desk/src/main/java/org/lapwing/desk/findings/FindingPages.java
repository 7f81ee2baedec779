// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.findings;

import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.fact.FindingFact.FindingProposed;
import org.lapwing.casebook.term.FindingState;
import org.lapwing.casebook.weigh.ProofChecklist;
import org.lapwing.casebook.weigh.ProofRules;
import org.lapwing.casebook.weigh.Sentences;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Paged;
import org.lapwing.desk.Pages;
import org.lapwing.desk.doors.Doors;
import org.lapwing.desk.findings.FindingPage.Typed;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What the group concludes: all of it, and each. */
@Controller
public final class FindingPages {
    private final Doors doors;

    FindingPages(Doors doors) {
        this.doors = doors;
    }

    /** @param open how many lines of its checklist stand in the way of publishing */
    public record Row(Finding finding, FindingState state, String independence, int open) {}

    public record ListPage(Paged<Row> paged) {}

    @GetMapping("/findings")
    ModelAndView list(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            @RequestParam(defaultValue = "0") int from) {
        Casebook casebook = view.casebook();
        Sentences sentences = new Sentences(chrome.tongue().locale());
        return Pages.page(
                "findings/list",
                new ListPage(Paged.of(
                        casebook.all(FindingProposed.class),
                        from,
                        some -> some.stream()
                                .flatMap(each ->
                                        casebook.findings().finding(each.fact().finding()).stream())
                                .map(finding -> row(casebook, sentences, finding))
                                .toList())));
    }

    private static Row row(Casebook casebook, Sentences sentences, Finding finding) {
        ProofChecklist checklist = ProofChecklist.kept(casebook, finding, ProofRules.DEFAULTS);
        return new Row(
                finding,
                checklist.state(finding),
                sentences.independence(checklist.independence(), casebook),
                checklist.open().size());
    }

    @GetMapping("/findings/{id}")
    ModelAndView show(
            @ModelAttribute("view") View view, @ModelAttribute("chrome") Chrome chrome, @PathVariable String id) {
        return Pages.page(
                "findings/finding", new FindingReader(view, chrome, doors).read(finding(view, id), Typed.NOTHING));
    }

    static Finding finding(View view, String id) {
        if (!Id.isId(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return view.casebook()
                .findings()
                .finding(Id.parse(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
