// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.places;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Places.Place;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.PlaceFact.PlaceOpened;
import org.lapwing.casebook.fact.PlaceFact.RunsPlace;
import org.lapwing.casebook.fact.PlaceFact.UnitOpened;
import org.lapwing.casebook.term.PlaceType;
import org.lapwing.casebook.term.Standing;
import org.lapwing.casebook.term.UnitType;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Pages;
import org.lapwing.desk.accounts.Labels;
import org.lapwing.desk.accounts.Suggested;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Opens a place that people tell of, and the unit that runs it, where somebody says which. */
@Controller
@PreAuthorize("hasAnyAuthority('intake', 'investigator', 'analyst')")
public class OpeningPages {
    private final Pen pen;

    OpeningPages(Pen pen) {
        this.pen = pen;
    }

    public record NewPage(
            Map<String, String> typed, Map<String, String> errors, List<String> places, List<String> units) {}

    @GetMapping("/places/new")
    ModelAndView blank(@ModelAttribute("view") View view) {
        return page(view.casebook(), Map.of("standing", Standing.NOT_KNOWN.name()), Map.of());
    }

    private static ModelAndView page(Casebook casebook, Map<String, String> typed, Map<String, String> errors) {
        ModelAndView page = Pages.page(
                "places/new", new NewPage(typed, errors, Suggested.places(casebook), Suggested.units(casebook)));
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @PostMapping("/places/new")
    ModelAndView open(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @RequestParam long position,
            @RequestParam Map<String, String> typed) {
        Casebook casebook = view.casebook();
        Map<String, String> errors = new LinkedHashMap<>();
        List<String> names = text(typed, "names")
                .lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        if (names.isEmpty()) {
            errors.put("names", chrome.say("places.error.names"));
        } else if (names.stream().anyMatch(name -> casebook.places().named(name).isPresent())) {
            errors.put("names", chrome.say("places.error.twice"));
        }
        Optional<PlaceType> sort = Labels.term(PlaceType.class, text(typed, "sort"));
        if (sort.isEmpty()) {
            errors.put("sort", chrome.say("places.error.sort"));
        }
        String within = text(typed, "within");
        Optional<Id> parent = casebook.places().named(within).map(Place::id);
        if (!within.isEmpty() && parent.isEmpty()) {
            errors.put("within", chrome.say("places.error.within"));
        }
        if (!errors.isEmpty()) {
            return page(casebook, typed, errors);
        }
        Id place = pen.newId();
        List<Fact> facts = new ArrayList<>();
        facts.add(new PlaceOpened(
                place,
                names,
                sort.orElseThrow(),
                Labels.term(Standing.class, text(typed, "standing")).orElse(Standing.NOT_KNOWN),
                parent,
                Optional.empty(),
                Optional.of(text(typed, "described")).filter(words -> !words.isEmpty())));
        facts.addAll(runBy(casebook, place, typed));
        return Pages.after(
                pen.write(view, position, List.of(), facts),
                session,
                chrome,
                new Pages.Landing("/places/" + place, "places.opened"));
    }

    /** By a unit of this name, or by one that is opened now. */
    private List<Fact> runBy(Casebook casebook, Id place, Map<String, String> typed) {
        String name = text(typed, "unit");
        if (name.isEmpty()) {
            return List.of();
        }
        Optional<Id> known = casebook.places().unitNamed(name).map(unit -> unit.id());
        Id unit = known.orElseGet(pen::newId);
        List<Fact> facts = new ArrayList<>();
        if (known.isEmpty()) {
            facts.add(new UnitOpened(
                    unit,
                    List.of(name),
                    Labels.term(UnitType.class, text(typed, "unitSort")).orElse(UnitType.NOT_KNOWN),
                    Optional.empty()));
        }
        facts.add(new RunsPlace(unit, place, Optional.empty(), List.of()));
        return facts;
    }

    private static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }
}
