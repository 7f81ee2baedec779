// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lapwing.casebook.fact.AccountFact.TokenMeant;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.naming.Token;
import org.lapwing.entry.Id;

/**
 * Words of the casebook made fit to leave it: the publisher's rewordings, coarser phrases where the exposure check asks,
 * tokens and code names exchanged for those of this package. Whoever may not be in it becomes "[someone]".
 *
 * @param coarser phrases of the finding with what may be said instead
 * @param mayAppear whether a source or person may be told apart in this package
 */
record Redaction(Release release, FreshNames names, Map<String, String> coarser, Predicate<Id> mayAppear) {
    /** Two words as a code name has them, however they are joined; looked at from every word on. */
    private static final Pattern TWO_WORDS =
            Pattern.compile("(\\p{L}{2,20})[-\\u2010\\u2011\\s]+(\\p{L}{2,20})(-[0-9]{1,4})?");

    private static final Pattern TOKEN = Pattern.compile("\\[([PLC]): ([^\\]\\n]{1,60})]");
    private static final Pattern FINDING = Pattern.compile("(?<![\\p{L}\\p{N}])F-[0-9]+(?![\\p{L}\\p{N}])");

    Redaction {
        coarser = Map.copyOf(coarser);
    }

    /** Words that stand in an entry. */
    Worded words(Id of, Text told) {
        return words(of, told, List.of());
    }

    /** @param tokens what the tokens in the words stand for */
    Worded words(Id of, Text told, List<TokenMeant> tokens) {
        Optional<Text> replaced = release.rewording(of, told.language());
        Text first = clean(replaced.orElse(told), tokens);
        List<Text> texts = new ArrayList<>(List.of(first));
        release.translations(of, told.language()).forEach(text -> texts.add(clean(text, tokens)));
        return new Worded(texts, first.equals(told));
    }

    Text clean(Text text, List<TokenMeant> tokens) {
        return new Text(clean(text.words(), text.language(), tokens), text.language());
    }

    private String clean(String words, String language, List<TokenMeant> tokens) {
        String coarse = words;
        for (var each : coarser.entrySet()) {
            coarse = coarse.replace(each.getKey(), "[" + each.getValue() + "]");
        }
        Mentions mentions = new Mentions(language, tokens);
        String untokened =
                TOKEN.matcher(coarse).replaceAll(found -> Matcher.quoteReplacement(mentions.token(found.group())));
        String unnamed = renamed(untokened, mentions);
        return FINDING.matcher(unnamed)
                .replaceAll(Matcher.quoteReplacement(mentions.bracket("another finding", "другой вывод")));
    }

    private String renamed(String words, Mentions mentions) {
        StringBuilder out = new StringBuilder();
        Matcher pair = TWO_WORDS.matcher(words);
        int at = 0;
        while (at < words.length()) {
            boolean begins = at == 0 || !Character.isLetter(words.charAt(at - 1));
            pair.region(at, words.length());
            if (begins && pair.lookingAt()) {
                Optional<String> name = mentions.name(pair);
                if (name.isPresent()) {
                    out.append(name.get());
                    at = pair.end();
                    continue;
                }
            }
            out.append(words.charAt(at++));
        }
        return out.toString();
    }

    /** Whether words that are about to leave still hold a code name of the casebook or an id. */
    boolean leaks(String words) {
        Matcher pair = TWO_WORDS.matcher(words);
        for (int at = 0; pair.find(at); at = pair.end(1)) {
            if (names.named(joined(pair)).isPresent()
                    || names.named(pair.group(1) + "-" + pair.group(2)).isPresent()) {
                return true;
            }
        }
        return Pattern.compile("(?<![a-z2-7])[a-z2-7]{26}(?![a-z2-7])")
                .matcher(words)
                .find();
    }

    private static String joined(Matcher pair) {
        return pair.group(1) + "-" + pair.group(2) + (pair.group(3) == null ? "" : pair.group(3));
    }

    /** What stands for whom, in one language. */
    private final class Mentions {
        private final boolean russian;
        private final Map<String, Optional<Id>> meant = new HashMap<>();

        Mentions(String language, List<TokenMeant> tokens) {
            russian = language.startsWith("ru");
            tokens.forEach(each -> meant.put(each.token(), each.meant()));
        }

        String bracket(String english, String inRussian) {
            return "[" + (russian ? inRussian : english) + "]";
        }

        String token(String token) {
            Optional<Token.Kind> kind = Token.parse(token).map(Token::kind);
            if (kind.equals(Optional.of(Token.Kind.L))) {
                return bracket("a place", "место");
            } else if (kind.equals(Optional.of(Token.Kind.C))) {
                return bracket("a contact", "контакт");
            }
            return person(meant.getOrDefault(token, Optional.empty()));
        }

        /** The name to put for two words, if they are a code name of the casebook. */
        Optional<String> name(Matcher pair) {
            Optional<Optional<Id>> whom = names.named(joined(pair));
            return whom.map(found -> found.isPresent() ? person(found) : bracket("a member", "участник группы"));
        }

        private String person(Optional<Id> whom) {
            return whom.filter(mayAppear).map(names::of).orElseGet(() -> bracket("someone", "кто-то"));
        }
    }
}
