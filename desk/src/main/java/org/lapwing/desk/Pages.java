// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lapwing.entry.Header;
import org.lapwing.journal.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** How controllers answer: with a page, or with the way to one. */
public final class Pages {
    /** Session keys: the language chosen, and the line to show above the next page. */
    public static final String TONGUE = "tongue";

    static final String NOTICE = "notice";

    private Pages() {}

    /** @param template without its ending, below {@code src/main/jte}; its {@code page} parameter is the record given */
    public static ModelAndView page(String template, Object page) {
        return new ModelAndView(template, "page", page);
    }

    public static ModelAndView go(String path) {
        return new ModelAndView("redirect:" + path);
    }

    /** There is nothing under this address that the reader may see; which of the two, nobody is told. */
    public static ModelAndView missing() {
        ModelAndView page = new ModelAndView("desk/missing");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    /** After a form that did something: the way to the page that shows it, with a line that says so. */
    public static ModelAndView done(HttpSession session, Chrome chrome, String path, String messageKey) {
        session.setAttribute(NOTICE, new Chrome.Notice(true, chrome.say(messageKey)));
        return go(path);
    }

    /** After a form that could not: back, with the reason; nothing was changed. */
    public static ModelAndView refused(HttpSession session, String path, String words) {
        session.setAttribute(NOTICE, new Chrome.Notice(false, words));
        return go(path);
    }

    /** Whatever became of a writing: shows it on the page at {@code path}. */
    public static ModelAndView after(Outcome outcome, HttpSession session, Chrome chrome, Landing landing) {
        return switch (outcome) {
            case Outcome.Appended appended -> done(session, chrome, landing.path(), landing.messageKey());
            case Outcome.Stale stale ->
                refused(session, landing.path(), chrome.say("stale", "kinds", kinds(stale.later())));
            case Outcome.Refused refused -> refused(session, landing.path(), refused.reason());
        };
    }

    /** Where a form leads and what it says when all went well. */
    public record Landing(String path, String messageKey) {}

    private static String kinds(List<Header> later) {
        return later.stream()
                .map(header -> header.kind().replaceAll("(?<!^)([A-Z])", " $1").toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
