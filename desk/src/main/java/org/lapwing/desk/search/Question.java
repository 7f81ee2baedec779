// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/**
 * What was typed, understood: words, "words together", begin*. Nothing that can be typed is wrong; a quotation mark that
 * is never closed reaches to the end.
 *
 * @param clauses what is looked for
 * @param passedOver words so common that they were not
 */
record Question(List<Clause> clauses, List<String> passedOver) {
    /** Longer than this nobody asks; it bounds what one search may cost. */
    static final int LONGEST = 400;

    private static final int MOST_CLAUSES = 24;

    /** A beginning of fewer letters would find half the casebook. */
    private static final int SHORTEST_BEGINNING = 3;

    private static final Pattern PART = Pattern.compile("[\"“”„«»]([^\"“”„«»]*)(?:[\"“”„«»]|$)|([^\\s\"“”„«»]+)");

    Question {
        clauses = List.copyOf(clauses);
        passedOver = List.copyOf(passedOver);
    }

    static Question of(String typed) {
        WordCut cut = new WordCut();
        List<Clause> clauses = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        String text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        Matcher parts = PART.matcher(text);
        while (parts.find() && clauses.size() < MOST_CLAUSES) {
            String part = parts.group(1) == null ? parts.group(2) : parts.group(1);
            List<WordCut.Word> words = cut.of(part);
            List<WordCut.Word> sought =
                    words.stream().filter(word -> !word.stem().passedOver()).toList();
            if (sought.isEmpty()) {
                if (!words.isEmpty()) {
                    passedOver.add(part);
                }
            } else {
                clauses.add(clause(part, words, sought));
            }
        }
        return new Question(clauses, passedOver);
    }

    private static Clause clause(String part, List<WordCut.Word> words, List<WordCut.Word> sought) {
        if (sought.size() > 1) {
            int first = sought.getFirst().position();
            List<WordCut.Word> stretch = words.subList(first, sought.getLast().position() + 1);
            return new Clause.Together(
                    part,
                    stretch.stream()
                            .map(word -> new WordCut.Word(
                                    word.stem(), word.position() - first, word.from(), word.to(), word.capital()))
                            .toList());
        }
        Stems.Stem only = sought.getFirst().stem();
        return part.endsWith("*") && only.folded().length() >= SHORTEST_BEGINNING
                ? new Clause.Beginning(part, only)
                : new Clause.AnyForm(part, only);
    }

    boolean isEmpty() {
        return clauses.isEmpty();
    }

    /** Whatever has all of it. */
    Query all() {
        return joined(Occur.MUST);
    }

    /** Whatever has some of it. */
    Query some() {
        return joined(Occur.SHOULD);
    }

    private Query joined(Occur occur) {
        if (clauses.isEmpty()) {
            return MatchAllDocsQuery.INSTANCE;
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        clauses.forEach(clause -> query.add(clause.query(), occur));
        return query.build();
    }
}
