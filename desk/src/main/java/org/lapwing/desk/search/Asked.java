// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;

/**
 * A question with what narrows it.
 *
 * @param from only what may have happened, or been said, in or after this
 * @param until only what may have happened, or been said, in or before this
 * @param at only what names one of these places; absent: any, empty: there is no such place
 * @param spare without accounts that somebody labelled as heavy, and without claims read from them
 */
record Asked(Question question, Optional<Edtf> from, Optional<Edtf> until, Optional<Set<Id>> at, boolean spare) {
    boolean narrowed() {
        return from.isPresent() || until.isPresent() || at.isPresent();
    }

    /** @param matters which are wanted */
    Query query(Query words, Collection<Matter> matters) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(words, Occur.MUST);
        query.add(
                new TermInSetQuery(
                        DocumentMaker.MATTER,
                        matters.stream().map(each -> new BytesRef(each.word())).toList()),
                Occur.FILTER);
        if (from.isPresent() || until.isPresent()) {
            int first = from.map(DocumentMaker::first).orElse(Integer.MIN_VALUE);
            int last = until.map(DocumentMaker::last).orElse(Integer.MAX_VALUE);
            query.add(
                    IntRange.newIntersectsQuery(
                            DocumentMaker.WHEN, new int[] {Math.min(first, last)}, new int[] {Math.max(first, last)}),
                    Occur.FILTER);
        }
        at.ifPresent(places -> query.add(
                new TermInSetQuery(
                        DocumentMaker.AT,
                        places.stream().map(each -> new BytesRef(each.bytes())).toList()),
                Occur.FILTER));
        query.add(new TermQuery(new Term(DocumentMaker.MASKED, DocumentMaker.YES)), Occur.MUST_NOT);
        if (spare) {
            query.add(new TermQuery(new Term(DocumentMaker.LABELLED, DocumentMaker.YES)), Occur.MUST_NOT);
        }
        return query.build();
    }
}
