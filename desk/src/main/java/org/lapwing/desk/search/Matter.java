// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lapwing.casebook.fact.AccountFact.AccountTaken;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.FindingFact.FindingProposed;
import org.lapwing.casebook.fact.GroupFact.BodyRecorded;
import org.lapwing.casebook.fact.IntakeFact.ReportReceived;
import org.lapwing.casebook.fact.NameFact.NameRecorded;
import org.lapwing.casebook.fact.OriginalFact.OriginalKept;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.PlaceFact.PlaceOpened;
import org.lapwing.casebook.fact.PlaceFact.UnitOpened;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;
import org.lapwing.casebook.fact.StatementFact.StatementRecorded;

/** What can be found, in the order in which results show it: each is made of facts of one compartment. */
public enum Matter {
    FINDING(FindingProposed.class),
    ACCOUNT(AccountTaken.class),
    CLAIM(ClaimCoded.class),
    PERSON(PersonOpened.class),
    SOURCE(SourceOpened.class),
    PLACE(PlaceOpened.class),
    UNIT(UnitOpened.class),
    STATEMENT(StatementRecorded.class),
    BODY(BodyRecorded.class),
    REPORT(ReportReceived.class),
    ORIGINAL(OriginalKept.class),
    /** The names of one person. In no ordinary result: it is asked for by itself. */
    NAME(NameRecorded.class);

    private final Class<? extends Fact> beginning;

    Matter(Class<? extends Fact> beginning) {
        this.beginning = beginning;
    }

    /** The kind of fact that begins one, or, of names, adds to it. */
    Class<? extends Fact> beginning() {
        return beginning;
    }

    public Compartment compartment() {
        return Compartment.of(beginning);
    }

    static List<Matter> in(Compartment compartment) {
        return List.of(values()).stream()
                .filter(each -> each.compartment() == compartment)
                .toList();
    }

    /** By which an index tells one from another; no index outlives its process, so it may change. */
    @SuppressWarnings("EnumOrdinal")
    int number() {
        return ordinal();
    }

    static Matter numbered(int number) {
        return List.of(values()).get(number);
    }

    /** As forms and addresses write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Matter> of(String word) {
        return List.of(values()).stream()
                .filter(each -> each != NAME && each.word().equals(word))
                .findFirst();
    }
}
