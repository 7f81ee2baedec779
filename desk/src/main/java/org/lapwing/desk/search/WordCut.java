// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Cuts a text into words by the rules of UAX 29, in one way for an index, a question and an excerpt. For use by one
 * thread.
 */
final class WordCut {
    /**
     * @param position counted over every word, those passed over included, so that phrases keep their gaps
     * @param from UTF-16 unit where it begins in the text
     * @param to UTF-16 unit after its end
     * @param capital whether it is written with a capital, as names are
     */
    record Word(Stems.Stem stem, int position, int from, int to, boolean capital) {}

    private final StandardTokenizer tokens = new StandardTokenizer();
    private final CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
    private final Stems stems = new Stems();

    /** Every word, those that an index passes over included. */
    List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        try {
            tokens.setReader(new StringReader(text));
            tokens.reset();
            while (tokens.incrementToken()) {
                String word = term.toString();
                words.add(new Word(
                        stems.of(word),
                        words.size(),
                        offset.startOffset(),
                        offset.endOffset(),
                        Character.isUpperCase(word.codePointAt(0))));
            }
            tokens.end();
            tokens.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be read", e);
        }
        return words;
    }
}
