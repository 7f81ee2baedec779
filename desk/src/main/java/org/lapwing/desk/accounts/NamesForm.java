// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.accounts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.lapwing.casebook.Accounts.Account;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.fact.AccountFact.TokenMeant;
import org.lapwing.casebook.fact.AccountFact.WorkingCopyMade;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.NameFact.NameRecorded;
import org.lapwing.casebook.fact.OriginalFact.OriginalKept;
import org.lapwing.casebook.fact.OriginalFact.TokensMapped;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.naming.CodeNames;
import org.lapwing.casebook.naming.Token;
import org.lapwing.casebook.naming.Tokens;
import org.lapwing.casebook.term.AgeGroup;
import org.lapwing.casebook.term.NameKind;
import org.lapwing.casebook.term.PersonRole;
import org.lapwing.casebook.term.Script;
import org.lapwing.desk.Chrome;
import org.lapwing.entry.Id;

/**
 * Which words of an original are names, one a line: {@code words = code-name}, {@code words = new}, {@code words = place},
 * {@code words = contact}; behind a person may stand what the name is: {@code words = new family}.
 */
final class NamesForm {
    record Made(Text words, List<Fact> facts) {}

    private record Named(Token token, Optional<Id> meant) {}

    private final Casebook casebook;
    private final Chrome chrome;
    private final Account account;
    private final OriginalKept original;
    private final RandomGenerator random;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final List<Tokens.Mark> marks = new ArrayList<>();
    private final List<TokenMeant> meant = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final Set<Token> tokens = new HashSet<>();
    private final Set<String> used;

    NamesForm(Casebook casebook, Chrome chrome, Account account, OriginalKept original, RandomGenerator random) {
        this.casebook = casebook;
        this.chrome = chrome;
        this.account = account;
        this.original = original;
        this.random = random;
        this.used = CodingForm.usedNames(casebook);
    }

    Map<String, String> errors() {
        return errors;
    }

    Optional<Made> read(String lines) {
        for (String line : lines.split("\\R")) {
            if (!line.isBlank()) {
                line(line);
            }
        }
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        if (!(Tokens.apply(original.words(), marks) instanceof Tokens.Copy copy)) {
            errors.put("names", chrome.say("accounts.error.overlap"));
            return Optional.empty();
        }
        int number = account.workingCopy().map(made -> made.fact().copy() + 1).orElse(1);
        facts.add(new WorkingCopyMade(account.id(), number, copy.words(), meant));
        facts.add(new TokensMapped(account.id(), number, copy.places()));
        return Optional.of(new Made(copy.words(), facts));
    }

    private void line(String line) {
        int equals = line.lastIndexOf('=');
        String words = equals < 0 ? "" : line.substring(0, equals).strip();
        String[] what = equals < 0
                ? new String[] {""}
                : line.substring(equals + 1).strip().split("\\s+");
        if (words.isEmpty() || what[0].isEmpty()) {
            errors.put("names", chrome.say("accounts.error.names-line", "line", line.strip()));
            return;
        }
        int at = original.words().words().indexOf(words);
        if (at < 0) {
            errors.put("names", chrome.say("accounts.error.names-absent", "words", words));
            return;
        }
        Optional<Named> named = named(words, what);
        if (named.isEmpty()) {
            errors.put("names", chrome.say("accounts.error.names-who", "who", what[0]));
            return;
        }
        int from = original.words().words().codePointCount(0, at);
        Tokens.Mark first = new Tokens.Mark(
                from,
                from + words.codePointCount(0, words.length()),
                named.get().token());
        marks.add(first);
        marks.addAll(Tokens.alike(original.words(), List.of(first)).stream()
                .filter(mark -> mark.from() != first.from())
                .toList());
        meant.add(new TokenMeant(named.get().token().toString(), named.get().meant()));
    }

    private Optional<Named> named(String words, String[] what) {
        return switch (what[0]) {
            case "place" -> Optional.of(new Named(mint(Token.Kind.L), Optional.empty()));
            case "contact" -> Optional.of(new Named(mint(Token.Kind.C), Optional.empty()));
            case "new" -> {
                Id person = open();
                record(person, words, what);
                yield Optional.of(new Named(mint(Token.Kind.P), Optional.of(person)));
            }
            default ->
                casebook.all(PersonOpened.class).stream()
                        .filter(each -> each.fact().codeName().equals(what[0]))
                        .map(each -> each.fact().person())
                        .findFirst()
                        .map(person -> {
                            record(person, words, what);
                            return new Named(mint(Token.Kind.P), Optional.of(person));
                        });
        };
    }

    private Id open() {
        Id person = new Id(random.nextLong(), random.nextLong());
        String name = new CodeNames().next(used, random);
        used.add(name);
        facts.add(new PersonOpened(person, name, List.of(PersonRole.WITNESS), AgeGroup.UNKNOWN));
        return person;
    }

    private void record(Id person, String words, String[] what) {
        NameKind kind = NameKind.NICKNAME;
        for (NameKind each : NameKind.values()) {
            if (what.length > 1 && each.name().equalsIgnoreCase(what[1])) {
                kind = each;
            }
        }
        Script script =
                words.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC)
                        ? Script.CYRILLIC
                        : Script.LATIN;
        facts.add(new NameRecorded(
                new Id(random.nextLong(), random.nextLong()),
                person,
                words,
                script,
                kind,
                Optional.of(account.source()),
                Optional.of(account.id())));
    }

    private Token mint(Token.Kind kind) {
        Token token = Tokens.mint(kind, tokens, new CodeNames(), random);
        tokens.add(token);
        return token;
    }
}
