// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.home;

import java.util.HexFormat;
import java.util.List;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.fact.AccountFact.AccountTaken;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.term.FindingState;
import org.lapwing.casebook.weigh.ProofChecklist;
import org.lapwing.casebook.weigh.ProofRules;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Pages;
import org.lapwing.desk.doors.Bell;
import org.lapwing.desk.doors.Doors;
import org.lapwing.desk.reading.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** The page after unlocking: what waits, and what this member holds. */
@Controller
public final class HomePages {
    private final Doors doors;
    private final Bell bell;

    HomePages(Doors doors, Bell bell) {
        this.doors = doors;
        this.bell = bell;
    }

    /**
     * @param rung how many new reports at the gate say that somebody is held now
     * @param digest of the roster in force, for comparing with other members
     */
    public record HomePage(
            int rung,
            int urgent,
            int waiting,
            int accounts,
            List<Waiting> findings,
            List<Compartment> held,
            List<Compartment> sealed,
            int rosterVersion,
            String digest) {}

    /** A finding that somebody has to look at again. */
    public record Waiting(Finding finding, FindingState state) {}

    @GetMapping("/home")
    ModelAndView home(@ModelAttribute("view") View view, @ModelAttribute("chrome") Chrome chrome) {
        var waiting = view.casebook().reports().waiting();
        var held = List.of(Compartment.values()).stream().filter(view::holds).toList();
        var sealed = List.of(Compartment.values()).stream()
                .filter(each -> !view.holds(each))
                .toList();
        return Pages.page(
                "home/home",
                new HomePage(
                        bell.rung(),
                        (int) waiting.stream().filter(report -> report.urgent()).count(),
                        waiting.size(),
                        view.casebook().all(AccountTaken.class).size(),
                        findings(view),
                        held,
                        sealed,
                        doors.roster().version(),
                        HexFormat.ofDelimiter(" ").formatHex(doors.roster().digest(), 0, 8)));
    }

    /** Those that wait for a second reader other than whoever wrote them, and those that something has reopened. */
    private static List<Waiting> findings(View view) {
        return view.casebook().findings().all().stream()
                .map(finding -> new Waiting(
                        finding,
                        ProofChecklist.kept(view.casebook(), finding, ProofRules.DEFAULTS)
                                .state(finding)))
                .filter(each -> each.state() == FindingState.REOPENED
                        || (each.state() == FindingState.WAITS_FOR_SECOND_READER
                                && !each.finding()
                                        .proposer()
                                        .equals(view.reader().id())))
                .toList();
    }
}
