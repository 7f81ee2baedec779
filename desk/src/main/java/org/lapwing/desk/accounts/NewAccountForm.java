// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.accounts;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Reports.Report;
import org.lapwing.casebook.Sources.Source;
import org.lapwing.casebook.fact.AccountFact.AccountTaken;
import org.lapwing.casebook.fact.AccountFact.EarlierTelling;
import org.lapwing.casebook.fact.ConsentFact.ConsentWithdrawn;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.IntakeFact.Attachment;
import org.lapwing.casebook.fact.IntakeFact.ReportTriaged;
import org.lapwing.casebook.fact.OriginalFact.ExhibitKept;
import org.lapwing.casebook.fact.OriginalFact.OriginalKept;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;
import org.lapwing.casebook.fact.SourceFact.SourceReliabilityJudged;
import org.lapwing.casebook.fact.SourceFact.SourceVerified;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.term.AccountLabel;
import org.lapwing.casebook.term.AgeGroup;
import org.lapwing.casebook.term.Channel;
import org.lapwing.casebook.term.Reliability;
import org.lapwing.casebook.term.SourceKind;
import org.lapwing.casebook.term.TriageDecision;
import org.lapwing.casebook.term.VerifiedHow;
import org.lapwing.casebook.term.Wording;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.reading.View;
import org.lapwing.edtf.Edtf;
import org.lapwing.edtf.EdtfInput;
import org.lapwing.edtf.Reading;
import org.lapwing.entry.Id;

/** What a member typed for a new account, and the facts that it means. */
final class NewAccountForm {
    record Made(Id account, List<Fact> facts) {}

    private final View view;
    private final Casebook casebook;
    private final Chrome chrome;
    private final Map<String, String> typed;
    private final RandomGenerator random;
    private final LocalDate today;
    private final Map<String, String> errors = new LinkedHashMap<>();

    NewAccountForm(View view, Chrome chrome, Map<String, String> typed, RandomGenerator random, LocalDate today) {
        this.view = view;
        this.casebook = view.casebook();
        this.chrome = chrome;
        this.typed = typed;
        this.random = random;
        this.today = today;
    }

    Map<String, String> errors() {
        return errors;
    }

