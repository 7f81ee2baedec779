// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a reader sought lately, by number: in their session and nowhere else, so that it goes when they lock. */
final class Searches {
    private static final String KEY = "searches";

    /** A few, so that going back works; no history. */
    private static final int KEPT = 8;

    private final Map<Integer, SearchForm> kept = new LinkedHashMap<>();
    private int last;

    private Searches() {}

    static Searches of(HttpSession session) {
        synchronized (session) {
            if (session.getAttribute(KEY) instanceof Searches known) {
                return known;
            }
            Searches none = new Searches();
            session.setAttribute(KEY, none);
            return none;
        }
    }

    synchronized int keep(SearchForm form) {
        kept.put(++last, form);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return last;
    }

    synchronized Optional<SearchForm> numbered(int number) {
        return Optional.ofNullable(kept.get(number));
    }
}
