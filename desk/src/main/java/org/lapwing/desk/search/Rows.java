// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lapwing.casebook.Accounts.Account;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.People.Person;
import org.lapwing.casebook.Sources.Source;
import org.lapwing.casebook.fact.Text;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;
import org.lapwing.seal.Duty;

/** Shows what was found, read again from what the reader may see now. For use by one thread. */
final class Rows {
    private final Casebook casebook;
    private final Chrome chrome;
    private final Question question;
    private final Writings writings;

    Rows(View view, Chrome chrome, Question question) {
        this.casebook = view.casebook();
        this.chrome = chrome;
        this.question = question;
        this.writings = new Writings(casebook);
    }

    /** Empty when it is no longer here. */
    Optional<Row> of(Key key) {
        return writings.of(key).flatMap(written -> row(key, quoted(key, written)));
    }

    /** Where nothing that was sought stands in its words, it was found by a term or a name, and is not quoted. */
    private Optional<Passage> quoted(Key key, Writing written) {
        List<Text> texts = written.texts();
        Optional<Passage> passage = Passage.of(texts, question);
        boolean always = key.matter() == Matter.FINDING || key.matter() == Matter.CLAIM;
        return always || passage.filter(Passage::marked).isPresent() || question.isEmpty()
                ? passage
                : passage.filter(each -> key.matter() == Matter.ACCOUNT || key.matter() == Matter.STATEMENT);
    }

    private Optional<Row> row(Key key, Optional<Passage> passage) {
        Id id = key.id();
        return switch (key.matter()) {
            case FINDING -> casebook.findings().finding(id).map(finding -> finding(finding, passage));
            case ACCOUNT -> casebook.accounts().account(id).map(account -> account(account, "", passage));
            case ORIGINAL -> casebook.accounts().account(id).map(account -> account(account, "/copy", passage));
            case CLAIM -> casebook.claims().claim(id).map(claim -> claim(claim, passage));
            case PERSON ->
                casebook.people().person(id).filter(person -> !person.masked()).map(Rows.this::person);
            case NAME -> casebook.people().person(id).map(Rows.this::person);
            case SOURCE -> casebook.sources().source(id).map(source -> source(source, passage));
            case PLACE ->
                casebook.places()
                        .place(id)
                        .map(place -> new Row(
                                "",
                                place.name(),
                                "/places/" + id,
                                chrome.term(place.opened().fact().sort()),
                                passage));
            case UNIT ->
                casebook.places()
                        .unit(id)
                        .map(unit -> new Row(
                                "",
                                unit.name(),
                                unit.runs().stream()
                                        .findFirst()
                                        .map(runs -> "/places/" + runs.fact().place())
                                        .orElse(""),
                                chrome.term(unit.opened().fact().sort()),
                                passage));
            case STATEMENT ->
                casebook.statements()
                        .statement(id)
                        .map(each -> each.recorded().fact())
                        .map(said -> new Row(
                                "",
                                said.speaker(),
                                "/statements/" + id,
                                chrome.term(said.kind()) + " · " + chrome.when(said.when()),
                                passage));
            case BODY ->
                casebook.group()
                        .body(id)
                        .map(body -> new Row(
                                "",
                                body.fact().name(),
                                chrome.may(Duty.PUBLISHER) ? "/publishing/bodies" : "",
                                chrome.term(body.fact().kind()),
                                passage));
            case REPORT ->
                casebook.reports()
                        .report(id)
                        .map(report -> new Row(
                                "",
                                chrome.say(
                                        "search.report",
                                        "day",
                                        chrome.day(report.received().fact().day())),
                                "/inbox/" + id,
                                chrome.languageName(report.received().fact().language()),
                                passage));
        };
    }

    private Row finding(Finding finding, Optional<Passage> passage) {
        String about = Stream.concat(
                        finding.period().stream().map(chrome::when),
                        finding.place().stream()
                                .flatMap(place -> casebook.places().place(place).stream())
                                .map(place -> place.name()))
                .collect(Collectors.joining(" · "));
        return new Row("", finding.label(), "/findings/" + finding.id(), about, passage);
    }

    private Row account(Account account, String below, Optional<Passage> passage) {
        return new Row(
                chrome.codeName(account.source()),
                "",
                "/accounts/" + account.id() + below,
                chrome.term(account.taken().fact().channel()) + " · "
                        + chrome.when(account.taken().fact().told()),
                passage);
    }

    private Row claim(Claim claim, Optional<Passage> passage) {
        return new Row(
                chrome.codeName(claim.source()),
                chrome.claim(claim.coding()),
                "/accounts/" + claim.account() + "#" + claim.id(),
                chrome.circumstances(claim.coding()),
                passage);
    }

    private Row person(Person person) {
        return new Row(
                person.codeName(),
                "",
                "/people/" + person.id(),
                Stream.concat(
                                Stream.of(chrome.terms(List.copyOf(person.roles()))),
                                person.masked() ? Stream.of(chrome.say("people.is-masked")) : Stream.empty())
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(" · ")),
                Optional.empty());
    }

    private Row source(Source source, Optional<Passage> passage) {
        return new Row(
                source.codeName(),
                "",
                "/sources/" + source.id(),
                chrome.term(source.opened().fact().kind()),
                passage);
    }
}
