// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.Part;
import org.lapwing.casebook.term.ActType;
import org.lapwing.desk.accounts.Labels;
import org.lapwing.entry.Id;

/** Claims that the reader may see, by whom they concern, where, and which act. */
final class ClaimSearch {
    /** More than this many are not judged at one sitting; the page says how many were left out. */
    static final int SHOWN = 40;

    /** So many claims are read where neither a person nor a place is given by its whole name. */
    private static final int READ = 4000;

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

    /** @param unread how many older claims were not looked at */
    record Found(List<Claim> claims, int unread) {}

    /** A person or place leads straight to its claims; otherwise the newest are read, and it is said how many were not. */
    Found find(Sought sought) {
        if (sought.nothing()) {
            return new Found(List.of(), 0);
        }
        List<Id> named = ids(sought);
        if (!named.isEmpty()) {
            return new Found(
                    named.stream()
                            .flatMap(this::concerning)
                            .distinct()
                            .filter(claim -> claim.stands() && matches(claim, sought))
                            .toList(),
                    0);
        }
        List<Noted<ClaimCoded>> all = casebook.all(ClaimCoded.class);
        int unread = Math.max(0, all.size() - READ);
        return new Found(
                all.subList(unread, all.size()).stream()
                        .flatMap(coded -> casebook.claims().claim(coded.fact().claim()).stream())
                        .filter(claim -> claim.stands() && matches(claim, sought))
                        .toList(),
                unread);
    }

    /** Whom or what the whole of a name means; empty where none is given or it is only part of one. */
    private List<Id> ids(Sought sought) {
        List<Id> persons = new ArrayList<>();
        casebook.people().named(sought.person()).ifPresent(person -> persons.addAll(person.ids()));
        casebook.sources().named(sought.person()).ifPresent(source -> persons.add(source.id()));
        return persons.isEmpty()
                ? casebook.places().named(sought.place()).stream()
                        .map(place -> place.id())
                        .toList()
                : persons;
    }

    /** Claims that name it, and, of a source or somebody who is one, what they told. */
    private Stream<Claim> concerning(Id id) {
        Stream<Id> sources = Stream.concat(
                Stream.of(id), casebook.sources().whoAre(id).stream().map(source -> source.id()));
        return Stream.concat(
                casebook.claims().naming(id).stream(),
                sources.flatMap(source -> casebook.accounts().of(source).stream())
                        .flatMap(account -> casebook.claims().of(account.id()).stream()));
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
