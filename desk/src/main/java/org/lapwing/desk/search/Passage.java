// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.fact.Text;

/**
 * A stretch of a text, around the words that were sought.
 *
 * @param before whether the text begins earlier
 * @param after whether the text goes on
 */
public record Passage(List<Piece> pieces, String language, boolean before, boolean after) {
    /** @param marked whether it was sought */
    public record Piece(String words, boolean marked) {}

    /** UTF-16 units; about three lines on a screen. */
    private static final int LONG = 240;

    private static final int LEAD = 60;

    private static final int LONGEST_TOKEN = 60;

    /** Marks beyond these are not needed to choose a stretch. */
    private static final int ENOUGH = 200;

    private record Mark(int from, int to) {}

    /** Whether it shows anything that was sought. */
    public boolean marked() {
        return pieces.stream().anyMatch(Piece::marked);
    }

    /** The best stretch of the first text that has any of what was sought; else the beginning of the first. */
    static Optional<Passage> of(List<Text> texts, Question question) {
        WordCut cut = new WordCut();
        for (Text text : texts) {
            List<Mark> marks = marks(cut.of(text.words()), question);
            if (!marks.isEmpty()) {
                return Optional.of(around(text, marks));
            }
        }
        return texts.stream().findFirst().map(text -> around(text, List.of()));
    }

    private static List<Mark> marks(List<WordCut.Word> words, Question question) {
        List<Mark> marks = new ArrayList<>();
        int at = 0;
        while (at < words.size() && marks.size() < ENOUGH) {
            int longest = 0;
            for (Clause clause : question.clauses()) {
                longest = Math.max(longest, clause.marks(words, at));
            }
            if (longest > 0) {
                marks.add(new Mark(
                        words.get(at).from(), words.get(at + longest - 1).to()));
            }
            at += Math.max(1, longest);
        }
        return marks;
    }

    private static Passage around(Text text, List<Mark> marks) {
        String words = text.words();
        int from = marks.isEmpty() ? 0 : wordStart(words, Math.max(0, densest(marks) - LEAD));
        int to = wordEnd(words, Math.min(words.length(), from + LONG));
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        for (Mark mark : marks) {
            if (mark.from() >= at && mark.to() <= to) {
                add(pieces, words.substring(at, mark.from()), false);
                add(pieces, words.substring(mark.from(), mark.to()), true);
                at = mark.to();
            }
        }
        add(pieces, words.substring(at, to), false);
        return new Passage(List.copyOf(pieces), text.language(), from > 0, to < words.length());
    }

    private static void add(List<Piece> pieces, String words, boolean marked) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(words.replaceAll("\\s*\\n\\s*", " "), marked));
        }
    }

    /** Where the stretch with most marks begins. */
    private static int densest(List<Mark> marks) {
        int best = 0;
        int most = 0;
        for (int i = 0; i < marks.size(); i++) {
            int reach = marks.get(i).from() + LONG - LEAD;
            int here = 0;
            while (i + here < marks.size() && marks.get(i + here).to() <= reach) {
                here++;
            }
            if (here > most) {
                most = here;
                best = i;
            }
        }
        return marks.get(best).from();
    }

    /** Neither a word nor a token such as {@code [P: grey-teal]} is cut. */
    private static int wordStart(String words, int at) {
        int start = at;
        while (start > 0 && !Character.isWhitespace(words.charAt(start - 1))) {
            start--;
        }
        int token = words.lastIndexOf('[', start);
        return token >= start - LONGEST_TOKEN && token >= 0 && words.indexOf(']', token) >= start ? token : start;
    }

    private static int wordEnd(String words, int at) {
        int end = at;
        while (end < words.length() && !Character.isWhitespace(words.charAt(end))) {
            end++;
        }
        int token = words.lastIndexOf('[', end);
        int close = token < 0 ? -1 : words.indexOf(']', token);
        return close >= end && close <= end + LONGEST_TOKEN ? close + 1 : end;
    }
}
