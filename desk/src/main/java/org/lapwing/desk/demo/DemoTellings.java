// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import static org.lapwing.desk.demo.DemoCast.need;
import static org.lapwing.desk.demo.DemoCast.needTerm;
import static org.lapwing.desk.demo.DemoFiles.some;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import org.lapwing.casebook.fact.AccountFact.AccountTaken;
import org.lapwing.casebook.fact.AccountFact.EarlierTelling;
import org.lapwing.casebook.fact.AccountFact.RenderingChecked;
import org.lapwing.casebook.fact.AccountFact.RenderingMade;
import org.lapwing.casebook.fact.AccountFact.TokenMeant;
import org.lapwing.casebook.fact.AccountFact.WorkingCopyMade;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.Excerpt;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.OriginalFact.OriginalKept;
import org.lapwing.casebook.fact.OriginalFact.TokenPlace;
import org.lapwing.casebook.fact.OriginalFact.TokensMapped;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.naming.CodeNames;
import org.lapwing.casebook.naming.Token;
import org.lapwing.casebook.naming.Tokens;
import org.lapwing.casebook.term.AccountLabel;
import org.lapwing.casebook.term.Channel;
import org.lapwing.casebook.term.RenderingMethod;
import org.lapwing.casebook.term.Wording;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;

/** Accounts of the invented world: words, working copies, claims and renderings. */
final class DemoTellings {
    private final DemoWorld world;
    private final DemoCast cast;
    private final Random random;
    private final CodeNames codeNames = new CodeNames();

    DemoTellings(DemoWorld world, DemoCast cast, Random random) {
        this.world = world;
        this.cast = cast;
        this.random = random;
    }

    void write() {
        for (String text : DemoFiles.folder("accounts", "A-", 130)) {
            account(DemoAccount.parse(text));
        }
    }

    private void account(DemoAccount file) {
        DemoHeaders headers = file.headers();
        String key = headers.get("id");
        String sourceKey = headers.get("source");
        Id account = world.newId();
        cast.accounts.put(key, account);
        cast.sourceOfAccount.put(key, sourceKey);
        Text original = new Text(file.words(), headers.get("language"));
        Map<String, Token> tokens = tokens(file);
        List<Tokens.Mark> marks = file.marks().stream()
                .map(mark -> new Tokens.Mark(
                        mark.at().from(), mark.at().to(), Objects.requireNonNull(tokens.get(mark.kind() + mark.key()))))
                .toList();
        if (!(Tokens.apply(original, marks) instanceof Tokens.Copy copy)) {
            throw new IllegalStateException("the marks of " + key + " cannot be applied");
        }
        var facts = new ArrayList<Fact>();
        facts.add(taken(account, headers));
        facts.add(new OriginalKept(account, original));
        facts.add(new WorkingCopyMade(account, 1, copy.words(), meant(tokens)));
        facts.add(new TokensMapped(account, 1, copy.places()));
        world.as(DemoWorld.INTAKE, facts);
        claims(file, account, copy);
        file.rendering().ifPresent(rendering -> render(account, rendering, tokens));
    }

    private AccountTaken taken(Id account, DemoHeaders headers) {
        Optional<Id> interviewer = some(headers.get("interviewer"))
                .filter(cast.members::containsKey)
                .map(handle -> cast.member(handle).member().id());
        return new AccountTaken(
                account,
                need(cast.sources, headers.get("source")),
                needTerm(Channel.class, headers.get("channel")),
                Edtf.parse(headers.get("told")),
                headers.get("language"),
                headers.get("setting"),
                headers.get("present"),
                interviewer,
                headers.get("interpreter"),
                !headers.get("consents").equals("none")
                        && !headers.get("consents").equals("public"),
                headers.get("summary").equals("verbatim") ? Wording.VERBATIM : Wording.SUMMARY,
                some(headers.get("earlier"))
                        .filter(words -> !words.equals("none stated"))
                        .map(words -> new EarlierTelling(words, Optional.empty(), false))
                        .stream()
                        .toList(),
                false,
                Optional.empty(),
                labels(headers.get("labels")),
                Optional.empty());
    }

