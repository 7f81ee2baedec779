// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.accounts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lapwing.casebook.Accounts.Account;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.fact.AccountFact.TokenMeant;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.Part;
import org.lapwing.casebook.fact.Party;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.PlaceFact.PlaceOpened;
import org.lapwing.casebook.fact.PlaceFact.UnitOpened;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;

/**
 * Names that a field offers while somebody types. Where there are few, all; where there are many, those near what is being
 * worked on: any other is typed, and what only begins like known names is asked about ({@link #like}).
 */
public final class Suggested {
    /** More than these nobody reads through, and a page with all of them would be megabytes. */
    private static final int MOST = 300;

    private static final int ALIKE = 8;

    private Suggested() {}

    /** Code names for an account: all, or those of its source, its tokens and its claims. */
    static List<String> people(Casebook casebook, Account account) {
        Set<String> near = new TreeSet<>(people(casebook));
        near.add(Labels.codeName(casebook, account.source()));
        account.workingCopy().stream()
                .flatMap(copy -> copy.fact().tokens().stream())
                .map(TokenMeant::meant)
                .flatMap(Optional::stream)
                .filter(id -> casebook.people().person(id).isPresent())
                .forEach(id -> near.add(Labels.codeName(casebook, id)));
        casebook.claims().of(account.id()).stream()
                .flatMap(claim -> Stream.concat(claim.coding().by().stream(), claim.coding().to().stream()))
                .map(Part::party)
                .filter(Party.Known.class::isInstance)
                .forEach(party -> near.add(Labels.party(casebook, party)));
        return List.copyOf(near);
    }

    /** Code names of persons and sources where they are few. */
    public static List<String> people(Casebook casebook) {
        List<String> persons = few(casebook, PersonOpened.class);
        List<String> sources = few(casebook, SourceOpened.class);
        return Stream.concat(persons.stream(), sources.stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Names of places. */
    public static List<String> places(Casebook casebook) {
        return few(casebook, PlaceOpened.class);
    }

    /** Names of units. */
    public static List<String> units(Casebook casebook) {
        return few(casebook, UnitOpened.class);
    }

    /** All the names of a kind, or none where they are too many to be offered. */
    public static List<String> few(Casebook casebook, Class<? extends Fact> kind) {
        return casebook.all(kind).size() > MOST ? List.of() : casebook.names(kind, "", Integer.MAX_VALUE);
    }

    /** Code names that begin with what was typed: a name that was not typed to its end. */
    static List<String> like(Casebook casebook, String typed) {
        if (typed.length() < 4 || !typed.matches("[a-z]+-[a-z0-9-]*")) {
            return List.of();
        }
        return Stream.of(PersonOpened.class, SourceOpened.class)
                .flatMap(kind -> casebook.names(kind, typed, ALIKE).stream())
                .distinct()
                .sorted()
                .limit(ALIKE)
                .toList();
    }
}
