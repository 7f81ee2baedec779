// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.weigh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Findings.Risk;
import org.lapwing.casebook.Findings.WeighedClaim;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.fact.AccountFact.AccountTaken;
import org.lapwing.casebook.fact.TieFact.TieRecorded;
import org.lapwing.casebook.term.Side;
import org.lapwing.casebook.term.SourceKind;
import org.lapwing.casebook.term.TieKind;
import org.lapwing.edtf.Answer;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;

/**
 * Ways in which details could have passed between the tellers of one finding. A tie that began after both had told does
 * not count: nothing could pass before it.
 */
public final class Contamination {
    private Contamination() {}

    /**
     * A question that needs an answer in words.
     *
     * @param risk the id of the question, if a member has already put it
     */
    public record Question(TieKind kind, List<Id> sources, Optional<Edtf> since, Optional<Id> risk) {}

    /** Every question without an answer: those that members put, and those that ties, interviewers and dates raise. */
    public static List<Question> open(Casebook casebook, Finding finding) {
        var open = new ArrayList<Question>();
        finding.risks().stream()
                .filter(risk -> risk.answer().isEmpty())
                .map(risk -> risk.noted().fact())
                .forEach(noted -> open.add(
                        new Question(noted.kind(), noted.sources(), Optional.empty(), Optional.of(noted.risk()))));
        raised(casebook, finding).stream()
                .filter(question -> finding.risks().stream().noneMatch(risk -> covers(risk, question)))
                .forEach(open::add);
        return List.copyOf(open);
    }

    private static boolean covers(Risk risk, Question question) {
        return risk.noted().fact().kind() == question.kind()
                && risk.noted().fact().sources().containsAll(question.sources());
    }

    /** What the casebook itself raises, answered or not. */
    public static List<Question> raised(Casebook casebook, Finding finding) {
        Map<Id, List<Noted<AccountTaken>>> tellings = tellings(casebook, finding);
        List<Id> sources = List.copyOf(tellings.keySet());
        var raised = new ArrayList<Question>();
        for (int i = 0; i < sources.size(); i++) {
            for (int j = i + 1; j < sources.size(); j++) {
                raised.addAll(between(casebook, sources.get(i), sources.get(j), tellings));
            }
        }
        raised.addAll(sameInterviewer(tellings));
        raised.addAll(afterPublication(casebook, tellings));
        return raised.stream().distinct().toList();
    }

    /** Accounts of everyone who was there; whoever only repeats is no risk, since it does not count anyway. */
    private static Map<Id, List<Noted<AccountTaken>>> tellings(Casebook casebook, Finding finding) {
        var origins = new Origins(casebook);
        var tellings = new LinkedHashMap<Id, List<Noted<AccountTaken>>>();
        finding.on(Side.FOR).stream()
                .map(WeighedClaim::claim)
                .filter(claim -> claim.stands() && !origins.repeats(claim))
                .flatMap(claim -> casebook.last(claim.account(), AccountTaken.class).stream())
                .distinct()
                .forEach(taken -> tellings.computeIfAbsent(taken.fact().source(), source -> new ArrayList<>())
                        .add(taken));
        return tellings;
    }

    private static List<Question> between(
            Casebook casebook, Id one, Id other, Map<Id, List<Noted<AccountTaken>>> tellings) {
        List<Edtf> told = Stream.of(one, other)
                .flatMap(source -> tellings.getOrDefault(source, List.of()).stream())
                .map(taken -> taken.fact().told())
                .toList();
        return casebook.about(one, TieRecorded.class).stream()
                .map(Noted::fact)
                .filter(tie -> Set.of(tie.one(), tie.other()).equals(Set.of(one, other)))
                .filter(tie -> tie.when()
                        .filter(since -> told.stream().allMatch(day -> day.before(since) == Answer.YES))
                        .isEmpty())
                .map(tie -> new Question(tie.kind(), List.of(one, other), tie.when(), Optional.empty()))
                .toList();
    }

    private static List<Question> sameInterviewer(Map<Id, List<Noted<AccountTaken>>> tellings) {
        var byInterviewer = new LinkedHashMap<Id, Set<Id>>();
        tellings.forEach((source, accounts) -> accounts.forEach(taken -> taken.fact()
                .interviewer()
                .ifPresent(member -> byInterviewer
                        .computeIfAbsent(member, each -> new LinkedHashSet<>())
                        .add(source))));
        return byInterviewer.values().stream()
                .filter(sources -> sources.size() > 1)
                .map(sources ->
                        new Question(TieKind.INTERVIEWER, List.copyOf(sources), Optional.empty(), Optional.empty()))
                .toList();
    }

    /** Whoever told after a publication that repeats one of them may have read it. */
    private static List<Question> afterPublication(Casebook casebook, Map<Id, List<Noted<AccountTaken>>> tellings) {
        Optional<Edtf> first = tellings.keySet().stream()
                .flatMap(teller -> publishedFrom(casebook, teller))
                .min(Edtf.CHRONOLOGICAL);
        List<Id> after = first.stream()
                .flatMap(published -> tellings.entrySet().stream()
                        .filter(each -> each.getValue().stream()
                                .allMatch(taken -> published.before(taken.fact().told()) == Answer.YES))
                        .map(Map.Entry::getKey))
                .toList();
        return after.isEmpty() ? List.of() : List.of(new Question(TieKind.PUBLICATION, after, first, Optional.empty()));
    }

    /** When publications appeared that derive from this teller. */
    private static Stream<Edtf> publishedFrom(Casebook casebook, Id teller) {
        Stream<Id> selves = Stream.concat(
                Stream.of(teller),
                casebook.sources()
                        .source(teller)
                        .flatMap(source -> source.opened().fact().person())
                        .map(person -> casebook.people().sameAs(person).stream())
                        .orElseGet(Stream::empty));
        return selves.flatMap(id -> casebook.claims().naming(id).stream()
                        .filter(claim -> claim.coding().derivedFrom().equals(Optional.of(id))
                                || claim.coding().heardFrom().equals(Optional.of(id))))
                .filter(claim -> casebook.sources()
                        .source(claim.source())
                        .filter(source -> source.opened().fact().kind() == SourceKind.PUBLICATION)
                        .isPresent())
                .flatMap(claim -> casebook.last(claim.account(), AccountTaken.class).stream())
                .map(taken -> taken.fact().told());
    }
}
