// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.fact.AccountFact.RenderingChecked;
import org.lapwing.casebook.fact.AccountFact.RenderingMade;
import org.lapwing.casebook.fact.ClaimFact;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.IntakeFact.ReportReceived;
import org.lapwing.casebook.fact.PersonFact.SamePersonDecided;
import org.lapwing.casebook.fact.PersonFact.SamePersonTakenBack;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;
import org.lapwing.entry.Id;

/** Which things have to be read again once a fact has come. */
final class Changes {
    private Changes() {}

    /** Everything that the fact is about, as any matter of its compartment: reading again what did not change is harmless. */
    static Set<Key> of(Casebook casebook, Fact fact) {
        Set<Key> changed = new LinkedHashSet<>();
        Compartment compartment = fact.compartment();
        ids(casebook, fact)
                .forEach(id -> Matter.in(compartment).stream()
                        .filter(matter -> begins(casebook, matter, id))
                        .map(matter -> new Key(matter, id))
                        .forEach(changed::add));
        return changed;
    }

    private static Stream<Id> ids(Casebook casebook, Fact fact) {
        return switch (fact) {
            // Who tells of themselves is masked no longer.
            case SourceOpened source -> source.mentions().stream();
            case ReportReceived report -> report.mentions().stream();
            case RenderingMade rendering -> Stream.of(rendering.account());
            case RenderingChecked checked ->
                casebook.about(checked.rendering(), RenderingMade.class).stream()
                        .map(each -> each.fact().account());
            // Everybody who is, or was until now, the same person.
            case SamePersonDecided same -> together(casebook, same.one(), same.other());
            case SamePersonTakenBack apart -> together(casebook, apart.one(), apart.other());
            // The account lies where its claims say.
            case ClaimFact claim ->
                Stream.concat(
                        Stream.of(claim.claim()),
                        casebook.about(claim.claim(), ClaimCoded.class).stream()
                                .map(each -> each.fact().account()));
            default -> fact.subjects().stream();
        };
    }

    private static Stream<Id> together(Casebook casebook, Id one, Id other) {
        return Stream.concat(casebook.people().sameAs(one).stream(), casebook.people().sameAs(other).stream())
                .distinct();
    }

    private static boolean begins(Casebook casebook, Matter matter, Id id) {
        return casebook.about(id, matter.beginning()).stream()
                .anyMatch(each -> each.fact().subjects().contains(id));
    }
}
