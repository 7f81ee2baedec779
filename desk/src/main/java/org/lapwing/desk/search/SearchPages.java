// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Pages;
import org.lapwing.desk.reading.View;
import org.lapwing.seal.Duty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Search. What is sought is sent in a form, kept in the session alone, and shown under an address that holds only its
 * number: no word stands in an address, a history or a log.
 */
@Controller
public class SearchPages {
    /** Of each matter, where all are shown. */
    private static final int FEW = 5;

    private static final int SHOWN = 20;

    /** Nobody reads further; a search is narrowed instead. */
    private static final int FURTHEST = 500;

    /** Names stand in these as they were told: counted, and quoted only to who asks for them. */
    private static final Set<Matter> SHOWN_BY_PRESS = EnumSet.of(Matter.REPORT, Matter.ORIGINAL);

    private final SearchRoom room;

    SearchPages(SearchRoom room) {
        this.room = room;
    }

    /** @param count how many there are in all */
    public record Group(Matter matter, int count, List<Row> rows) {
        public boolean more() {
            return count > rows.size();
        }
    }

    /**
     * @param some whether nothing has all of it, and this has some
     * @param passedOver words too common to be looked for
     * @param only the one matter shown, or empty
     * @param from how many are on earlier pages
     */
    public record Results(
            List<Group> groups, int all, boolean some, List<String> passedOver, Optional<Matter> only, int from) {
        public boolean earlier() {
            return only.isPresent() && from > 0;
        }

        public int previous() {
            return Math.max(0, from - SHOWN);
        }

        public boolean later() {
            return only.isPresent()
                    && !groups.isEmpty()
                    && next() < groups.getFirst().count()
                    && next() < FURTHEST;
        }

        public int next() {
            return from + SHOWN;
        }

        public int last() {
            return groups.isEmpty() ? 0 : from + groups.getFirst().rows().size();
        }

        public boolean tooMany() {
            return only.isPresent()
                    && !later()
                    && !groups.isEmpty()
                    && next() < groups.getFirst().count();
        }
    }

    /** People found by name, and what was written down about asking. */
    public record Named(List<Row> people, boolean tooMany) {}

    /**
     * @param number of this search in the session
     * @param names whether the reader may look for a name
     */
    public record SearchPage(
            SearchForm form,
            int number,
            List<Matter> matters,
            SearchRoom.Progress progress,
            Optional<Results> results,
            boolean names,
            Optional<Named> named,
            Map<String, String> errors) {}

    @GetMapping("/search")
    ModelAndView show(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            HttpServletResponse response,
            @RequestParam(defaultValue = "0") int n,
            @RequestParam(defaultValue = "") String matter,
            @RequestParam(defaultValue = "0") int from) {
        SearchForm form = Searches.of(session).numbered(n).orElse(SearchForm.EMPTY);
        SearchForm.Read read = form.read(view, chrome, room);
        SearchRoom.Progress progress = room.progress(view);
        if (!progress.whole() && !form.isEmpty()) {
            response.setHeader("Refresh", "4");
        }
        Optional<Matter> only = Matter.of(matter.isEmpty() ? form.matter() : matter);
        Optional<Results> results = form.isEmpty()
                ? Optional.empty()
                : Optional.of(results(view, chrome, read.asked(), only, Math.clamp(from, 0, FURTHEST - SHOWN)));
        return Pages.page(
                "search/search",
                new SearchPage(
                        form,
                        n,
                        matters(view, chrome),
                        progress,
                        results,
                        mayAskForNames(view, chrome),
                        Optional.empty(),
                        Map.of()));
    }

    @PostMapping("/search")
    ModelAndView search(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @RequestParam Map<String, String> fields) {
        SearchForm form = SearchForm.of(fields);
        Map<String, String> errors = form.read(view, chrome, room).errors();
        return errors.isEmpty()
                ? Pages.go("/search?n=" + Searches.of(session).keep(form))
                : page(view, chrome, form, Optional.empty(), errors);
    }

    /** The page with nothing found yet: a form, what is wrong with it, or people by name. */
    ModelAndView page(View view, Chrome chrome, SearchForm form, Optional<Named> named, Map<String, String> errors) {
        return Pages.page(
                "search/search",
                new SearchPage(
                        form,
                        0,
                        matters(view, chrome),
                        room.progress(view),
                        Optional.empty(),
                        mayAskForNames(view, chrome),
                        named,
                        errors));
    }

    private Results results(View view, Chrome chrome, Asked asked, Optional<Matter> only, int from) {
        List<Matter> matters = matters(view, chrome);
        List<Matter> wanted = only.filter(matters::contains).map(List::of).orElse(matters);
        int many = only.isPresent() ? from + SHOWN : FEW;
        Found found = room.find(view, asked, wanted, many);
        boolean some = found.all() == 0 && asked.question().clauses().size() > 1;
        if (some) {
            found = room.findSome(view, asked, wanted, many);
        }
        Rows rows = new Rows(view, chrome, asked.question());
        Found all = found;
        List<Group> groups = wanted.stream()
                .filter(each -> all.count(each) > 0)
                .map(each -> new Group(
                        each,
                        all.count(each),
                        only.isEmpty() && SHOWN_BY_PRESS.contains(each)
                                ? List.<Row>of()
                                : all.keys().getOrDefault(each, List.of()).stream()
                                        .skip(only.isPresent() ? from : 0)
                                        .flatMap(key -> rows.of(key).stream())
                                        .toList()))
                .toList();
        return new Results(groups, found.all(), some, asked.question().passedOver(), only, from);
    }

    /** What this reader can be shown: of what they hold, only that of which they have a page. */
    private static List<Matter> matters(View view, Chrome chrome) {
        return Stream.of(Matter.values())
                .filter(each -> view.holds(each.compartment()))
                .filter(each -> switch (each) {
                    case NAME -> false;
                    case REPORT, ORIGINAL -> chrome.may(Duty.INTAKE);
                    default -> true;
                })
                .toList();
    }

    private static boolean mayAskForNames(View view, Chrome chrome) {
        return view.holds(Compartment.NAMES) && (chrome.may(Duty.INTAKE) || chrome.may(Duty.ANALYST));
    }
}
