// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.publishing;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.fact.FindingFact.FindingProposed;
import org.lapwing.casebook.fact.GroupFact.BodyRecorded;
import org.lapwing.casebook.fact.ReleasedFact.DossierPublished;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.release.ConsentWording;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.Paged;
import org.lapwing.desk.Pages;
import org.lapwing.desk.doors.DeskPlace;
import org.lapwing.desk.doors.PublicLogs;
import org.lapwing.desk.reading.Archive;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.View;
import org.lapwing.dossier.DossierPackage;
import org.lapwing.dossier.Dossiers;
import org.lapwing.dossier.Fingerprint;
import org.lapwing.dossier.Prepared;
import org.lapwing.dossier.PublicLog;
import org.lapwing.dossier.Release;
import org.lapwing.dossier.Tongue;
import org.lapwing.entry.Id;
import org.lapwing.journal.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The publisher's pages. */
@Controller
@PreAuthorize("hasAuthority('publisher')")
public class PublishingPages {
    private final Pen pen;
    private final Archive archive;
    private final PublicLogs publicLogs;
    private final DeskPlace place;
    private final Clock clock;
    private final SecureRandom random;

    PublishingPages(
            Pen pen, Archive archive, PublicLogs publicLogs, DeskPlace place, Clock clock, SecureRandom random) {
        this.pen = pen;
        this.archive = archive;
        this.publicLogs = publicLogs;
        this.place = place;
        this.clock = clock;
        this.random = random;
    }

    /** @param file whether the package still lies at the desk */
    public record Published(DossierPublished fact, String body, boolean file) {}

    /** @param chosen findings that were ticked on other pages of the list */
    public record DeskPage(
            Paged<Finding> paged,
            List<Finding> chosen,
            Choice choice,
            List<BodyRecorded> bodies,
            List<Purpose> purposes,
            List<Published> published) {}

    /**
     * What would leave.
     *
     * @param wording who receives the name and what becomes of it, as the consents were asked
     */
    public record PreparedPage(
            Choice choice,
            List<Finding> findings,
            BodyRecorded body,
            Prepared prepared,
            List<Refusals.Line> obstacles,
            List<Refusals.Line> refusedRows,
            String wording) {
        /** Whether it may be published as it is. */
        public Optional<Prepared.Ready> ready() {
            return prepared instanceof Prepared.Ready ready ? Optional.of(ready) : Optional.empty();
        }
    }

    /** What the publisher chose, as it travels from page to page. */
    public record Choice(List<String> finding, String body, String purpose, Map<String, String> sentences) {}

    public record PackagePage(Published published, String id, String key, String fingerprint, String file) {}

