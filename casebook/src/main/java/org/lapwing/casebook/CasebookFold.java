// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.lapwing.casebook.fact.AccountFact.AccountTaken;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.IntakeFact.ReportReceived;
import org.lapwing.casebook.fact.NameFact.NameRevealed;
import org.lapwing.casebook.fact.NameFact.NamesSought;
import org.lapwing.casebook.fact.PersonFact;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;
import org.lapwing.entry.Entry;
import org.lapwing.entry.Id;

/** How entries become a casebook. Pure; the same entries in the same order give the same casebook. */
public final class CasebookFold {
    /** Raised whenever the same entries would give another casebook. */
    public static final int VERSION = 1;

    private CasebookFold() {}

    public static Casebook apply(Casebook casebook, Fact fact, EntryRef ref) {
        Compartment compartment = fact.compartment();
        return casebook.with(compartment, casebook.shelf(compartment).with(new Noted<>(fact, ref)));
    }

    /** Reads an entry of this family, of whatever version. */
    public static Casebook apply(Casebook casebook, Entry entry, long index) {
        Fact fact = Casebook.FAMILY.read(entry.header().kind(), entry.header().version(), entry.fields());
        return apply(casebook, fact, EntryRef.of(index, entry.header()));
    }

    /**
     * The casebook without these entries and without what rested on them alone: all about an erased source, account,
     * report or claim, and persons whom nothing else names. Decisions about others stay.
     */
    public static Casebook erase(Casebook casebook, Collection<Id> entries) {
        Deque<Id> waiting = new ArrayDeque<>(entries);
        Casebook left = casebook;
        while (!waiting.isEmpty()) {
            Id entry = waiting.remove();
            var gone = left.entry(entry);
            if (gone.isPresent()) {
                Fact fact = gone.get().fact();
                Compartment compartment = fact.compartment();
                left = left.with(compartment, left.shelf(compartment).without(entry));
                for (Id opened : openedBy(fact)) {
                    left.history(opened).stream()
                            .filter(noted -> Resting.restsOn(noted.fact(), opened))
                            .forEach(noted -> waiting.add(noted.ref().entry()));
                }
                for (Id mentioned : fact.mentions()) {
                    forgetIfUnnamed(left, mentioned, waiting);
                }
            }
        }
        return left;
    }

    /** What came into being with this fact, so that it cannot outlast it. */
    private static List<Id> openedBy(Fact fact) {
        return switch (fact) {
            case SourceOpened source -> source.subjects();
            case AccountTaken account -> account.subjects();
            case ClaimCoded claim -> claim.subjects();
            case ReportReceived report -> report.subjects();
            default -> List.of();
        };
    }

    private static void forgetIfUnnamed(Casebook left, Id id, Deque<Id> waiting) {
        boolean opened = !left.about(id, PersonOpened.class).isEmpty();
        if (opened
                && left.history(id).stream().allMatch(noted -> goesWith(noted.fact()) || keepsNobody(noted.fact()))) {
            left.history(id).stream()
                    .filter(noted -> goesWith(noted.fact()))
                    .forEach(noted -> waiting.add(noted.ref().entry()));
        }
    }

    /** What is only about the person. That somebody looked at the name is no reason to keep it. */
    private static boolean goesWith(Fact fact) {
        return fact instanceof PersonFact || fact instanceof NameRevealed;
    }

    /** What mentions others too, so that it stays, and is no reason for anybody to stay. */
    private static boolean keepsNobody(Fact fact) {
        return fact instanceof NamesSought;
    }
}
