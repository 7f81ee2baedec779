// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.findings;

import static java.time.ZoneOffset.UTC;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.EntryRef;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Findings.WeighedClaim;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.Sources.Source;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.term.DetailKind;
import org.lapwing.casebook.term.ReasonKind;
import org.lapwing.casebook.term.Standard;
import org.lapwing.casebook.weigh.Contamination;
import org.lapwing.casebook.weigh.Exposure;
import org.lapwing.casebook.weigh.ProofChecklist;
import org.lapwing.casebook.weigh.ProofRules;
import org.lapwing.casebook.weigh.Reopening;
import org.lapwing.casebook.weigh.Sentences;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.doors.Doors;
import org.lapwing.desk.findings.FindingPage.Answer;
import org.lapwing.desk.findings.FindingPage.Detail;
import org.lapwing.desk.findings.FindingPage.Held;
import org.lapwing.desk.findings.FindingPage.Question;
import org.lapwing.desk.findings.FindingPage.Reason;
import org.lapwing.desk.findings.FindingPage.Review;
import org.lapwing.desk.findings.FindingPage.SecondReader;
import org.lapwing.desk.findings.FindingPage.Signed;
import org.lapwing.desk.findings.FindingPage.Standing;
import org.lapwing.desk.findings.FindingPage.Typed;
import org.lapwing.desk.places.Timeline;
import org.lapwing.desk.reading.View;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;
import org.lapwing.seal.Duty;

/** Draws one finding up for one reader. */
final class FindingReader {
    private final View view;
    private final Chrome chrome;
    private final Doors doors;
    private final Casebook casebook;

    FindingReader(View view, Chrome chrome, Doors doors) {
        this.view = view;
        this.chrome = chrome;
        this.doors = doors;
        this.casebook = view.casebook();
    }

    FindingPage read(Finding finding, Typed typed) {
        ProofChecklist checklist = ProofChecklist.of(casebook, finding, ProofRules.DEFAULTS);
        return new FindingPage(
                finding,
                checklist.state(finding),
                new Standing(checklist, !view.holds(Compartment.TIES), reopened(finding), reasons(finding)),
                independence(checklist),
                new Scale(this, casebook, chrome).of(finding),
                tellers(finding),
                questions(finding),
                details(finding),
                secondReader(finding),
                held(finding),
                typed);
    }

    private List<String> independence(ProofChecklist checklist) {
        Sentences sentences = new Sentences(chrome.tongue().locale());
        List<String> all = new ArrayList<>();
        all.add(sentences.independence(checklist.independence(), casebook));
        all.addAll(sentences.derived(checklist.independence(), casebook));
        return List.copyOf(all);
    }

    Signed signed(EntryRef ref) {
        return new Signed(
                doors.handle(ref.author()), chrome.day(ref.time().atZone(UTC).toLocalDate()), ref.index());
    }

    String nameOf(Id source) {
        return casebook.sources()
                .source(source)
                .map(Source::codeName)
                .orElseGet(() -> casebook.people()
                        .person(source)
                        .map(person -> person.codeName())
                        .orElseGet(() -> chrome.say("sealed")));
    }

    private List<String> reopened(Finding finding) {
        return Reopening.causes(casebook, finding).stream()
                .map(cause -> chrome.say(
                        "findings.reopened.cause",
                        "cause",
                        chrome.term(cause.by()),
                        "who",
                        doors.handle(cause.ref().author()),
                        "day",
                        chrome.day(cause.ref().time().atZone(UTC).toLocalDate()),
                        "index",
                        cause.ref().index()))
                .toList();
    }

    private List<Reason> reasons(Finding finding) {
        return List.of(ReasonKind.values()).stream()
                .flatMap(kind -> finding.reason(kind).stream())
                .map(noted -> new Reason(noted.fact().reason(), noted.fact().words(), signed(noted.ref())))
                .toList();
    }

    private Map<Id, String> tellers(Finding finding) {
        var tellers = new LinkedHashMap<Id, String>();
        finding.claims().forEach(each -> tellers.computeIfAbsent(each.claim().source(), this::nameOf));
        return tellers;
    }

    /** Those that members put, with their answers, then those that only the casebook raises. */
    private List<Question> questions(Finding finding) {
        List<Question> all = new ArrayList<>();
        for (var risk : finding.risks()) {
            var noted = risk.noted().fact();
            all.add(new Question(
                    "risk-" + all.size(),
                    Optional.of(noted.risk()),
                    noted.kind(),
                    noted.sources(),
                    names(noted.sources()),
                    noted.question(),
                    risk.answer().map(each -> new Answer(each.fact().words(), signed(each.ref())))));
        }
        for (var open : Contamination.open(casebook, finding)) {
            if (open.risk().isEmpty()) {
                all.add(new Question(
                        "risk-" + all.size(),
                        Optional.empty(),
                        open.kind(),
                        open.sources(),
                        names(open.sources()),
                        asked(open),
                        Optional.empty()));
            }
        }
        return List.copyOf(all);
    }

    private String asked(Contamination.Question open) {
        return open.since()
                .map(since -> chrome.say("findings.question.since", "when", chrome.when(since)))
                .orElseGet(() -> chrome.say("findings.question"));
    }

    private List<String> names(List<Id> sources) {
        return sources.stream().map(this::nameOf).toList();
    }

    private List<Detail> details(Finding finding) {
        List<Detail> all = new ArrayList<>();
        for (var checked : Exposure.check(casebook, finding, quotes(casebook, finding), ProofRules.DEFAULTS.crowd())) {
            String phrase = checked.detail().phrase();
            all.add(new Detail(
                    "exposure-" + all.size(),
                    checked,
                    checked.detail().kind() == DetailKind.TIME ? time(phrase) : phrase));
        }
        return List.copyOf(all);
    }

    /** The words that would stand in a dossier as they were told. */
    static List<String> quotes(Casebook casebook, Finding finding) {
        return finding.claims().stream()
                .map(WeighedClaim::claim)
                .flatMap(claim -> casebook.accounts().words(claim.account(), claim.excerpt()).stream())
                .distinct()
                .toList();
    }

    /** A period is kept as EDTF, a member may have typed words. */
    private String time(String phrase) {
        return Edtf.tryParse(phrase) instanceof org.lapwing.edtf.Reading.Read(Edtf date) ? chrome.when(date) : phrase;
    }

    private SecondReader secondReader(Finding finding) {
        boolean proposer = finding.proposer().equals(view.reader().id());
        boolean duty = chrome.may(Duty.INVESTIGATOR) || chrome.may(Duty.ANALYST);
        return new SecondReader(
                duty && !proposer,
                proposer,
                doors.handle(finding.proposer()),
                finding.review().map(this::review),
                List.of(Standard.values()));
    }

    private Review review(Noted<org.lapwing.casebook.fact.FindingFact.FindingReviewed> noted) {
        var fact = noted.fact();
        return new Review(fact.agrees(), fact.standard(), fact.reasons(), signed(noted.ref()));
    }

    private Optional<Held> held(Finding finding) {
        return finding.place()
                .flatMap(id -> casebook.places().place(id))
                .flatMap(place -> Timeline.of(view, chrome, place.id(), 0)
                        .map(timeline -> new Held(place.id(), place.name(), timeline)));
    }
}
