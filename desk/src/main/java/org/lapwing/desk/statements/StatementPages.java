// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.statements;

import static java.time.ZoneOffset.UTC;

import jakarta.servlet.http.HttpSession;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.EntryRef;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Statements.Statement;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.StatementFact.InvestigationNoted;
import org.lapwing.casebook.fact.StatementFact.StatementRecorded;
import org.lapwing.casebook.fact.WeighingFact.StatementWeighed;
import org.lapwing.casebook.term.Investigation;
import org.lapwing.casebook.term.PersonRole;
import org.lapwing.casebook.term.Side;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Paged;
import org.lapwing.desk.Pages;
import org.lapwing.desk.accounts.Suggested;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What officials say, beside what it bears on. */
@Controller
public class StatementPages {
    private static final String RECORDERS = "hasAnyAuthority('intake', 'investigator', 'analyst')";
    private static final String WEIGHERS = "hasAnyAuthority('investigator', 'analyst')";

    private final Pen pen;

    StatementPages(Pen pen) {
        this.pen = pen;
    }

    public record Row(Statement statement, List<Finding> findings) {}

    public record ListPage(Paged<Row> paged) {}

    /** @param side as somebody laid it, or as it lies by itself until then */
    public record Bearing(Finding finding, Side side, boolean weighed, Optional<String> answer) {}

    public record Signed(String handle, String day, long index) {}

    /**
     * @param person code name of the official who spoke, where the casebook has one
     * @param followed who noted later whether an investigation followed
     * @param others findings on which it has not been laid
     */
    public record StatementPage(
            Statement statement,
            Optional<String> person,
            Signed recorded,
            Optional<Signed> followed,
            List<Bearing> bearing,
            List<Finding> others,
            Map<String, String> typed,
            Map<String, String> errors) {}

    public record NewPage(
            Map<String, String> typed,
            List<String> ticked,
            Map<String, String> errors,
            List<Finding> findings,
            List<String> officials) {}

    @GetMapping("/statements")
    ModelAndView list(@ModelAttribute("view") View view, @RequestParam(defaultValue = "0") int from) {
        Casebook casebook = view.casebook();
        return Pages.page(
                "statements/list",
                new ListPage(Paged.of(
                        casebook.all(StatementRecorded.class).reversed(),
                        from,
                        some -> some.stream()
                                .flatMap(each -> casebook
                                        .statements()
                                        .statement(each.fact().statement())
                                        .stream())
                                .map(each -> new Row(each, findings(casebook, each)))
                                .toList())));
    }

    private static List<Finding> findings(Casebook casebook, Statement statement) {
        Stream<Id> borneOn = statement.recorded().fact().bearsOn().stream();
        Stream<Id> weighed = casebook.about(statement.id(), StatementWeighed.class).stream()
                .map(each -> each.fact().finding());
        return Stream.concat(borneOn, weighed)
                .distinct()
                .flatMap(each -> casebook.findings().finding(each).stream())
                .sorted(Comparator.comparingLong(each -> each.proposed().ref().index()))
                .toList();
    }

    @GetMapping("/statements/{id:[a-z2-7]{26}}")
    ModelAndView show(
            @ModelAttribute("view") View view, @ModelAttribute("chrome") Chrome chrome, @PathVariable String id) {
        return page(view, chrome, statement(view, id), Map.of(), Map.of());
    }