    Optional<Made> read(List<String> consents, List<String> labels) {
        Optional<Channel> channel = term(Channel.class, "channel");
        if (channel.isEmpty()) {
            error("channel", "accounts.error.channel");
        }
        String language = text("language");
        if (!language.matches("[a-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
            error("language", "accounts.error.language");
        }
        if (text("words").isEmpty()) {
            error("words", "accounts.error.words");
        }
        Optional<Edtf> told = date("told");
        Optional<Edtf> earlierWhen = text("earlierWhen").isEmpty() ? Optional.empty() : date("earlierWhen");
        Optional<LocalDate> nextContact = nextContact();
        List<Fact> facts = new ArrayList<>();
        Optional<Id> source = source(facts);
        if (!errors.isEmpty() || source.isEmpty() || told.isEmpty()) {
            return Optional.empty();
        }
        Id account = newId();
        Optional<Report> report = report();
        facts.add(new AccountTaken(
                account,
                source.get(),
                channel.orElseThrow(),
                told.get(),
                language,
                text("setting"),
                or("present", chrome.say("accounts.unknown")),
                Optional.of(view.reader().id()),
                or("interpreter", "none"),
                typed.containsKey("scriptRead"),
                term(Wording.class, "wording").orElse(Wording.VERBATIM),
                text("earlier").isEmpty()
                        ? List.of()
                        : List.of(
                                new EarlierTelling(text("earlier"), earlierWhen, typed.containsKey("earlierMayRead"))),
                typed.containsKey("copyWanted"),
                nextContact,
                labels.stream()
                        .flatMap(each -> CodingForm.named(AccountLabel.class, each).stream())
                        .toList(),
                report.map(Report::id)));
        facts.add(new OriginalKept(account, new Text(text("words"), language)));
        report.ifPresent(arrived -> Report.files(arrived.untold()).forEach(file -> facts.add(exhibit(account, file))));
        facts.addAll(new ConsentForm(casebook, chrome, today, this::newId)
                .read(consents, ConsentForm.Giving.self(source.get()), typed));
        // Taken back at the gate before anybody made an account of it: that holds, whatever was ticked here.
        report.filter(Report::stopped)
                .ifPresent(arrived -> facts.add(new ConsentWithdrawn(
                        source.get(),
                        source.get(),
                        Optional.empty(),
                        today,
                        chrome.say("accounts.taken-back-at-gate"))));
        report.ifPresent(arrived -> facts.add(
                new ReportTriaged(arrived.id(), TriageDecision.ACCOUNT_MADE, Optional.of(account), Optional.empty())));
        return Optional.of(new Made(account, facts));
    }

    /** A file that came with a report, now the account's: the same sealed bytes under the same hash. */
    private ExhibitKept exhibit(Id account, Attachment file) {
        return new ExhibitKept(
                newId(),
                Optional.of(account),
                file.name(),
                file.mediaType(),
                file.length(),
                file.sha256(),
                file.blob(),
                file.seed(),
                chrome.say("accounts.exhibit.from-report"),
                Optional.empty(),
                Optional.empty());
    }

    private Optional<Edtf> date(String field) {
        return switch (EdtfInput.read(text(field), chrome.tongue().locale())) {
            case Reading.Read read -> Optional.of(read.value());
            case Reading.Refused refused -> {
                error(field, "accounts.error.when");
                yield Optional.empty();
            }
        };
    }

    private Optional<LocalDate> nextContact() {
        try {
            return text("nextContact").isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text("nextContact")));
        } catch (DateTimeParseException e) {
            error("nextContact", "accounts.error.day");
            return Optional.empty();
        }
    }

    /** A source of that code name, or a new one with a code name of its own. */
    private Optional<Id> source(List<Fact> facts) {
        String name = text("source");
        if (!name.isEmpty()) {
            Optional<Id> known = casebook.sources().named(name).map(Source::id);
            if (known.isEmpty()) {
                error("source", "accounts.error.source");
            }
            return known;
        }
        Optional<SourceKind> kind = term(SourceKind.class, "sourceKind");
        if (kind.isEmpty()) {
            error("sourceKind", "accounts.error.source-kind");
            return Optional.empty();
        }
        Id source = newId();
        NamesInUse used = new NamesInUse(casebook);
        String codeName = used.next(random);
        Optional<PersonOpened> teller = teller(kind.get(), used.next(random));
        teller.ifPresent(facts::add);
        facts.add(new SourceOpened(
                source,
                codeName,
                kind.get(),
                languages(),
                teller.map(PersonOpened::person),
                report().map(Report::id),
                report().flatMap(from -> from.received().fact().identity()),
                some("safeContact")));
        term(VerifiedHow.class, "verifiedHow")
                .ifPresent(how -> facts.add(new SourceVerified(source, true, how, because("verifiedReasons"))));
        term(Reliability.class, "reliability")
                .ifPresent(
                        grade -> facts.add(new SourceReliabilityJudged(source, grade, because("reliabilityReasons"))));
        return Optional.of(source);
    }

    /** Whoever tells is a person as well, whom claims may name; a document or an organisation is none. */
    private Optional<PersonOpened> teller(SourceKind kind, String codeName) {
        return kind.part()
                .map(part -> new PersonOpened(
                        newId(),
                        codeName,
                        List.of(part),
                        term(AgeGroup.class, "age").orElse(AgeGroup.UNKNOWN)));
    }

    /** A judgement without reasons is none. */
    private String because(String field) {
        if (text(field).isEmpty()) {
            error(field, "accounts.error.judgement-reasons");
        }
        return text(field);
    }

    private List<String> languages() {
        String said = some("languages").orElse(text("language"));
        return Stream.of(said.split("[,;\\s]+")).filter(each -> !each.isEmpty()).toList();
    }

    private Optional<Report> report() {
        return some("report").filter(Id::isId).flatMap(id -> casebook.reports().report(Id.parse(id)));
    }

    private Id newId() {
        return new Id(random.nextLong(), random.nextLong());
    }

    private String text(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    private Optional<String> some(String field) {
        return Optional.of(text(field)).filter(each -> !each.isEmpty());
    }

    private String or(String field, String otherwise) {
        return some(field).orElse(otherwise);
    }

    private <E extends Enum<E>> Optional<E> term(Class<E> list, String field) {
        return some(field).flatMap(word -> CodingForm.named(list, word));
    }

    private void error(String field, String key) {
        errors.putIfAbsent(field, chrome.say(key));
    }
}
