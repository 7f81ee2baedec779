// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lapwing.casebook.fact.PlaceFact.PlaceOpened;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.reading.View;
import org.lapwing.edtf.Edtf;
import org.lapwing.edtf.EdtfInput;
import org.lapwing.edtf.Reading;
import org.lapwing.entry.Id;

/**
 * What a reader typed.
 *
 * @param matter the only matter wanted, or empty
 */
public record SearchForm(String words, String matter, String place, String from, String until, boolean spare) {
    static final SearchForm EMPTY = new SearchForm("", "", "", "", "", false);

    /** So many places may share a name that is sought. */
    private static final int PLACES = 200;

    public SearchForm {
        words = bounded(words);
        place = bounded(place);
        from = bounded(from);
        until = bounded(until);
    }

    /** @param fields as a browser sends them */
    static SearchForm of(Map<String, String> fields) {
        return new SearchForm(
                fields.getOrDefault("words", ""),
                fields.getOrDefault("matter", ""),
                fields.getOrDefault("place", ""),
                fields.getOrDefault("from", ""),
                fields.getOrDefault("until", ""),
                fields.containsKey("spare"));
    }

    private static String bounded(String typed) {
        String text = typed.strip();
        return text.length() > Question.LONGEST ? text.substring(0, Question.LONGEST) : text;
    }

    public boolean isEmpty() {
        return words.isEmpty() && place.isEmpty() && from.isEmpty() && until.isEmpty();
    }

    /** What was typed, understood; what was not, in {@code errors} by field. */
    record Read(Asked asked, Map<String, String> errors) {}

    Read read(View view, Chrome chrome, SearchRoom room) {
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<Edtf> first = date("from", from, chrome, errors);
        Optional<Edtf> last = date("until", until, chrome, errors);
        Optional<Set<Id>> at = place.isEmpty() ? Optional.empty() : Optional.of(places(view, room));
        if (at.filter(Set::isEmpty).isPresent() && room.progress(view).whole()) {
            errors.put("place", chrome.say("search.error.place"));
        }
        return new Read(new Asked(Question.of(words), first, last, at, spare), errors);
    }

    private static Optional<Edtf> date(String field, String typed, Chrome chrome, Map<String, String> errors) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        return switch (EdtfInput.read(typed, chrome.tongue().locale())) {
            case Reading.Read(Edtf date) -> Optional.of(date);
            case Reading.Refused refused -> {
                errors.put(
                        field,
                        chrome.say("search.error.date", "problem", refused.problem(), "accepted", refused.accepted()));
                yield Optional.empty();
            }
        };
    }

    /** Every place of this name, and what lies in them. */
    private Set<Id> places(View view, SearchRoom room) {
        Question name = Question.of(place);
        if (name.isEmpty()) {
            return Set.of();
        }
        Asked asked = new Asked(name, Optional.empty(), Optional.empty(), Optional.empty(), false);
        Set<Id> found = new LinkedHashSet<>();
        room.find(view, asked, List.of(Matter.PLACE), PLACES)
                .keys()
                .getOrDefault(Matter.PLACE, List.of())
                .forEach(key -> found.add(key.id()));
        var opened = view.casebook().all(PlaceOpened.class);
        boolean more = !found.isEmpty();
        while (more) {
            more = false;
            for (var each : opened) {
                more |= each.fact().parent().filter(found::contains).isPresent()
                        && found.add(each.fact().place());
            }
        }
        return found;
    }
}
