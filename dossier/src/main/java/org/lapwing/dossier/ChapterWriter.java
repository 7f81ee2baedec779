// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Findings.Risk;
import org.lapwing.casebook.Findings.WeighedClaim;
import org.lapwing.casebook.Findings.WeighedStatement;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.fact.AccountFact.TokenMeant;
import org.lapwing.casebook.fact.FindingFact.FindingReviewed;
import org.lapwing.casebook.fact.StatementFact.StatementRecorded;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.fact.WeighingFact.ContradictionAnswered;
import org.lapwing.casebook.term.DetailKind;
import org.lapwing.casebook.term.Knowledge;
import org.lapwing.casebook.term.ReasonKind;
import org.lapwing.casebook.term.Side;
import org.lapwing.casebook.term.Wording;
import org.lapwing.casebook.weigh.Exposure;
import org.lapwing.casebook.weigh.Independence;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;

/** Writes one sifted finding in the names of one package, and notes what its entries can prove. */
final class ChapterWriter {
    private final Casebook casebook;
    private final Dossiers.Desk desk;
    private final FreshNames names;
    private final Redaction redaction;
    private final List<Proof> proofs = new ArrayList<>();

    ChapterWriter(Dossiers.Desk desk, FreshNames names, Redaction redaction) {
        this.casebook = desk.casebook();
        this.desk = desk;
        this.names = names;
        this.redaction = redaction;
    }

    /** @param proofs not yet numbered */
    record Written(Chapter chapter, List<Proof> proofs) {}

    Written write(Sifting.Sifted sifted, int place) {
        Finding finding = sifted.finding();
        Noted<FindingReviewed> review =
                finding.review().orElseThrow(() -> new DossierException("a finding without review was let through"));
        Text proposition = finding.proposition();
        Worded sentence = redaction.words(sentenceEntry(finding), proposition);
        Optional<Edtf> period = finding.period().map(told -> period(sifted, told));
        List<Chapter.Reason> reasons = new ArrayList<>();
        FindingProofs shown = new FindingProofs(finding, "/findings/" + place);
        for (ReasonKind kind : ReasonKind.values()) {
            finding.reason(kind).ifPresent(noted -> {
                Worded words = text(noted, noted.fact().words(), proposition);
                shown.reason(noted, words, reasons.size());
                reasons.add(new Chapter.Reason(kind, words));
            });
        }
        Worded reviewed = text(review, review.fact().reasons(), proposition);
        Chapter chapter = new Chapter(
                finding.proposed().fact().sort(),
                sentence,
                period,
                finding.place().flatMap(id -> placeName(sifted, id)),
                finding.unit().flatMap(this::unitName),
                finding.standard(),
                new Chapter.Review(review.fact().standard(), review.fact().agrees(), Optional.of(reviewed)),
                reasons,
                tellings(sifted),
                finding.statements().stream().map(each -> said(finding, each)).toList(),
                finding.risks().stream()
                        .flatMap(risk -> passing(risk, proposition).stream())
                        .toList(),
                counts(sifted));
        proofs.addAll(shown.proofs(chapter, review, reviewed.asWritten()));
        return new Written(chapter, List.copyOf(proofs));
    }

    /** The entry that holds the sentence as it now stands. */
    static Id sentenceEntry(Finding finding) {
        return finding.revisions().isEmpty()
                ? finding.proposed().ref().entry()
                : finding.revisions().getLast().ref().entry();
    }

    /** Reasons and answers are written without a language: they are in the sentence's. */
    private Worded text(Noted<?> noted, String words, Text proposition) {
        return redaction.words(noted.ref().entry(), new Text(words, proposition.language()));
    }

    private static Edtf period(Sifting.Sifted sifted, Edtf told) {
        return sifted.detail(DetailKind.TIME, told.toString())
                .flatMap(Exposure.Checked::released)
                .map(Edtf::parse)
                .orElse(told);
    }

    private Optional<Worded> placeName(Sifting.Sifted sifted, Id id) {
        return casebook.places().place(id).map(place -> {
            Optional<String> coarser = sifted.detail(DetailKind.PLACE, place.name())
                    .flatMap(Exposure.Checked::released)
                    .filter(said -> !said.equals(place.name()));
            Id named = coarser.isPresent() ? place.opened().fact().parent().orElse(place.id()) : id;
            List<String> all =
                    coarser.map(List::of).orElse(place.opened().fact().names());
            return named(named, all);
        });
    }

