// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** One thing that was asked for: a word, the beginning of one, or words that stand together. */
sealed interface Clause {
    /** As it was typed, for telling what was looked for. */
    String typed();

    Query query();

    /** How many of the words from {@code at} on it marks; none where it does not stand there. */
    int marks(List<WordCut.Word> words, int at);

    /** A word in any of its forms, or a name in any of its spellings. */
    record AnyForm(String typed, Stems.Stem word) implements Clause {
        /** The same word counts for more than a name that sounds like it. */
        private static final float SOUNDS_ALIKE = 0.4f;

        @Override
        public Query query() {
            BooleanQuery.Builder either = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(DocumentMaker.WORDS, word.stem())), BooleanClause.Occur.SHOULD);
            if (Character.isLetter(word.folded().codePointAt(0))
                    && word.spelling().length() > 2) {
                either.add(
                        new BoostQuery(
                                new ConstantScoreQuery(new TermQuery(new Term(DocumentMaker.SPELT, word.spelling()))),
                                SOUNDS_ALIKE),
                        BooleanClause.Occur.SHOULD);
            }
            return either.build();
        }

        @Override
        public int marks(List<WordCut.Word> words, int at) {
            WordCut.Word here = words.get(at);
            boolean alike = here.capital()
                    && word.spelling().length() > 2
                    && here.stem().spelling().equals(word.spelling());
            return alike || here.stem().sameWordAs(word) ? 1 : 0;
        }
    }

    /** @param word the beginning; it also finds the forms of the word that it is */
    record Beginning(String typed, Stems.Stem word) implements Clause {
        @Override
        public Query query() {
            return new BooleanQuery.Builder()
                    .add(new PrefixQuery(new Term(DocumentMaker.WORDS, word.folded())), BooleanClause.Occur.SHOULD)
                    .add(new TermQuery(new Term(DocumentMaker.WORDS, word.stem())), BooleanClause.Occur.SHOULD)
                    .build();
        }

        @Override
        public int marks(List<WordCut.Word> words, int at) {
            Stems.Stem here = words.get(at).stem();
            return here.folded().startsWith(word.folded()) || here.sameWordAs(word) ? 1 : 0;
        }
    }

    /** Words one after the other, each in any of its forms. */
    record Together(String typed, List<WordCut.Word> words) implements Clause {
        @Override
        public Query query() {
            PhraseQuery.Builder phrase = new PhraseQuery.Builder();
            sought().forEach(word ->
                    phrase.add(new Term(DocumentMaker.WORDS, word.stem().stem()), word.position()));
            return phrase.build();
        }

        private List<WordCut.Word> sought() {
            return words.stream().filter(word -> !word.stem().passedOver()).toList();
        }

        @Override
        public int marks(List<WordCut.Word> text, int at) {
            if (at + words.size() > text.size()) {
                return 0;
            }
            for (WordCut.Word word : words) {
                Stems.Stem there = text.get(at + word.position()).stem();
                if (!word.stem().passedOver() && !there.sameWordAs(word.stem())) {
                    return 0;
                }
            }
            return words.size();
        }
    }
}
