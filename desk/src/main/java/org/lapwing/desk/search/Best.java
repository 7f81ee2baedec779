// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts what matches, matter by matter, and keeps the best of each: one pass over an index. */
final class Best extends SimpleCollector {
    /** Our searchers have no threads of their own, so one collector sees everything. */
    private record OnePass(IndexSearcher searcher, int wanted) implements CollectorManager<Best, Found> {
        @Override
        public Best newCollector() {
            return new Best(wanted);
        }

        @Override
        public Found reduce(Collection<Best> collectors) throws IOException {
            Found found = Found.nothing();
            for (Best each : collectors) {
                found = found.and(each.found(searcher));
            }
            return found;
        }
    }

    private record Scored(int document, float score) {}

    /** The worst first, so that it gives way; of equals the later. */
    private static final Comparator<Scored> WORST_FIRST = Comparator.comparingDouble(Scored::score)
            .thenComparing(Comparator.comparingInt(Scored::document).reversed());

    private final int wanted;
    private final int[] counts = new int[Matter.values().length];
    private final float[] least = new float[Matter.values().length];
    private final List<PriorityQueue<Scored>> best = new ArrayList<>();
    private NumericDocValues matters = DocValues.emptyNumeric();
    private Scorable scorer = new Scorable() {
        @Override
        public float score() {
            return 0;
        }
    };
    private int base;

    private Best(int wanted) {
        this.wanted = wanted;
        Arrays.fill(least, Float.NEGATIVE_INFINITY);
        for (Matter _ : Matter.values()) {
            best.add(new PriorityQueue<>(WORST_FIRST));
        }
    }

    /** @param wanted how many keys of each matter */
    static Found of(IndexSearcher searcher, Query query, int wanted) {
        try {
            return searcher.search(query, new OnePass(searcher, wanted));
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory could not be read", e);
        }
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        base = context.docBase;
        matters = DocValues.getNumeric(context.reader(), DocumentMaker.MATTER);
    }

    @Override
    public void setScorer(Scorable now) {
        scorer = now;
    }

    @Override
    public void collect(int document) throws IOException {
        matters.advanceExact(document);
        int matter = (int) matters.longValue();
        counts[matter]++;
        float score = scorer.score();
        if (score > least[matter]) {
            PriorityQueue<Scored> kept = best.get(matter);
            kept.add(new Scored(base + document, score));
            if (kept.size() > wanted) {
                kept.remove();
                least[matter] = kept.element().score();
            }
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }

    private Found found(IndexSearcher searcher) throws IOException {
        Found found = new Found(new EnumMap<>(Matter.class), new EnumMap<>(Matter.class));
        for (Matter matter : Matter.values()) {
            if (counts[matter.number()] > 0) {
                found.counts().put(matter, counts[matter.number()]);
                List<Scored> kept = new ArrayList<>(best.get(matter.number()));
                kept.sort(WORST_FIRST);
                Collections.reverse(kept);
                List<Key> keys = new ArrayList<>();
                for (Scored each : kept) {
                    keys.add(key(searcher, each.document()));
                }
                found.keys().put(matter, keys);
            }
        }
        return found;
    }

    private static Key key(IndexSearcher searcher, int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        BinaryDocValues keys = DocValues.getBinary(leaf.reader(), DocumentMaker.KEY);
        keys.advanceExact(document - leaf.docBase);
        return Key.of(keys.binaryValue());
    }
}
