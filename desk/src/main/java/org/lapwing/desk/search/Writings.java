// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lapwing.casebook.Accounts.Account;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.Statements.Statement;
import org.lapwing.casebook.fact.AccountFact.AccountTaken;
import org.lapwing.casebook.fact.AccountFact.WorkingCopyMade;
import org.lapwing.casebook.fact.Coding;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.IntakeFact.ReplyWritten;
import org.lapwing.casebook.fact.IntakeFact.ReportReceived;
import org.lapwing.casebook.fact.IntakeFact.ReportTriaged;
import org.lapwing.casebook.fact.NameFact.NameRecorded;
import org.lapwing.casebook.fact.Part;
import org.lapwing.casebook.fact.Party;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.PersonFact.PersonReviewed;
import org.lapwing.casebook.fact.PlaceFact.PlaceOpened;
import org.lapwing.casebook.fact.PlaceFact.UnitOpened;
import org.lapwing.casebook.fact.StatementFact.StatementRecorded;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.fact.Where;
import org.lapwing.casebook.term.PersonRole;
import org.lapwing.casebook.term.Term;
import org.lapwing.entry.Id;

/** Reads what is written in each thing that can be found, as it now stands. For use by one thread. */
final class Writings {
    private static final List<Locale> TONGUES = List.of(Locale.ENGLISH, Locale.of("ru"));

    private final Casebook casebook;
    private final Map<Term, List<String>> labels = new HashMap<>();

    Writings(Casebook casebook) {
        this.casebook = casebook;
    }

    /** Empty when it is not here, or no longer stands. */
    Optional<Writing> of(Key key) {
        Id id = key.id();
        return switch (key.matter()) {
            case FINDING -> casebook.findings().finding(id).map(this::finding);
            case ACCOUNT -> casebook.accounts().account(id).map(this::account);
            case CLAIM -> casebook.claims().claim(id).filter(Claim::stands).map(this::claim);
            case PERSON -> first(id, PersonOpened.class).map(this::person);
            case SOURCE ->
                casebook.sources()
                        .source(id)
                        .map(source -> Writing.of(
                                Stream.concat(
                                                source.verification().stream()
                                                        .map(each -> each.fact().reasons()),
                                                source.reliability().stream()
                                                        .map(each -> each.fact().reasons()))
                                        .map(Writings::ours)
                                        .toList(),
                                labelled(
                                        source.codeName(),
                                        source.opened().fact().kind())));
            case PLACE -> first(id, PlaceOpened.class).map(this::place);
            case UNIT ->
                first(id, UnitOpened.class)
                        .map(unit -> Writing.of(
                                List.of(),
                                and(
                                        unit.fact().names(),
                                        terms(List.of(unit.fact().sort())))));
            case STATEMENT -> casebook.statements().statement(id).map(this::statement);
            case BODY ->
                casebook.group()
                        .body(id)
                        .map(body -> Writing.of(
                                List.of(),
                                labelled(body.fact().name(), body.fact().kind())));
            case REPORT -> report(id);
            case ORIGINAL ->
                casebook.accounts()
                        .original(id)
                        .map(kept -> Writing.of(List.of(kept.fact().words()), List.of()));
            case NAME -> names(id);
        };
    }

    private <F extends Fact> Optional<Noted<F>> first(Id id, Class<F> kind) {
        return casebook.about(id, kind).stream()
                .filter(each -> each.fact().subjects().contains(id))
                .findFirst();
    }

    private Writing finding(Finding finding) {
        List<Text> texts = new ArrayList<>(List.of(finding.proposition()));
        finding.reasons().forEach(each -> texts.add(ours(each.fact().words())));
        finding.answers().forEach(each -> texts.add(ours(each.fact().words())));
        finding.reviews().forEach(each -> texts.add(ours(each.fact().reasons())));
        List<String> terms = new ArrayList<>(List.of(finding.label()));
        finding.about().forEach(person -> terms.addAll(codeNames(person)));
        Set<Id> at = finding.place().map(Set::of).orElse(Set.of());
        at.forEach(place -> terms.addAll(placeNames(place)));
        finding.unit().ifPresent(unit -> terms.addAll(unitNames(unit)));
        return Writing.of(texts, terms).when(finding.period()).at(at);
    }

    private Writing account(Account account) {
        AccountTaken taken = account.taken().fact();
        List<Text> texts = new ArrayList<>();
        account.workingCopy().ifPresent(copy -> texts.add(copy.fact().words()));
        account.renderings().forEach(each -> texts.add(each.made().fact().words()));
        Stream.of(taken.setting(), taken.othersPresent())
                .filter(words -> !words.isBlank())
                .forEach(words -> texts.add(ours(words)));
        taken.earlierTellings().forEach(each -> texts.add(ours(each.toWhom())));
        account.readBacks().forEach(each -> each.fact().corrections().ifPresent(words -> texts.add(ours(words))));
        Set<Id> at = new HashSet<>();
        account.workingCopy().map(Noted::fact).map(WorkingCopyMade::tokens).orElse(List.of()).stream()
                .flatMap(token -> token.meant().stream())
                .filter(meant -> first(meant, PlaceOpened.class).isPresent())
                .forEach(at::add);
        casebook.claims()
                .of(account.id())
                .forEach(claim -> claim.coding().place().ifPresent(at::add));
        List<String> terms = casebook.sources()
                .source(account.source())
                .map(source -> List.of(source.codeName()))
                .orElse(List.of());
        return Writing.of(texts, terms)
                .when(Optional.of(taken.told()))
                .at(at)
                .labelled(!taken.labels().isEmpty());
    }