    private static ModelAndView page(
            View view, Chrome chrome, Statement statement, Map<String, String> typed, Map<String, String> errors) {
        Casebook casebook = view.casebook();
        List<Finding> bearing = findings(casebook, statement);
        ModelAndView page = Pages.page(
                "statements/statement",
                new StatementPage(
                        statement,
                        statement
                                .recorded()
                                .fact()
                                .person()
                                .flatMap(casebook.people()::person)
                                .map(person -> person.codeName()),
                        signed(chrome, statement.recorded().ref()),
                        statement.followed().map(noted -> signed(chrome, noted.ref())),
                        bearing.stream()
                                .map(finding -> bearing(finding, statement.id()))
                                .toList(),
                        casebook.findings().all().stream()
                                .filter(each -> bearing.stream()
                                        .noneMatch(other -> other.id().equals(each.id())))
                                .toList(),
                        typed,
                        errors));
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static Bearing bearing(Finding finding, Id statement) {
        var weighed = finding.statements().stream()
                .filter(each -> each.statement().id().equals(statement))
                .findFirst()
                .orElseThrow();
        return new Bearing(
                finding,
                weighed.side(),
                weighed.weighed().isPresent(),
                finding.answerTo(statement).map(noted -> noted.fact().words()));
    }

    private static Signed signed(Chrome chrome, EntryRef ref) {
        return new Signed(
                chrome.memberName(ref.author()),
                chrome.day(ref.time().atZone(UTC).toLocalDate()),
                ref.index());
    }

    @GetMapping("/statements/new")
    @PreAuthorize(RECORDERS)
    ModelAndView blank(@ModelAttribute("view") View view, @RequestParam(defaultValue = "") String finding) {
        return newPage(view, Map.of("language", "ru"), List.of(finding), Map.of());
    }

    private static ModelAndView newPage(
            View view, Map<String, String> typed, List<String> ticked, Map<String, String> errors) {
        ModelAndView page = Pages.page(
                "statements/new",
                new NewPage(typed, ticked, errors, view.casebook().findings().all(), officials(view.casebook())));
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** Where there are many, code names are typed. */
    private static List<String> officials(Casebook casebook) {
        List<String> people = Suggested.few(casebook, PersonOpened.class);
        return people.stream()
                .filter(name -> casebook.people()
                        .named(name)
                        .filter(person -> person.roles().contains(PersonRole.OFFICIAL))
                        .isPresent())
                .toList();
    }

    @PostMapping("/statements/new")
    @PreAuthorize(RECORDERS)
    ModelAndView record(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @RequestParam long position,
            @RequestParam MultiValueMap<String, String> form) {
        Map<String, String> typed = new LinkedHashMap<>(form.toSingleValueMap());
        List<String> ticked = form.getOrDefault("bearsOn", List.of());
        StatementForm statement = new StatementForm(view.casebook(), chrome, typed);
        Id id = pen.newId();
        Optional<StatementRecorded> fact = statement.read(id, ticked);
        if (fact.isEmpty()) {
            return newPage(view, typed, ticked, statement.errors());
        }
        return Pages.after(
                pen.write(view, position, List.of(), List.of(fact.get())),
                session,
                chrome,
                new Pages.Landing("/statements/" + id, "statements.done.recorded"));
    }

    @PostMapping("/statements/{id:[a-z2-7]{26}}/investigation")
    @PreAuthorize(RECORDERS)
    ModelAndView investigation(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam Map<String, String> typed) {
        Statement statement = statement(view, id);
        String how = typed.getOrDefault("how", "").strip();
        Optional<Investigation> followed =
                StatementForm.named(Investigation.values(), typed.getOrDefault("investigation", ""));
        if (how.isEmpty() || followed.isEmpty()) {
            return page(view, chrome, statement, typed, Map.of("how", chrome.say("statements.error.how")));
        }
        return Pages.after(
                pen.write(
                        view,
                        position,
                        List.of(statement.id()),
                        List.of(new InvestigationNoted(statement.id(), followed.get(), how))),
                session,
                chrome,
                new Pages.Landing("/statements/" + statement.id(), "statements.done.investigation"));
    }

    @PostMapping("/statements/{id:[a-z2-7]{26}}/weigh")
    @PreAuthorize(WEIGHERS)
    ModelAndView weigh(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @PathVariable String id,
            @RequestParam long position,
            @RequestParam Map<String, String> typed) {
        Statement statement = statement(view, id);
        Optional<Side> side = StatementForm.named(Side.values(), typed.getOrDefault("side", ""));
        Optional<Finding> finding = Optional.of(typed.getOrDefault("finding", ""))
                .filter(Id::isId)
                .flatMap(each -> view.casebook().findings().finding(Id.parse(each)));
        if (side.isEmpty() || finding.isEmpty()) {
            return page(view, chrome, statement, typed, Map.of("finding", chrome.say("statements.error.side")));
        }
        Id onto = finding.get().id();
        return Pages.after(
                pen.write(
                        view,
                        position,
                        List.of(onto, statement.id()),
                        List.of(new StatementWeighed(onto, statement.id(), side.get()))),
                session,
                chrome,
                new Pages.Landing("/statements/" + statement.id(), "statements.done.weighed"));
    }

    private static Statement statement(View view, String id) {
        return view.casebook()
                .statements()
                .statement(Id.parse(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
