// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.accounts;

import java.util.Optional;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.fact.Party;
import org.lapwing.casebook.fact.Where;
import org.lapwing.entry.Id;

/** What pages call people, units and places: always by code name or the name shown. */
public final class Labels {
    private Labels() {}

    public static String party(Casebook casebook, Party party) {
        return switch (party) {
            case Party.Known(Id person) -> codeName(casebook, person);
            case Party.OfUnit(Id unit) ->
                casebook.places().unit(unit).map(each -> each.name()).orElse("?");
            case Party.Described(String words) -> words;
        };
    }

    public static String where(Casebook casebook, Where where) {
        return switch (where) {
            case Where.At(Id place) ->
                casebook.places().place(place).map(each -> each.name()).orElse("?");
            case Where.Described(String words) -> words;
        };
    }

    /** A term by the name that forms carry. */
    public static <E extends Enum<E>> Optional<E> term(Class<E> list, String word) {
        for (E each : list.getEnumConstants()) {
            if (each.name().equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The code name of a person or source. */
    public static String codeName(Casebook casebook, Id whom) {
        return casebook.people()
                .codeName(whom)
                .or(() -> casebook.sources().source(whom).map(source -> source.codeName()))
                .orElse("?");
    }
}