    private Writing claim(Claim claim) {
        Coding coding = claim.coding();
        List<Text> texts = new ArrayList<>();
        Optional<Account> told = casebook.accounts().account(claim.account());
        casebook.accounts()
                .words(claim.account(), claim.excerpt())
                .ifPresent(words -> texts.add(new Text(
                        words,
                        told.map(account -> account.taken().fact().language()).orElse("en"))));
        coding.ground().ifPresent(texts::add);
        coding.note().ifPresent(words -> texts.add(ours(words)));
        List<String> terms = new ArrayList<>(terms(List.of(coding.kind())));
        coding.act().ifPresent(act -> terms.addAll(terms(List.of(act))));
        coding.fate().ifPresent(fate -> terms.addAll(terms(List.of(fate))));
        terms.addAll(terms(coding.methods()));
        Stream.concat(coding.to().stream(), coding.by().stream())
                .map(Part::party)
                .forEach(party -> terms.addAll(called(party)));
        coding.where().ifPresent(where -> terms.addAll(called(where)));
        casebook.sources().source(claim.source()).ifPresent(source -> terms.add(source.codeName()));
        return Writing.of(texts, terms)
                .when(coding.when())
                .at(coding.place().map(Set::of).orElse(Set.of()))
                .labelled(
                        told.filter(account -> !account.taken().fact().labels().isEmpty())
                                .isPresent());
    }

    private Writing person(Noted<PersonOpened> opened) {
        Id id = opened.fact().person();
        List<Id> ids = casebook.people().sameAs(id);
        List<String> terms = new ArrayList<>();
        ids.forEach(each -> terms.addAll(codeNames(each)));
        List<PersonRole> roles = ids.stream()
                .flatMap(each -> first(each, PersonOpened.class).stream())
                .flatMap(each -> each.fact().roles().stream())
                .toList();
        terms.addAll(terms(roles));
        boolean masked = !roles.contains(PersonRole.OFFICIAL)
                && casebook.sources().whoAre(id).isEmpty()
                && ids.stream()
                        .allMatch(each ->
                                casebook.about(each, PersonReviewed.class).isEmpty());
        return Writing.of(List.of(), terms).masked(masked);
    }

    private Writing place(Noted<PlaceOpened> opened) {
        PlaceOpened place = opened.fact();
        List<Text> texts = place.describedAs().map(Writings::ours).map(List::of).orElse(List.of());
        Set<Id> at = new HashSet<>(Set.of(place.place()));
        place.parent().ifPresent(at::add);
        return Writing.of(texts, and(place.names(), terms(List.of(place.sort()))))
                .at(at);
    }

    private Writing statement(Statement statement) {
        StatementRecorded said = statement.recorded().fact();
        List<Text> texts = new ArrayList<>(List.of(said.words()));
        statement.followed().ifPresent(each -> texts.add(ours(each.fact().words())));
        return Writing.of(texts, labelled(said.speaker(), said.kind())).when(Optional.of(said.when()));
    }

    private Optional<Writing> report(Id id) {
        List<ReportReceived> parts = casebook.about(id, ReportReceived.class).stream()
                .map(Noted::fact)
                .toList();
        boolean addition = parts.stream()
                .filter(part -> part.report().equals(id))
                .flatMap(part -> part.follows().stream())
                .anyMatch(first -> !casebook.about(first, ReportReceived.class).isEmpty());
        List<Text> texts = new ArrayList<>();
        parts.forEach(part -> texts.add(new Text(part.words(), part.language())));
        casebook.about(id, ReportTriaged.class)
                .forEach(each -> each.fact().note().ifPresent(words -> texts.add(ours(words))));
        casebook.about(id, ReplyWritten.class)
                .forEach(each -> texts.add(each.fact().words()));
        return parts.isEmpty() || addition ? Optional.empty() : Optional.of(Writing.of(texts, List.of()));
    }

    private Optional<Writing> names(Id person) {
        List<String> values = casebook.about(person, NameRecorded.class).stream()
                .filter(each -> each.fact().person().equals(person))
                .map(each -> each.fact().value())
                .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(Writing.of(List.of(), values));
    }

    private List<String> called(Party party) {
        return switch (party) {
            case Party.Known(Id person) -> codeNames(person);
            case Party.OfUnit(Id unit) -> unitNames(unit);
            case Party.Described(String words) -> List.of(words);
        };
    }

    private List<String> called(Where where) {
        return switch (where) {
            case Where.At(Id place) -> placeNames(place);
            case Where.Described(String words) -> List.of(words);
        };
    }

    private List<String> codeNames(Id person) {
        return first(person, PersonOpened.class)
                .map(each -> List.of(each.fact().codeName()))
                .orElse(List.of());
    }

    private List<String> placeNames(Id place) {
        return first(place, PlaceOpened.class).map(each -> each.fact().names()).orElse(List.of());
    }

    private List<String> unitNames(Id unit) {
        return first(unit, UnitOpened.class).map(each -> each.fact().names()).orElse(List.of());
    }

    /** The labels of terms in both languages: whoever looks for one finds what was coded in the other. */
    private List<String> terms(Collection<? extends Term> terms) {
        return terms.stream()
                .flatMap(term ->
                        labels
                                .computeIfAbsent(
                                        term,
                                        each -> TONGUES.stream()
                                                .map(each::label)
                                                .toList())
                                .stream())
                .toList();
    }

    private List<String> labelled(String name, Term term) {
        return and(List.of(name), terms(List.of(term)));
    }

    private static List<String> and(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** Words of a member, whose language nobody notes. */
    private static Text ours(String words) {
        return new Text(words, Stems.isCyrillic(words) ? "ru" : "en");
    }
}
