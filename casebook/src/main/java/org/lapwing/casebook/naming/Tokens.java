// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.naming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lapwing.casebook.fact.OriginalFact.TokenPlace;
import org.lapwing.casebook.fact.Text;

/** Turns marked names of an original into tokens. All offsets are code points, ends excluded. */
public final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("\\[([PLC]): ([a-z]{2,20}-[a-z]{2,20}(?:-[0-9]{1,4})?)]");

    private Tokens() {}

    /** A stretch of the original that a member marked as a name, with what shall stand for it. */
    public record Mark(int from, int to, Token token) {}

    /** A token found in words. */
    public record Found(int from, int to, Token token) {}

    /** What came of the marks. */
    public sealed interface Outcome {}

    /** The words with tokens in them, and the map back to the original. */
    public record Copy(Text words, List<TokenPlace> places) implements Outcome {
        /** The stretch of the original that an excerpt of this copy came from; an excerpt that cuts a token takes it whole. */
        public TokenPlace inOriginal(int from, int to) {
            return Tokens.inOriginal(places, from, to);
        }
    }

    /** Marks that cannot be applied; nothing was changed. */
    public record Refused(String reason, int at) implements Outcome {}

    /** A token for somebody new in one account. */
    public static Token mint(Token.Kind kind, Set<Token> inAccount, CodeNames names, RandomGenerator random) {
        Set<String> used = inAccount.stream().map(Token::name).collect(Collectors.toSet());
        return new Token(kind, names.next(used, random));
    }

    public static Outcome apply(Text original, List<Mark> marks) {
        List<Mark> sorted =
                marks.stream().sorted(Comparator.comparingInt(Mark::from)).toList();
        int end = 0;
        for (Mark mark : sorted) {
            if (mark.from() < 0 || mark.to() <= mark.from() || mark.to() > original.length()) {
                return new Refused("a mark lies within the words and is not empty", mark.from());
            } else if (mark.from() < end) {
                return new Refused("two marks overlap", mark.from());
            }
            end = mark.to();
        }
        // Words that only look like a token would later be read as one: they have to be marked too.
        for (Found found : in(original.words())) {
            if (sorted.stream().noneMatch(mark -> mark.from() <= found.from() && mark.to() >= found.to())) {
                return new Refused("these words look like a token; mark them", found.from());
            }
        }
        return replace(original, sorted);
    }

    private static Copy replace(Text original, List<Mark> marks) {
        var words = new StringBuilder();
        var places = new ArrayList<TokenPlace>();
        int done = 0;
        int at = 0;
        for (Mark mark : marks) {
            String token = mark.token().toString();
            words.append(original.between(done, mark.from()));
            at += mark.from() - done;
            places.add(new TokenPlace(token, mark.from(), mark.to(), at, at + token.length()));
            words.append(token);
            at += token.length();
            done = mark.to();
        }
        words.append(original.between(done, original.length()));
        return new Copy(new Text(words.toString(), original.language()), List.copyOf(places));
    }

    /** Every token in the words. Anything not written exactly like one is not one. */
    public static List<Found> in(String words) {
        Matcher matcher = TOKEN.matcher(words);
        var found = new ArrayList<Found>();
        while (matcher.find()) {
            int from = words.codePointCount(0, matcher.start());
            found.add(new Found(
                    from,
                    from + matcher.group().length(),
                    new Token(Token.Kind.valueOf(matcher.group(1)), matcher.group(2))));
        }
        return List.copyOf(found);
    }

    /** Other places in the original where a marked name stands unmarked, with the same token: to be offered, not applied. */
    public static List<Mark> alike(Text original, List<Mark> marks) {
        String words = original.words().toLowerCase(Locale.ROOT);
        if (words.length() != original.words().length()) {
            words = original.words(); // lower-casing moved offsets: compare as written
        }
        var offered = new ArrayList<Mark>();
        for (Mark mark : marks) {
            String name = original.between(mark.from(), mark.to());
            String sought = words.equals(original.words()) ? name : name.toLowerCase(Locale.ROOT);
            for (int i = words.indexOf(sought); i >= 0; i = words.indexOf(sought, i + sought.length())) {
                int from = words.codePointCount(0, i);
                int to = from + mark.to() - mark.from();
                if (wholeWord(words, i, i + sought.length()) && apart(from, to, marks) && apart(from, to, offered)) {
                    offered.add(new Mark(from, to, mark.token()));
                }
            }
        }
        return List.copyOf(offered);
    }

    private static boolean wholeWord(String words, int from, int to) {
        return (from == 0 || !Character.isLetterOrDigit(words.codePointBefore(from)))
                && (to == words.length() || !Character.isLetterOrDigit(words.codePointAt(to)));
    }

    private static boolean apart(int from, int to, List<Mark> marks) {
        return marks.stream().noneMatch(mark -> mark.from() < to && from < mark.to());
    }

    /** Leads a stretch of a copy back to the original through the map. */
    public static TokenPlace inOriginal(List<TokenPlace> places, int from, int to) {
        return new TokenPlace("", back(places, from, false), back(places, to, true), from, to);
    }

    private static int back(List<TokenPlace> places, int at, boolean end) {
        int moved = 0;
        for (TokenPlace place : places) {
            if (end ? at <= place.copyFrom() : at < place.copyFrom()) {
                break;
            }
            if (end ? at <= place.copyTo() : at < place.copyTo()) {
                return end ? place.originalTo() : place.originalFrom();
            }
            moved = place.originalTo() - place.copyTo();
        }
        return at + moved;
    }
}
