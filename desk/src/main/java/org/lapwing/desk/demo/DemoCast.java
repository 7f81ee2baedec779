// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lapwing.casebook.fact.CasebookException;
import org.lapwing.desk.doors.Unlocked;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;

/** Who and what the demonstration's files speak of, by the key that the files use. */
final class DemoCast {
    final Map<String, Unlocked> members;
    final Map<String, Id> sources = new HashMap<>();
    final Map<String, Id> persons = new HashMap<>();
    final Map<String, Id> places = new HashMap<>();
    final Map<String, Id> units = new HashMap<>();
    final Map<String, Id> accounts = new HashMap<>();
    final Map<String, String> sourceOfAccount = new HashMap<>();
    /** By account and claim, such as {@code A-31 c5}. */
    final Map<String, Id> claims = new HashMap<>();

    final Map<String, Id> statements = new HashMap<>();
    final Map<String, Id> retractions = new HashMap<>();
    final Map<String, Id> findings = new HashMap<>();
    final Map<String, Id> bodies = new HashMap<>();

    DemoCast(Map<String, Unlocked> members) {
        this.members = members;
    }

    static Id need(Map<String, Id> from, String key) {
        Id id = from.get(key);
        if (id == null) {
            throw new IllegalStateException("the demonstration's files name " + key + ", whom they do not introduce");
        }
        return id;
    }

    Unlocked member(String handle) {
        Unlocked member = members.get(handle);
        if (member == null) {
            throw new IllegalStateException("the demonstration has no member " + handle);
        }
        return member;
    }

    /** A word of a file as one of a list of terms, where the list has it. */
    static <E extends Enum<E>> Optional<E> term(Class<E> list, String word) {
        String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
        for (E each : list.getEnumConstants()) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    static <E extends Enum<E>> E needTerm(Class<E> list, String word) {
        return term(list, word).orElseThrow(() -> new CasebookException(list.getSimpleName() + " has no word " + word));
    }

    static Optional<Edtf> date(Optional<String> text) {
        return text.filter(each -> !each.equals("unknown")).map(Edtf::parse);
    }
}
