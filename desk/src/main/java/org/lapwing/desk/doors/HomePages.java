// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import java.util.HexFormat;
import java.util.List;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Pages;
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
            int findingsWaiting,
            List<Compartment> held,
            List<Compartment> sealed,
            int rosterVersion,
            String digest) {}

    @GetMapping("/home")
    ModelAndView home(@ModelAttribute("view") View view, @ModelAttribute("chrome") Chrome chrome) {
        var waiting = view.casebook().reports().waiting();
        var held = List.of(Compartment.values()).stream().filter(view::holds).toList();
        var sealed = List.of(Compartment.values()).stream()
                .filter(each -> !view.holds(each))
                .toList();
        return Pages.page(
                "doors/home",
                new HomePage(
                        bell.rung(),
                        (int) waiting.stream().filter(report -> report.urgent()).count(),
                        waiting.size(),
                        view.casebook().accounts().all().size(),
                        view.casebook().findings().all().size(),
                        held,
                        sealed,
                        doors.roster().version(),
                        HexFormat.ofDelimiter(" ").formatHex(doors.roster().digest(), 0, 8)));
    }
}
