// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.weigh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.Sources.Source;
import org.lapwing.casebook.fact.TieFact.IndependenceJudged;
import org.lapwing.casebook.term.Judgement;
import org.lapwing.casebook.term.Knowledge;
import org.lapwing.entry.Id;

/** How {@link Independence} is judged, for the claims on one side of one finding. */
final class IndependenceRule {
    private final Casebook casebook;
    private final List<Claim> claims;
    private final Origins origins;
    private final Set<Id> questioned;

    IndependenceRule(Casebook casebook, Finding finding, List<Claim> claims) {
        this.casebook = casebook;
        this.claims = claims;
        this.origins = new Origins(casebook);
        this.questioned = Contamination.open(casebook, finding).stream()
                .flatMap(question -> question.sources().stream())
                .collect(Collectors.toSet());
    }

    Independence judge() {
        Map<Id, List<Claim>> byAccount =
                claims.stream().collect(Collectors.groupingBy(Claim::account, LinkedHashMap::new, Collectors.toList()));
        List<Id> firstHand = byAccount.values().stream()
                .filter(this::tellsItself)
                .map(told -> told.getFirst().source())
                .distinct()
                .toList();
        var lines = new ArrayList<Independence.Line>();
        var seen = new ArrayList<Id>();
        byAccount.forEach((account, told) -> {
            Id source = told.getFirst().source();
            lines.add(line(account, told, firstHand, seen));
            seen.add(source);
        });
        List<Id> unverified = byAccount.values().stream()
                .map(told -> told.getFirst().source())
                .distinct()
                .filter(source -> !verified(source))
                .toList();
        return new Independence(List.copyOf(lines), unverified);
    }

    private boolean tellsItself(List<Claim> told) {
        return told.stream().anyMatch(claim -> !origins.repeats(claim));
    }

    private Independence.Line line(Id account, List<Claim> told, List<Id> firstHand, List<Id> seen) {
        Id source = told.getFirst().source();
        Optional<Id> before =
                seen.stream().filter(each -> samePerson(each, source)).findFirst();
        if (before.isPresent()) {
            return new Independence.Line(account, source, Knowledge.TOLD_AGAIN, before);
        } else if (!tellsItself(told)) {
            Optional<Id> from = told.stream()
                    .flatMap(claim -> origins.first(claim, claims).stream())
                    .findFirst();
            return new Independence.Line(account, source, Knowledge.DERIVED, from);
        }
        Optional<Id> dependsOn = seen.stream()
                .filter(firstHand::contains)
                .filter(each -> judged(source, each) == Judgement.NOT_INDEPENDENT)
                .findFirst();
        if (dependsOn.isPresent()) {
            return new Independence.Line(account, source, Knowledge.DERIVED, dependsOn);
        }
        boolean shown = verified(source) && !questioned.contains(source) && judgedApart(source, firstHand);
        return new Independence.Line(
                account, source, shown ? Knowledge.INDEPENDENT : Knowledge.UNDETERMINED, Optional.empty());
    }

    private boolean samePerson(Id one, Id other) {
        return one.equals(other)
                || personOf(one)
                        .filter(person -> personOf(other)
                                .filter(casebook.people().sameAs(person)::contains)
                                .isPresent())
                        .isPresent();
    }

    private Optional<Id> personOf(Id source) {
        return casebook.sources()
                .source(source)
                .flatMap(each -> each.opened().fact().person());
    }

    private boolean verified(Id source) {
        return casebook.sources().source(source).filter(Source::verified).isPresent();
    }

    /** Signed as independent of all others, or of each of them in pairs; and nowhere signed as dependent on one here. */
    private boolean judgedApart(Id source, List<Id> firstHand) {
        List<Judgement> pairs = firstHand.stream()
                .filter(other -> !other.equals(source))
                .map(other -> judged(source, other))
                .toList();
        Judgement overall = latest(source, Optional.empty());
        return !pairs.contains(Judgement.NOT_INDEPENDENT)
                && (overall == Judgement.INDEPENDENT
                        || (!pairs.isEmpty() && pairs.stream().allMatch(each -> each == Judgement.INDEPENDENT)));
    }

    private Judgement judged(Id one, Id other) {
        return latest(one, Optional.of(other));
    }

    private Judgement latest(Id one, Optional<Id> other) {
        return casebook.about(one, IndependenceJudged.class).reversed().stream()
                .map(Noted::fact)
                .filter(each -> other.map(second -> concerns(each, one, second))
                        .orElse(each.one().equals(one) && each.other().isEmpty()))
                .map(IndependenceJudged::judged)
                .findFirst()
                .orElse(Judgement.UNDETERMINED);
    }

    private static boolean concerns(IndependenceJudged judged, Id one, Id second) {
        return (judged.one().equals(one) && judged.other().equals(Optional.of(second)))
                || (judged.one().equals(second) && judged.other().equals(Optional.of(one)));
    }
}