    @GetMapping("/publishing")
    ModelAndView desk(
            @ModelAttribute("view") View view,
            @RequestParam(required = false, defaultValue = "") List<String> finding,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "0") int from) {
        var casebook = view.casebook();
        Paged<Finding> paged = Paged.of(
                casebook.all(FindingProposed.class),
                from,
                some -> some.stream()
                        .flatMap(each -> casebook.findings().finding(each.fact().finding()).stream())
                        .toList());
        return Pages.page(
                "publishing/desk",
                new DeskPage(
                        paged,
                        finding.stream()
                                .filter(Id::isId)
                                .map(Id::parse)
                                .distinct()
                                .flatMap(id -> casebook.findings().finding(id).stream())
                                .filter(each -> paged.rows().stream()
                                        .noneMatch(row -> row.id().equals(each.id())))
                                .toList(),
                        new Choice(finding, body, purpose, Map.of()),
                        casebook.group().bodies().stream().map(Noted::fact).toList(),
                        List.of(Purpose.values()).stream()
                                .filter(Purpose::releases)
                                .toList(),
                        casebook.all(DossierPublished.class).reversed().stream()
                                .map(noted -> published(view, noted.fact()))
                                .toList()));
    }

    @GetMapping("/publishing/prepare")
    ModelAndView prepare(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false, defaultValue = "") List<String> finding,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String purpose) {
        Choice choice = new Choice(finding, body, purpose, typed);
        Optional<Release> release = release(view, choice);
        if (release.isEmpty()) {
            return Pages.refused(session, "/publishing", chrome.say("publishing.choose"));
        }
        BodyRecorded to =
                view.casebook().group().body(release.get().body()).orElseThrow().fact();
        Prepared prepared = Dossiers.prepare(view.casebook(), release.get(), today(), random);
        return Pages.page(
                "publishing/prepared",
                new PreparedPage(
                        choice,
                        findings(view, release.get()),
                        to,
                        prepared,
                        Refusals.obstacles(view, chrome, prepared),
                        Refusals.rows(view, chrome, prepared),
                        new ConsentWording(chrome.tongue().locale())
                                .of(release.get().purpose(), to)));
    }

    /** Packs, keeps the log, writes the entry, and only then shows the way to the file. */
    @PostMapping("/publishing/publish")
    synchronized ModelAndView publish(
            @ModelAttribute("view") View view,
            @ModelAttribute("chrome") Chrome chrome,
            HttpSession session,
            @RequestParam long position,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false, defaultValue = "") List<String> finding,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String purpose) {
        Optional<Release> release = release(view, new Choice(finding, body, purpose, typed));
        Optional<PublicLog> log = publicLogs.open(view.reading());
        if (release.isEmpty() || log.isEmpty()) {
            return Pages.refused(session, "/publishing", chrome.say("publishing.choose"));
        }
        if (!(Dossiers.prepare(view.casebook(), release.get(), today(), random) instanceof Prepared.Ready ready)) {
            return Pages.refused(session, "/publishing", chrome.say("publishing.changed"));
        }
        DossierPackage made = DossierPackage.of(ready.dossier(), id -> archive.proven(view, id), log.get(), random);
        Id id = pen.newId();
        publicLogs.keep(made.newLeaves());
        Path file = place.released().resolve(id + ".zip");
        DeskPlace.write(file, made.zip());
        var outcome = pen.write(view, position, release.get().findings(), List.of(ready.published(id, made)));
        if (!(outcome instanceof Outcome.Appended)) {
            DeskPlace.delete(file);
            return Pages.refused(session, "/publishing", chrome.say("publishing.changed"));
        }
        return Pages.after(outcome, session, chrome, new Pages.Landing("/publishing/" + id, "publishing.done"));
    }

    @GetMapping("/publishing/{id}")
    ModelAndView show(@ModelAttribute("view") View view, @PathVariable String id) {
        Published published = published(view, fact(view, id));
        return Pages.page(
                "publishing/package",
                new PackagePage(
                        published,
                        id,
                        publicLogs.verifier().text().strip(),
                        Fingerprint.of(publicLogs.verifier()),
                        fileName(published.fact())));
    }

    @GetMapping("/publishing/{id}/package.zip")
    void download(@ModelAttribute("view") View view, @PathVariable String id, HttpServletResponse response)
            throws IOException {
        DossierPublished fact = fact(view, id);
        var file = place.released().resolve(fact.dossier() + ".zip");
        if (!Files.exists(file)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName(fact) + "\"");
        response.setContentLengthLong(Files.size(file));
        Files.copy(file, response.getOutputStream());
    }

    @GetMapping("/publishing/log.key")
    void key(HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=US-ASCII");
        response.setHeader("Content-Disposition", "attachment; filename=\"log.key\"");
        response.getWriter().write(publicLogs.verifier().text());
    }

    private static String fileName(DossierPublished fact) {
        return "dossier-" + fact.day() + ".zip";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static DossierPublished fact(View view, String id) {
        if (!Id.isId(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return view.casebook()
                .last(Id.parse(id), DossierPublished.class)
                .map(Noted::fact)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Published published(View view, DossierPublished fact) {
        return new Published(
                fact,
                view.casebook()
                        .group()
                        .body(fact.body())
                        .map(body -> body.fact().name())
                        .orElse("?"),
                Files.exists(place.released().resolve(fact.dossier() + ".zip")));
    }

    private static List<Finding> findings(View view, Release release) {
        return release.findings().stream()
                .flatMap(id -> view.casebook().findings().finding(id).stream())
                .toList();
    }

    /** The choice as a release, if it names at least one finding, a body and a purpose that are here. */
    private Optional<Release> release(View view, Choice choice) {
        List<Id> findings =
                choice.finding().stream().filter(Id::isId).map(Id::parse).toList();
        Optional<Purpose> purpose = List.of(Purpose.values()).stream()
                .filter(each -> each.name().equals(choice.purpose()))
                .findFirst();
        if (findings.isEmpty()
                || purpose.isEmpty()
                || !Id.isId(choice.body())
                || view.casebook().group().body(Id.parse(choice.body())).isEmpty()) {
            return Optional.empty();
        }
        Release release =
                Release.of(findings, Id.parse(choice.body()), purpose.get(), today(), Tongue.ENGLISH, Tongue.RUSSIAN);
        return Optional.of(release.with(rewordings(findings(view, release), choice.sentences())));
    }

    /** Fields {@code sentence-en-ID} and {@code sentence-ru-ID}: the sentence of a finding in the publisher's words. */
    private static List<Release.Rewording> rewordings(List<Finding> findings, Map<String, String> typed) {
        List<Release.Rewording> rewordings = new ArrayList<>();
        for (Finding finding : findings) {
            for (Tongue tongue : Tongue.values()) {
                String words = typed.getOrDefault("sentence-" + tongue.code() + "-" + finding.id(), "")
                        .strip();
                if (!words.isEmpty()) {
                    rewordings.add(new Release.Rewording(Dossiers.sentenceOf(finding), new Text(words, tongue.code())));
                }
            }
        }
        return rewordings;
    }
}
