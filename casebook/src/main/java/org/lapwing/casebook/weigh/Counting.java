// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.weigh;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Findings.WeighedClaim;
import org.lapwing.casebook.People.Person;
import org.lapwing.casebook.term.Side;
import org.lapwing.casebook.term.Standard;
import org.lapwing.entry.Id;

/**
 * How many distinct people are documented, of what the asker may see. Never an estimate of how many there were.
 *
 * @param people everyone counted, in the order in which they were opened
 * @param byStandard of those, how many at exactly which standard
 * @param masked known only through others and not reviewed: left out
 * @param refused left out because no teller agreed to be counted
 */
public record Counting(List<Id> people, Map<Standard, Integer> byStandard, int masked, int refused) {
    /** @param mayCount whether this claim's teller agreed to counting; see {@code Consent} */
    public static Counting documented(Casebook casebook, Predicate<Claim> mayCount, ProofRules rules) {
        var people = new ArrayList<Id>();
        var byStandard = new EnumMap<Standard, Integer>(Standard.class);
        Map<Id, Standard> reached = reached(casebook, rules);
        int masked = 0;
        int refused = 0;
        for (Person person : casebook.people().all()) {
            List<Claim> suffered = person.claims().stream()
                    .filter(claim -> person.ids().stream().anyMatch(claim.coding()::befell))
                    .toList();
            if (suffered.isEmpty()) {
                continue;
            }
            if (!person.counts()) {
                masked++;
            } else if (suffered.stream().noneMatch(mayCount)) {
                refused++;
            } else {
                people.add(person.id());
                byStandard.merge(reached.getOrDefault(person.id(), Standard.ALLEGATION_RECORDED), 1, Integer::sum);
            }
        }
        return new Counting(List.copyOf(people), Map.copyOf(byStandard), masked, refused);
    }

    public int atLeast(Standard standard) {
        return byStandard.entrySet().stream()
                .filter(each -> each.getKey().atLeast(standard))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** The highest standard of an agreed finding about each person. */
    private static Map<Id, Standard> reached(Casebook casebook, ProofRules rules) {
        var reached = new HashMap<Id, Standard>();
        for (Finding finding : casebook.findings().all()) {
            ProofChecklist check = ProofChecklist.of(casebook, finding, rules);
            if (check.agreed()) {
                victims(finding)
                        .flatMap(id -> casebook.people().person(id).stream())
                        .forEach(person ->
                                reached.merge(person.id(), finding.standard(), (a, b) -> a.atLeast(b) ? a : b));
            }
        }
        return reached;
    }

    private static Stream<Id> victims(Finding finding) {
        Stream<Id> suffered = finding.on(Side.FOR).stream()
                .map(WeighedClaim::claim)
                .filter(Claim::stands)
                .flatMap(claim -> claim.coding().victims().stream());
        return Stream.concat(finding.about().stream(), suffered).distinct();
    }
}
