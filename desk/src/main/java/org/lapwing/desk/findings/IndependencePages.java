// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.findings;

import static java.time.ZoneOffset.UTC;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.EntryRef;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.Sources.Source;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.TieFact.IndependenceJudged;
import org.lapwing.casebook.term.Judgement;
import org.lapwing.casebook.weigh.Independence;
import org.lapwing.casebook.weigh.Sentences;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Pages;
import org.lapwing.desk.accounts.Labels;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the tellers of one finding know apart from each other, account by account, with the signed judgements on it. Only
 * for whoever holds who may know whom; for everybody else the sentence stands and the reasons are sealed.
 */
@Controller
public class IndependencePages {
    private final Pen pen;

    IndependencePages(Pen pen) {
        this.pen = pen;
    }

    public record Signed(String handle, String day, long index) {}

    /** @param other code name; empty for a judgement against all others */
    public record Judged(Judgement judged, Optional<String> other, String reasons, Signed by) {}

    /**
     * One account.
     *
     * @param from code name of whom it repeats
     * @param judgements about its source, the latest first
     */
    public record Row(
            Independence.Line line,
            String codeName,
            boolean verified,
            Optional<String> from,
            List<Judged> judgements) {}

    /** @param sources code names by id, of those who support it */
    public record IndependencePage(
            Finding finding,
            String sentence,
            boolean sealed,
            List<Row> rows,
            Map<String, String> sources,
            Map<String, String> typed,
            Map<String, String> errors) {}

    @GetMapping("/findings/{id:[a-z2-7]{26}}/independence")
    ModelAndView show(
            @ModelAttribute("view") View view, @ModelAttribute("chrome") Chrome chrome, @PathVariable String id) {
        return page(view, chrome, FindingPages.finding(view, id), new FindingPage.Typed(Map.of(), Map.of()));
    }

    @PostMapping("/findings/{id:[a-z2-7]{26}}/independence")
    @PreAuthorize("hasAnyAuthority('investigator', 'analyst')")
    ModelAndView judge(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam Map<String, String> typed) {
        Finding finding = FindingPages.finding(view, id);
        if (!view.holds(Compartment.TIES)) {
            return Pages.refused(
                    session, "/findings/" + finding.id() + "/independence", chrome.say("findings.ties-sealed"));
        }
        List<Id> tellers = tellers(view.casebook(), finding);
        Optional<Id> one = among(tellers, typed.getOrDefault("one", ""));
        Optional<Id> other = among(tellers, typed.getOrDefault("other", ""));
        Optional<Judgement> judged = Stream.of(Judgement.values())
                .filter(each -> each.name().equals(typed.get("judged")))
                .findFirst();
        String reasons = typed.getOrDefault("reasons", "").strip();
        Map<String, String> errors = new LinkedHashMap<>();
        if (one.isEmpty() || one.equals(other)) {
            errors.put("one", chrome.say("findings.error.one"));
        }
        if (judged.isEmpty()) {
            errors.put("judged", chrome.say("findings.error.judged"));
        }
        if (reasons.isEmpty()) {
            errors.put("reasons", chrome.say("findings.error.words"));
        }
        if (!errors.isEmpty()) {
            return page(view, chrome, finding, new FindingPage.Typed(typed, errors));
        }
        return Pages.after(
                pen.write(
                        view,
                        position,
                        Stream.concat(one.stream(), other.stream()).toList(),
                        List.of(new IndependenceJudged(
                                pen.newId(), one.orElseThrow(), other, judged.orElseThrow(), reasons))),
                session,
                chrome,
                new Pages.Landing("/findings/" + finding.id() + "/independence", "findings.done.judged"));
    }

    private static Optional<Id> among(List<Id> tellers, String chosen) {
        return tellers.stream().filter(each -> each.toString().equals(chosen)).findFirst();
    }

    private static List<Id> tellers(Casebook casebook, Finding finding) {
        return Independence.of(casebook, finding).lines().stream()
                .map(Independence.Line::source)
                .distinct()
                .toList();
    }

    private static ModelAndView page(View view, Chrome chrome, Finding finding, FindingPage.Typed typed) {
        Casebook casebook = view.casebook();
        Independence independence = Independence.of(casebook, finding);
        Map<String, String> sources = new LinkedHashMap<>();
        tellers(casebook, finding).forEach(source -> sources.put(source.toString(), Labels.codeName(casebook, source)));
        ModelAndView page = Pages.page(
                "findings/independence",
                new IndependencePage(
                        finding,
                        new Sentences(chrome.tongue().locale()).independence(independence, casebook),
                        !view.holds(Compartment.TIES),
                        independence.lines().stream()
                                .map(line -> row(casebook, chrome, line))
                                .toList(),
                        sources,
                        typed.words(),
                        typed.error()));
        page.setStatus(typed.error().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static Row row(Casebook casebook, Chrome chrome, Independence.Line line) {
        return new Row(
                line,
                Labels.codeName(casebook, line.source()),
                casebook.sources()
                        .source(line.source())
                        .filter(Source::verified)
                        .isPresent(),
                line.from().map(from -> Labels.codeName(casebook, from)),
                casebook.about(line.source(), IndependenceJudged.class).reversed().stream()
                        .map(noted -> judged(casebook, chrome, line.source(), noted))
                        .toList());
    }

    private static Judged judged(Casebook casebook, Chrome chrome, Id source, Noted<IndependenceJudged> noted) {
        IndependenceJudged fact = noted.fact();
        Optional<Id> other = fact.one().equals(source) ? fact.other() : Optional.of(fact.one());
        return new Judged(
                fact.judged(),
                other.map(each -> Labels.codeName(casebook, each)),
                fact.reasons(),
                signed(chrome, noted.ref()));
    }

    private static Signed signed(Chrome chrome, EntryRef ref) {
        return new Signed(
                chrome.memberName(ref.author()),
                chrome.day(ref.time().atZone(UTC).toLocalDate()),
                ref.index());
    }
}
