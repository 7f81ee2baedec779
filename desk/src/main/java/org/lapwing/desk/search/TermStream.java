// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Words that were cut already, as a field of a Lucene document takes them. */
final class TermStream extends TokenStream {
    private record Term(String term, int increment) {}

    /** No phrase reaches from one text into the next. */
    private static final int GAP = 100;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final List<Term> terms = new ArrayList<>();
    private int position = -1;
    private int start;
    private int next;

    /** Adds the stems of one text. */
    void add(List<WordCut.Word> words) {
        for (WordCut.Word word : words) {
            if (!word.stem().passedOver()) {
                add(word.stem().stem(), start + word.position());
            }
        }
        start += words.size() + GAP;
    }

    void add(String each, int at) {
        terms.add(new Term(each, at - position));
        position = at;
    }

    @Override
    public boolean incrementToken() {
        if (next == terms.size()) {
            return false;
        }
        clearAttributes();
        Term each = terms.get(next++);
        term.append(each.term());
        increment.setPositionIncrement(each.increment());
        return true;
    }

    @Override
    public void reset() {
        next = 0;
    }
}
