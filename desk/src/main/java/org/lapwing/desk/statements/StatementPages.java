// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.statements;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Statements.Statement;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.StatementFact.StatementRecorded;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.fact.WeighingFact.StatementWeighed;
import org.lapwing.casebook.term.Investigation;
import org.lapwing.casebook.term.Side;
import org.lapwing.casebook.term.StatementBasis;
import org.lapwing.casebook.term.StatementKind;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Pages;
import org.lapwing.desk.accounts.Labels;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.View;
import org.lapwing.edtf.Edtf;
import org.lapwing.edtf.EdtfInput;
import org.lapwing.edtf.Reading;
import org.lapwing.entry.Id;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Statements, and the findings that they bear on. */
@Controller
public class StatementPages {
    private final Pen pen;

    public StatementPages(Pen pen) {
        this.pen = pen;
    }

    public record Row(Statement statement, List<Finding> bearsOn) {}

    public record ListPage(
            List<Row> rows, List<Finding> findings, Map<String, String> typed, Map<String, String> errors) {}

    @GetMapping("/statements")
    ModelAndView list(@ModelAttribute("view") View view) {
        return page(view, Map.of(), Map.of());
    }

    /** One statement stands on the page of all of them. */
    @GetMapping("/statements/{id:[a-z2-7]{26}}")
    ModelAndView show(@PathVariable String id) {
        return Pages.go("/statements#" + id);
    }

    private static ModelAndView page(View view, Map<String, String> typed, Map<String, String> errors) {
        var casebook = view.casebook();
        List<Finding> findings = casebook.findings().all();
        List<Row> rows = casebook.statements().all().stream()
                .map(statement -> new Row(
                        statement,
                        findings.stream()
                                .filter(finding -> casebook.statements().bearingOn(finding.id()).stream()
                                        .anyMatch(each -> each.id().equals(statement.id())))
                                .toList()))
                .toList();
        return Pages.page("statements/list", new ListPage(rows, findings, typed, errors));
    }

    @PostMapping("/statements")
    @PreAuthorize("hasAnyAuthority('intake', 'investigator')")
    ModelAndView record(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @RequestParam long position,
            @RequestParam Map<String, String> typed) {
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<Edtf> when = Optional.empty();
        if (EdtfInput.read(typed.getOrDefault("when", ""), chrome.tongue().locale()) instanceof Reading.Read read) {
            when = Optional.of(read.value());
        } else {
            errors.put("when", chrome.say("accounts.error.when"));
        }
        Optional<StatementKind> kind = Labels.term(StatementKind.class, typed.getOrDefault("kind", ""));
        String speaker = typed.getOrDefault("speaker", "").strip();
        String words = typed.getOrDefault("words", "").strip();
        String language = typed.getOrDefault("language", "").strip();
        if (kind.isEmpty() || speaker.isEmpty() || words.isEmpty() || !language.matches("[a-z]{2}")) {
            errors.put("speaker", chrome.say("statements.error"));
        }
        if (!errors.isEmpty()) {
            return page(view, typed, errors);
        }
        Id statement = pen.newId();
        List<Fact> facts = new ArrayList<>();
        facts.add(new StatementRecorded(
                statement,
                speaker,
                Optional.empty(),
                when.orElseThrow(),
                new Text(words, language),
                kind.orElseThrow(),
                Labels.term(StatementBasis.class, typed.getOrDefault("basis", ""))
                        .orElse(StatementBasis.BARE),
                Optional.empty(),
                List.of(),
                Labels.term(Investigation.class, typed.getOrDefault("investigation", ""))
                        .orElse(Investigation.NOT_KNOWN)));
        finding(view, typed)
                .ifPresent(finding -> facts.add(new StatementWeighed(
                        finding.id(),
                        statement,
                        Labels.term(Side.class, typed.getOrDefault("side", "")).orElse(Side.AGAINST))));
        return Pages.after(
                pen.write(
                        view,
                        position,
                        finding(view, typed).map(Finding::id).stream().toList(),
                        facts),
                session,
                chrome,
                new Pages.Landing("/statements", "statements.done"));
    }

    private static Optional<Finding> finding(View view, Map<String, String> typed) {
        return Optional.of(typed.getOrDefault("finding", ""))
                .filter(Id::isId)
                .flatMap(id -> view.casebook().findings().finding(Id.parse(id)));
    }
}
