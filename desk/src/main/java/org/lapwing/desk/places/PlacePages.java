// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.places;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Places.Place;
import org.lapwing.casebook.Places.Unit;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Paged;
import org.lapwing.desk.Pages;
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

/** Places, and who was held at each. */
@Controller
public final class PlacePages {

    /** @param claims claims that name it */
    public record Row(Place place, int claims) {}

    public record ListPage(Paged<Row> paged) {}

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
            Paged<Claim> claims) {}

    @GetMapping("/places")
    ModelAndView list(@ModelAttribute("view") View view, @RequestParam(defaultValue = "0") int from) {
        Casebook casebook = view.casebook();
        // Of which most is told comes first; otherwise as they were opened.
        List<Row> rows = casebook.places().all().stream()
                .map(place -> new Row(place, casebook.count(place.id(), ClaimCoded.class)))
                .sorted(Comparator.comparingInt(Row::claims).reversed())
                .toList();
        return Pages.page("places/list", new ListPage(Paged.of(rows, from, some -> some)));
    }

    @GetMapping("/places/{id}")
    ModelAndView show(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int held,
            @RequestParam(defaultValue = "0") int from) {
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
                        Timeline.of(view, chrome, place.id(), held),
                        casebook.findings().at(place.id()),
                        Paged.of(
                                casebook.claims().unmasked(place.id()),
                                from,
                                some -> some.stream()
                                        .flatMap(claim -> casebook.claims().claim(claim).stream())
                                        .toList())));
    }
}