    private static List<AccountLabel> labels(String words) {
        var labels = new ArrayList<AccountLabel>();
        for (String word : words.split(", ")) {
            switch (word) {
                case "torture" -> labels.add(AccountLabel.TORTURE);
                case "death" -> labels.add(AccountLabel.KILLING);
                case "family" -> labels.add(AccountLabel.FAMILY_VIOLENCE);
                default -> {
                    // a word for the shelf, not for who must be spared tonight
                }
            }
        }
        return labels;
    }

    /** A person's token is their code name; places and contacts get names of their own in each account. */
    private Map<String, Token> tokens(DemoAccount file) {
        var tokens = new LinkedHashMap<String, Token>();
        for (DemoAccount.Mark mark : file.marks()) {
            tokens.computeIfAbsent(
                    mark.kind() + mark.key(),
                    key -> mark.kind() == 'P'
                            ? new Token(Token.Kind.P, mark.key())
                            : Tokens.mint(
                                    Token.Kind.valueOf(String.valueOf(mark.kind())),
                                    Set.copyOf(tokens.values()),
                                    codeNames,
                                    random));
        }
        return tokens;
    }

    private List<TokenMeant> meant(Map<String, Token> tokens) {
        var meant = new ArrayList<TokenMeant>();
        tokens.forEach((key, token) -> meant.add(new TokenMeant(
                token.toString(),
                switch (key.charAt(0)) {
                    case 'P' -> Optional.ofNullable(cast.persons.get(key.substring(1)));
                    case 'L' -> Optional.ofNullable(cast.places.get(key.substring(1)));
                    default -> Optional.empty();
                })));
        return meant;
    }

    private void claims(DemoAccount file, Id account, Tokens.Copy copy) {
        var coder = new DemoClaims(cast);
        var facts = new ArrayList<Fact>();
        for (DemoAccount.Claim claim : file.claims()) {
            DemoAccount.Stretch stretch = Objects.requireNonNull(file.excerpts().get(claim.key()));
            Id id = world.newId();
            cast.claims.put(file.headers().get("id") + " " + claim.key(), id);
            facts.add(ClaimCoded.of(
                    id,
                    account,
                    new Excerpt.OfWords(1, inCopy(copy.places(), stretch.from()), inCopy(copy.places(), stretch.to())),
                    coder.coding(claim, file.headers().get("language"))));
        }
        if (!facts.isEmpty()) {
            world.as(file.headers().get("language").equals("ru") ? DemoWorld.READER : DemoWorld.INVESTIGATOR, facts);
        }
    }

    /** Where an offset of the original lies in the copy, in which each name before it has become a token. */
    private static int inCopy(List<TokenPlace> places, int at) {
        int shift = 0;
        for (TokenPlace place : places) {
            if (place.originalTo() <= at) {
                shift = place.copyTo() - place.originalTo();
            }
        }
        return at + shift;
    }

    private void render(Id account, DemoAccount.Rendering rendering, Map<String, Token> tokens) {
        String words = rendering.words();
        for (var token : tokens.entrySet()) {
            words = words.replaceAll(
                    "\\{" + token.getKey().charAt(0) + ":" + token.getKey().substring(1) + "\\|[^{}|]+}",
                    Matcher.quoteReplacement(token.getValue().toString()));
        }
        // A mark that only the rendering has: the words said stay.
        words = words.replaceAll("\\{[PLC]:[a-z0-9-]+\\|([^{}|]+)}", "$1");
        Id id = world.newId();
        world.as(
                cast.members.containsKey(rendering.translator()) ? rendering.translator() : DemoWorld.READER,
                List.of(new RenderingMade(
                        id,
                        account,
                        1,
                        RenderingMethod.TRANSLATED,
                        rendering.translator(),
                        new Text(words, "en"),
                        List.of())));
        world.as(
                cast.members.containsKey(rendering.checker()) ? rendering.checker() : DemoWorld.INTAKE,
                List.of(new RenderingChecked(id, true, Optional.empty())));
    }
}
