// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.findings;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.FindingFact;
import org.lapwing.casebook.fact.ReleasedFact.DossierPublished;
import org.lapwing.casebook.fact.StatementFact.StatementRecorded;
import org.lapwing.casebook.fact.WeighingFact;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Pages;
import org.lapwing.desk.accounts.Labels;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Everything that was ever written about a finding, by whom and when. */
@Controller
public final class HistoryPages {

    /**
     * One entry.
     *
     * @param version which version of the sentence it begins, if it begins one
     * @param words what the member wrote, empty where the entry has no words
     */
    public record Event(String what, Optional<Integer> version, String words, String handle, String day, long index) {}

    public record HistoryPage(Finding finding, List<Event> events) {}

    @GetMapping("/findings/{id:[a-z2-7]{26}}/history")
    ModelAndView history(
            @ModelAttribute("view") View view, @ModelAttribute("chrome") Chrome chrome, @PathVariable String id) {
        Finding finding = FindingPages.finding(view, id);
        return Pages.page(
                "findings/history",
                new HistoryPage(
                        finding,
                        view.casebook().history(finding.id()).reversed().stream()
                                .flatMap(noted -> event(view.casebook(), chrome, noted).stream())
                                .toList()));
    }

    private static Optional<Event> event(Casebook casebook, Chrome chrome, Noted<?> noted) {
        return said(casebook, chrome, noted.fact())
                .map(said -> new Event(
                        said.what(),
                        said.version(),
                        said.words(),
                        chrome.memberName(noted.ref().author()),
                        chrome.day(noted.ref().time().atZone(UTC).toLocalDate()),
                        noted.ref().index()));
    }

    private record Said(String what, Optional<Integer> version, String words) {}

    private static Optional<Said> said(Casebook casebook, Chrome chrome, Fact fact) {
        return switch (fact) {
            case FindingFact about -> Optional.of(ofFinding(chrome, about));
            case WeighingFact about -> Optional.of(ofWeighing(casebook, chrome, about));
            case StatementRecorded statement ->
                Optional.of(new Said(
                        chrome.say("findings.event.statement", "who", statement.speaker()),
                        Optional.empty(),
                        statement.words().words()));
            case DossierPublished _ ->
                Optional.of(new Said(chrome.say("findings.event.published"), Optional.empty(), ""));
            default -> Optional.empty();
        };
    }

    private static Said ofFinding(Chrome chrome, FindingFact fact) {
        return switch (fact) {
            case FindingFact.FindingProposed proposed ->
                new Said(
                        chrome.say("findings.event.proposed", "standard", chrome.term(proposed.standard())),
                        Optional.of(1),
                        proposed.proposition().words());
            case FindingFact.FindingRevised revised ->
                new Said(
                        chrome.say("findings.event.revised"),
                        Optional.of(revised.version()),
                        revised.proposition().words());
            case FindingFact.StandardProposed standard ->
                new Said(
                        chrome.say("findings.event.standard", "standard", chrome.term(standard.standard())),
                        Optional.empty(),
                        standard.reasons());
            case FindingFact.FindingReasoned reasoned ->
                new Said(
                        chrome.say("findings.event.reasoned", "reason", chrome.term(reasoned.reason())),
                        Optional.empty(),
                        reasoned.words());
            case FindingFact.FindingReviewed reviewed ->
                new Said(
                        chrome.say(
                                reviewed.agrees() ? "findings.event.agreed" : "findings.event.disagreed",
                                "version",
                                reviewed.version(),
                                "standard",
                                chrome.term(reviewed.standard())),
                        Optional.empty(),
                        reviewed.reasons());
            case FindingFact.ExposureJudged judged ->
                new Said(
                        chrome.say("findings.event.exposure", "detail", chrome.term(judged.detail())),
                        Optional.empty(),
                        Stream.concat(Stream.of(judged.phrase()), judged.coarser().stream())
                                .reduce((phrase, coarser) -> phrase + " → " + coarser)
                                .orElseThrow());
        };
    }

    private static Said ofWeighing(Casebook casebook, Chrome chrome, WeighingFact fact) {
        return switch (fact) {
            case WeighingFact.ClaimWeighed weighed ->
                new Said(
                        chrome.say(
                                "findings.event.weighed",
                                "who",
                                teller(casebook, chrome, weighed.claim()),
                                "side",
                                chrome.term(weighed.side())),
                        Optional.empty(),
                        weighed.words().orElse(""));
            case WeighingFact.ClaimSetAside aside ->
                new Said(
                        chrome.say("findings.event.aside", "who", teller(casebook, chrome, aside.claim())),
                        Optional.empty(),
                        aside.reasons());
            case WeighingFact.StatementWeighed weighed ->
                new Said(
                        chrome.say(
                                "findings.event.statement-weighed",
                                "who",
                                casebook.statements()
                                        .statement(weighed.statement())
                                        .map(each -> each.recorded().fact().speaker())
                                        .orElse("?"),
                                "side",
                                chrome.term(weighed.side())),
                        Optional.empty(),
                        "");
            case WeighingFact.ContaminationNoted noted ->
                new Said(
                        chrome.say("findings.event.question", "kind", chrome.term(noted.kind())),
                        Optional.empty(),
                        noted.question());
            case WeighingFact.ContaminationAnswered answered ->
                new Said(chrome.say("findings.event.question-answered"), Optional.empty(), answered.words());
            case WeighingFact.ContradictionAnswered answered ->
                new Said(chrome.say("findings.event.answered"), Optional.empty(), answered.words());
        };
    }

    private static String teller(Casebook casebook, Chrome chrome, Id claim) {
        return casebook.claims()
                .claim(claim)
                .map(each -> Labels.codeName(casebook, each.source()))
                .orElseGet(() -> chrome.say("findings.event.erased"));
    }
}
