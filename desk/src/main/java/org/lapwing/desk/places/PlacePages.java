// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.places;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.People.Person;
import org.lapwing.casebook.Places.Place;
import org.lapwing.casebook.Places.Unit;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Pages;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Places, and who was held at each. */
@Controller
public final class PlacePages {

    /** @param stays people said to have been held there, those left out included */
    public record Row(Place place, int stays) {}

    public record ListPage(List<Row> rows) {}

    /** A unit that ran the place, and when as far as anybody says. */
    public record RunBy(Unit unit, String when) {}

    /**
     * @param within the place in which it lies
     * @param findings that name it
     */
    public record PlacePage(
            Place place,
            Optional<Place> within,
            List<RunBy> runBy,
            Optional<Timeline> timeline,
            List<Finding> findings,
            List<Claim> claims) {}

    @GetMapping("/places")
    ModelAndView list(@ModelAttribute("view") View view) {
        var places = view.casebook().places();
        return Pages.page(
                "places/list",
                new ListPage(places.all().stream()
                        .map(place -> new Row(place, places.timeline(place.id()).size()))
                        // Where most are said to have been held comes first; otherwise as they were opened.
                        .sorted(Comparator.comparingInt(Row::stays).reversed())
                        .toList()));
    }

    @GetMapping("/places/{id}")
    ModelAndView show(
            @ModelAttribute("view") View view, @ModelAttribute("chrome") Chrome chrome, @PathVariable String id) {
        if (!Id.isId(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var casebook = view.casebook();
        Place place = casebook.places()
                .place(Id.parse(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Pages.page(
                "places/place",
                new PlacePage(
                        place,
                        place.opened().fact().parent().flatMap(casebook.places()::place),
                        place.runBy().stream()
                                .flatMap(runs -> casebook
                                        .places()
                                        .unit(runs.fact().unit())
                                        .stream()
                                        .map(unit -> new RunBy(
                                                unit,
                                                runs.fact()
                                                        .when()
                                                        .map(chrome::when)
                                                        .orElse(""))))
                                .toList(),
                        Timeline.of(view, chrome, place.id()),
                        casebook.findings().all().stream()
                                .filter(finding -> finding.place().equals(Optional.of(place.id())))
                                .toList(),
                        casebook.claims().naming(place.id()).stream()
                                .filter(Claim::stands)
                                .filter(claim -> claim.coding().victims().stream()
                                        .flatMap(person -> casebook.people().person(person).stream())
                                        .noneMatch(Person::masked))
                                .toList()));
    }
}