    private Optional<Worded> unitName(Id id) {
        return casebook.places()
                .unit(id)
                .map(unit -> named(id, unit.opened().fact().names()));
    }

    /** The name shown, with the first that is written in the other script. */
    private Worded named(Id id, List<String> all) {
        Worded first = redaction.words(id, new Text(all.getFirst(), language(all.getFirst())));
        List<Text> texts = new ArrayList<>(first.texts());
        all.stream()
                .map(name -> new Text(name, language(name)))
                .filter(text -> texts.stream().noneMatch(each -> each.language().equals(text.language())))
                .findFirst()
                .ifPresent(text -> texts.add(redaction.clean(text, List.of())));
        return new Worded(texts, first.asWritten());
    }

    private static String language(String name) {
        boolean cyrillic =
                name.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
        return cyrillic ? "ru" : "en";
    }

    private List<Chapter.Telling> tellings(Sifting.Sifted sifted) {
        List<WeighedClaim> drawn = new ArrayList<>(sifted.permitted());
        Dossiers.shuffle(drawn, desk.random());
        return drawn.stream().map(each -> telling(sifted.finding(), each)).toList();
    }

    private Chapter.Telling telling(Finding finding, WeighedClaim weighed) {
        Claim claim = weighed.claim();
        Optional<Worded> words =
                Sifting.told(casebook, claim).map(told -> redaction.words(claim.id(), told, tokens(claim)));
        boolean reworded = Sifting.told(casebook, claim)
                .flatMap(told -> desk.release().rewording(claim.id(), told.language()))
                .isPresent();
        boolean verbatim = !reworded
                && casebook.accounts()
                        .account(claim.account())
                        .filter(account -> account.taken().fact().wording() == Wording.VERBATIM)
                        .isPresent();
        return new Chapter.Telling(
                weighed.side(),
                names.of(claim.source()),
                claim.coding().access(),
                claim.coding().heardFrom().filter(redaction.mayAppear()).map(names::of),
                casebook.sources()
                        .source(claim.source())
                        .filter(source -> source.verified())
                        .isPresent(),
                verbatim,
                words,
                answer(finding, claim.id()));
    }

    private List<TokenMeant> tokens(Claim claim) {
        return casebook.accounts().account(claim.account()).stream()
                .flatMap(account -> account.copies().stream())
                .flatMap(copy -> copy.fact().tokens().stream())
                .toList();
    }

    private Chapter.Said said(Finding finding, WeighedStatement weighed) {
        Noted<StatementRecorded> noted = weighed.statement().recorded();
        StatementRecorded statement = noted.fact();
        return new Chapter.Said(
                weighed.side(),
                redaction
                        .clean(new Text(statement.speaker(), language(statement.speaker())), List.of())
                        .words(),
                statement.when(),
                redaction.words(noted.ref().entry(), statement.words()),
                statement.kind(),
                statement.basis(),
                weighed.statement().investigation(),
                answer(finding, weighed.statement().id()));
    }

    private Optional<Worded> answer(Finding finding, Id contradiction) {
        Optional<Noted<ContradictionAnswered>> answer = finding.answerTo(contradiction);
        return answer.map(noted -> text(noted, noted.fact().words(), finding.proposition()));
    }

    private Optional<Chapter.Passing> passing(Risk risk, Text proposition) {
        return risk.answer()
                .map(answer -> new Chapter.Passing(
                        risk.noted().fact().kind(), text(answer, answer.fact().words(), proposition)));
    }

    private Counts counts(Sifting.Sifted sifted) {
        Independence independence = sifted.checklist().independence();
        long quoted = sifted.permitted().stream()
                .filter(each -> each.side() == Side.FOR)
                .map(each -> each.claim().account())
                .distinct()
                .count();
        return new Counts.Tally(
                        (int) quoted,
                        independence.accounts() - (int) quoted,
                        independence.count(Knowledge.INDEPENDENT),
                        independence.count(Knowledge.UNDETERMINED),
                        independence.count(Knowledge.DERIVED) + independence.count(Knowledge.TOLD_AGAIN))
                .under(desk.release().rules().crowd());
    }
}
