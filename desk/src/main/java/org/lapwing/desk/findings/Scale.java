// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Findings.WeighedClaim;
import org.lapwing.casebook.Sources.Source;
import org.lapwing.casebook.fact.AccountFact.AccountTaken;
import org.lapwing.casebook.fact.SourceFact.RetractionRecorded;
import org.lapwing.casebook.fact.WeighingFact.ClaimWeighed;
import org.lapwing.casebook.naming.Tokens;
import org.lapwing.casebook.term.Side;
import org.lapwing.casebook.term.Term;
import org.lapwing.casebook.weigh.Contradictions;
import org.lapwing.casebook.weigh.Contradictions.Contradiction;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.findings.FindingPage.Against;
import org.lapwing.desk.findings.FindingPage.Answer;
import org.lapwing.desk.findings.FindingPage.Piece;
import org.lapwing.desk.findings.FindingPage.Quote;
import org.lapwing.desk.findings.FindingPage.Said;
import org.lapwing.desk.findings.FindingPage.Scales;
import org.lapwing.entry.Id;

/** What lies on either side of a finding, in the words of those who said it. */
final class Scale {
    private final FindingReader reader;
    private final Casebook casebook;
    private final Chrome chrome;

    Scale(FindingReader reader, Casebook casebook, Chrome chrome) {
        this.reader = reader;
        this.casebook = casebook;
        this.chrome = chrome;
    }

    Scales of(Finding finding) {
        return new Scales(
                quotes(finding, Side.FOR),
                said(finding, Side.FOR),
                Contradictions.of(casebook, finding).stream()
                        .flatMap(each -> against(each).stream())
                        .toList(),
                quotes(finding, Side.SILENT),
                said(finding, Side.SILENT));
    }

    private List<Quote> quotes(Finding finding, Side side) {
        return finding.on(side).stream()
                .filter(weighed -> weighed.claim().stands())
                .map(this::quote)
                .toList();
    }

    private Quote quote(WeighedClaim weighed) {
        Claim claim = weighed.claim();
        Optional<Source> source = casebook.sources().source(claim.source());
        return new Quote(
                claim.id(),
                claim.account(),
                claim.source(),
                reader.nameOf(claim.source()),
                List.of(claim.coding().access()),
                source.filter(Source::verified).isPresent(),
                words(claim),
                language(claim),
                told(claim),
                claim.coding()
                        .heardFrom()
                        .or(() -> claim.coding().derivedFrom())
                        .map(reader::nameOf),
                casebook.about(claim.id(), ClaimWeighed.class).stream()
                        .filter(each -> each.ref().equals(weighed.weighed()))
                        .flatMap(each -> each.fact().words().stream())
                        .findFirst(),
                reader.signed(weighed.weighed()));
    }

    private List<Piece> words(Claim claim) {
        return casebook.accounts()
                .words(claim.account(), claim.excerpt())
                .map(Scale::pieces)
                .orElse(List.of());
    }

    private String language(Claim claim) {
        return casebook.accounts()
                .account(claim.account())
                .flatMap(account -> account.workingCopy())
                .map(copy -> copy.fact().words().language())
                .orElse("und");
    }

    private String told(Claim claim) {
        return casebook.last(claim.account(), AccountTaken.class)
                .map(taken -> chrome.term(taken.fact().channel()) + ", "
                        + chrome.when(taken.fact().told()))
                .orElse("");
    }

    /** Tokens apart from the words around them, so that a page can show that a name stood there. */
    static List<Piece> pieces(String words) {
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        for (var found : Tokens.in(words)) {
            int from = words.offsetByCodePoints(0, found.from());
            if (from > done) {
                pieces.add(new Piece(words.substring(done, from), false));
            }
            pieces.add(new Piece(found.token().name(), true));
            done = words.offsetByCodePoints(0, found.to());
        }
        if (done < words.length()) {
            pieces.add(new Piece(words.substring(done), false));
        }
        return List.copyOf(pieces);
    }

    private List<Said> said(Finding finding, Side side) {
        return finding.statements().stream()
                .filter(weighed -> weighed.side() == side)
                .map(weighed -> {
                    var fact = weighed.statement().recorded().fact();
                    return new Said(
                            fact.statement(),
                            side,
                            fact.speaker(),
                            List.of(fact.kind(), fact.basis()),
                            fact.words().words(),
                            fact.words().language(),
                            chrome.when(fact.when()));
                })
                .toList();
    }

    private Optional<Against> against(Contradiction contradiction) {
        return switch (contradiction.what()) {
            case CLAIM -> casebook.claims().claim(contradiction.id()).map(claim -> ofClaim(contradiction, claim));
            case STATEMENT -> ofStatement(contradiction);
            case RETRACTION ->
                casebook.last(contradiction.id(), RetractionRecorded.class)
                        .map(noted -> ofRetraction(contradiction, noted.fact()));
        };
    }

    private Against ofClaim(Contradiction contradiction, Claim claim) {
        return new Against(
                claim.id(),
                true,
                reader.nameOf(claim.source()),
                opened(claim.account(), claim.id()),
                List.of(claim.coding().access()),
                words(claim),
                language(claim),
                told(claim),
                contradiction.needsAnswer(),
                answer(contradiction));
    }

    /** Where an account stands open at a claim. */
    static String opened(Id account, Id claim) {
        return "/accounts/" + account + "#" + claim;
    }

    private Optional<Against> ofStatement(Contradiction contradiction) {
        return casebook.statements().statement(contradiction.id()).map(statement -> {
            var fact = statement.recorded().fact();
            return new Against(
                    fact.statement(),
                    false,
                    fact.speaker(),
                    "/statements/" + fact.statement(),
                    List.<Term>of(fact.kind(), fact.basis(), statement.investigation()),
                    pieces(fact.words().words()),
                    fact.words().language(),
                    chrome.when(fact.when()),
                    contradiction.needsAnswer(),
                    answer(contradiction));
        });
    }

    private Against ofRetraction(Contradiction contradiction, RetractionRecorded fact) {
        return new Against(
                fact.retraction(),
                true,
                reader.nameOf(fact.source()),
                "/sources/" + fact.source(),
                List.<Term>of(fact.kind(), fact.control()),
                fact.words().map(text -> pieces(text.words())).orElse(List.of()),
                fact.words().map(text -> text.language()).orElse("und"),
                fact.when().map(chrome::when).orElse(""),
                contradiction.needsAnswer(),
                answer(contradiction));
    }

    private Optional<Answer> answer(Contradiction contradiction) {
        return contradiction.answer().map(each -> new Answer(each.fact().words(), reader.signed(each.ref())));
    }
}
