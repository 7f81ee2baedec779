// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.casebook.fact.Text;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;

/**
 * What is written in one thing that can be found.
 *
 * @param texts people's own words or a member's, to be quoted when they are found
 * @param terms words of the field, codes and code names, by which it is found and which are never quoted
 * @param at places that it names
 * @param labelled whether somebody labelled it as heavy to read
 * @param masked known only through others and looked at by nobody: found only where masked people are looked for
 */
record Writing(
        List<Text> texts, List<String> terms, Optional<Edtf> when, Set<Id> at, boolean labelled, boolean masked) {
    Writing {
        texts = List.copyOf(texts);
        terms = List.copyOf(terms);
        at = Set.copyOf(at);
    }

    static Writing of(List<Text> texts, List<String> terms) {
        return new Writing(texts, terms, Optional.empty(), Set.of(), false, false);
    }

    Writing when(Optional<Edtf> date) {
        return new Writing(texts, terms, date, at, labelled, masked);
    }

    Writing at(Set<Id> places) {
        return new Writing(texts, terms, when, places, labelled, masked);
    }

    Writing labelled(boolean heavy) {
        return new Writing(texts, terms, when, at, heavy, masked);
    }

    Writing masked(boolean hidden) {
        return new Writing(texts, terms, when, at, labelled, hidden);
    }
}
