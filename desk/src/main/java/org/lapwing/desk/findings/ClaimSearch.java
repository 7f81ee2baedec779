// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.Part;
import org.lapwing.casebook.term.ActType;
import org.lapwing.desk.accounts.Labels;

/** Claims that the reader may see, by whom they concern, where, and which act. */
final class ClaimSearch {
    /** More than this many are not judged at one sitting; the page says how many were left out. */
    static final int SHOWN = 40;

    private final Casebook casebook;

    ClaimSearch(Casebook casebook) {
        this.casebook = casebook;
    }

    /**
     * What was asked for; an empty field asks for nothing.
     *
     * @param person code name of a source, of whom it befell, or of who did it
     * @param place a name of a place
     */
    public record Sought(String person, String place, Optional<ActType> act, String words) {
        public boolean nothing() {
            return person.isEmpty() && place.isEmpty() && act.isEmpty() && words.isEmpty();
        }
    }

    List<Claim> find(Sought sought) {
        return sought.nothing()
                ? List.of()
                : all().filter(claim -> matches(claim, sought)).toList();
    }

    private Stream<Claim> all() {
        return casebook.all(ClaimCoded.class).stream()
                .flatMap(coded -> casebook.claims().claim(coded.fact().claim()).stream())
                .filter(Claim::stands);
    }

    private boolean matches(Claim claim, Sought sought) {
        return (sought.person().isEmpty() || names(claim).anyMatch(name -> name.contains(sought.person())))
                && (sought.place().isEmpty()
                        || where(claim).contains(sought.place().toLowerCase(Locale.ROOT)))
                && sought.act()
                        .map(act -> claim.coding().act().equals(Optional.of(act)))
                        .orElse(true)
                && (sought.words().isEmpty()
                        || words(claim)
                                .toLowerCase(Locale.ROOT)
                                .contains(sought.words().toLowerCase(Locale.ROOT)));
    }

    private Stream<String> names(Claim claim) {
        List<String> names = new ArrayList<>();
        names.add(Labels.codeName(casebook, claim.source()));
        Stream.concat(claim.coding().to().stream(), claim.coding().by().stream())
                .map(Part::party)
                .forEach(party -> names.add(Labels.party(casebook, party)));
        return names.stream();
    }

    private String where(Claim claim) {
        return claim.coding()
                .where()
                .map(where -> Labels.where(casebook, where).toLowerCase(Locale.ROOT))
                .orElse("");
    }

    String words(Claim claim) {
        return casebook.accounts().words(claim.account(), claim.excerpt()).orElse("");
    }
}
