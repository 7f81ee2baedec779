// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.NameFact.NamesSought;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Pages;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;
import org.lapwing.journal.Outcome;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Who is called this? Finding somebody by a name tells as much as being shown it: so it is asked by press, with a
 * purpose, as an entry, and answered by code name in one answer that gives way after a minute. Asking for a name that
 * nobody has is an entry too, or somebody could try a list of them unseen.
 */
@Controller
public class NameSearchPages {
    /** More would be a list of people. */
    private static final int MOST = 5;

    private static final int SHORTEST = 3;

    private final SearchRoom room;
    private final SearchPages pages;
    private final Pen pen;

    NameSearchPages(SearchRoom room, SearchPages pages, Pen pen) {
        this.room = room;
        this.pages = pages;
        this.pen = pen;
    }

    @PostMapping("/search/name")
    @PreAuthorize("hasAnyAuthority('intake', 'analyst')")
    ModelAndView search(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            HttpServletResponse response,
            @RequestParam long position,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String purpose) {
        if (!view.holds(Compartment.NAMES)) {
            return Pages.missing();
        }
        Question question = Question.of(name);
        Map<String, String> errors =
                errors(chrome, name, question, purpose, room.progress(view).whole());
        if (!errors.isEmpty()) {
            return pages.page(view, chrome, SearchForm.EMPTY, Optional.empty(), errors);
        }
        Asked asked = new Asked(question, Optional.empty(), Optional.empty(), Optional.empty(), false);
        Found found = room.find(view, asked, List.of(Matter.NAME), MOST);
        boolean tooMany = found.count(Matter.NAME) > MOST;
        List<Key> shown = tooMany ? List.of() : found.keys().getOrDefault(Matter.NAME, List.of());
        List<Id> people = shown.stream().map(Key::id).toList();
        Outcome outcome =
                pen.write(view, position, List.of(), List.of(new NamesSought(pen.newId(), purpose.strip(), people)));
        if (!(outcome instanceof Outcome.Appended)) {
            return Pages.after(outcome, session, chrome, new Pages.Landing("/search", "search.name.asked"));
        }
        Rows rows = new Rows(view, chrome, question);
        response.setHeader("Refresh", "60; url=/search");
        return pages.page(
                view,
                chrome,
                SearchForm.EMPTY,
                Optional.of(new SearchPages.Named(
                        shown.stream()
                                .flatMap(key -> rows.of(key).stream())
                                .distinct()
                                .toList(),
                        tooMany)),
                Map.of());
    }

    private static Map<String, String> errors(
            Chrome chrome, String name, Question question, String purpose, boolean whole) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (question.isEmpty() || name.strip().length() < SHORTEST) {
            errors.put("name", chrome.say("search.error.name"));
        }
        if (purpose.isBlank()) {
            errors.put("purpose", chrome.say("search.error.purpose"));
        }
        if (errors.isEmpty() && !whole) {
            errors.put("name", chrome.say("search.error.preparing"));
        }
        return errors;
    }
}
