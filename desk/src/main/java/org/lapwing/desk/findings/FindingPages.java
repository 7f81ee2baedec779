// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.findings;

import java.util.List;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.term.FindingState;
import org.lapwing.casebook.weigh.ProofChecklist;
import org.lapwing.casebook.weigh.ProofRules;
import org.lapwing.casebook.weigh.Sentences;
import org.lapwing.desk.Chrome;
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

    public record ListPage(List<Row> rows) {}

    @GetMapping("/findings")
    ModelAndView list(@ModelAttribute("view") View view, @ModelAttribute("chrome") Chrome chrome) {
        Sentences sentences = new Sentences(chrome.tongue().locale());
        return Pages.page(
                "findings/list",
                new ListPage(view.casebook().findings().all().stream()
                        .map(finding -> {
                            var checklist = ProofChecklist.of(view.casebook(), finding, ProofRules.DEFAULTS);
                            return new Row(
                                    finding,
                                    checklist.state(finding),
                                    sentences.independence(checklist.independence(), view.casebook()),
                                    checklist.open().size());
                        })
                        .toList()));
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
