// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.entry.Id;

/**
 * The words of one compartment. Made once, whole, in the background; from then on brought up entry by entry before each
 * search. After an erasure it is dropped and made anew, so that no segment keeps what was forgotten. Lies in memory and
 * writes nothing else. Safe for use by several threads.
 */
final class CompartmentIndex implements AutoCloseable {
    /** Merging needs its own size again: small segments bound what it takes. */
    private static final double LARGEST_SEGMENT_MB = 64;

    private static final double BUFFER_MB = 16;

    /** So many things between two looks at what has been read so far. */
    private static final int STRIDE = 4_000;

    private final Compartment compartment;
    private final ByteBuffersDirectory memory = new ByteBuffersDirectory();
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final DocumentMaker documents = new DocumentMaker();
    private final ReentrantLock writing = new ReentrantLock();

    /** Guarded by itself: entries that came after the casebook from which all was made. */
    private final Queue<Id> came = new ArrayDeque<>();

    private volatile Casebook casebook;
    private volatile int all = 1;
    private final AtomicInteger done = new AtomicInteger();
    private volatile boolean whole;
    private volatile boolean closed;

    CompartmentIndex(Compartment compartment, Casebook casebook) {
        this.compartment = compartment;
        this.casebook = casebook;
        TieredMergePolicy merging = new TieredMergePolicy();
        merging.setMaxMergedSegmentMB(LARGEST_SEGMENT_MB);
        try {
            writer = new IndexWriter(
                    memory,
                    new IndexWriterConfig()
                            .setRAMBufferSizeMB(BUFFER_MB)
                            .setMergePolicy(merging)
                            .setMergeScheduler(new SerialMergeScheduler())
                            .setUseCompoundFile(false)
                            .setCommitOnClose(false));
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory could not be opened", e);
        }
    }

    /** Makes it of everything in the casebook; stops early when closed. */
    void make() {
        writing.lock();
        try {
            Casebook from = casebook;
            List<Key> keys = Matter.in(compartment).stream()
                    .flatMap(matter -> from.all(matter.beginning()).stream()
                            .map(noted -> noted.fact().subjects().getFirst())
                            .distinct()
                            .map(id -> new Key(matter, id)))
                    .toList();
            all = Math.max(1, keys.size());
            Writings writings = new Writings(from);
            for (Key key : keys) {
                if (closed) {
                    return;
                }
                writings.of(key).ifPresent(each -> add(key, each));
                if (done.incrementAndGet() % STRIDE == 0) {
                    searchers.maybeRefresh();
                }
            }
            bringUp();
            searchers.maybeRefreshBlocking();
            whole = true;
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory could not be written", e);
        } catch (AlreadyClosedException e) {
            // somebody locked, or forgot: what was being made is no longer wanted
        } finally {
            writing.unlock();
        }
    }

    private void add(Key key, Writing writing) {
        try {
            writer.addDocument(documents.of(key, writing));
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory could not be written", e);
        }
    }

    /** Takes note of what came; costs nothing yet. */
    void follow(Casebook now, List<Id> entries) {
        synchronized (came) {
            casebook = now;
            came.addAll(entries);
        }
    }

    private void bringUp() throws IOException {
        Casebook now;
        Set<Id> entries;
        synchronized (came) {
            now = casebook;
            entries = new LinkedHashSet<>(came);
            came.clear();
        }
        Set<Key> changed = new LinkedHashSet<>();
        entries.forEach(entry -> now.entry(entry).ifPresent(noted -> changed.addAll(Changes.of(now, noted.fact()))));
        Writings writings = new Writings(now);
        for (Key key : changed) {
            var written = writings.of(key);
            if (written.isPresent()) {
                writer.updateDocument(DocumentMaker.term(key), documents.of(key, written.get()));
            } else {
                writer.deleteDocuments(DocumentMaker.term(key));
            }
        }
    }

    /** How many things it has read. */
    int done() {
        return done.get();
    }

    int all() {
        return all;
    }

    boolean whole() {
        return whole;
    }

    /** Bytes in memory. */
    long bytes() {
        try {
            long sum = 0;
            for (String file : memory.listAll()) {
                sum += memory.fileLength(file);
            }
            return sum;
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory could not be read", e);
        }
    }

    /** Every term in any segment, of what was replaced too: what a memory of it could show. */
    Set<String> terms() {
        return ask(CompartmentIndex::terms).orElse(Set.of());
    }

    private static Set<String> terms(IndexSearcher searcher) {
        Set<String> terms = new LinkedHashSet<>();
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                for (String field : List.of(DocumentMaker.WORDS, DocumentMaker.SPELT)) {
                    TermsEnum each = Terms.getTerms(leaf.reader(), field).iterator();
                    for (BytesRef term = each.next(); term != null; term = each.next()) {
                        terms.add(term.utf8ToString());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory could not be read", e);
        }
        return terms;
    }

    /**
     * Asks it, brought up to all that came before; while it is being made, what it has read so far. Empty when it was
     * closed meanwhile.
     */
    <T> Optional<T> ask(Function<IndexSearcher, T> question) {
        try {
            if (whole) {
                refresh();
            }
            IndexSearcher searcher = searchers.acquire();
            try {
                return Optional.of(question.apply(searcher));
            } finally {
                searchers.release(searcher);
            }
        } catch (AlreadyClosedException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory could not be read", e);
        }
    }

    private void refresh() throws IOException {
        boolean behind;
        synchronized (came) {
            behind = !came.isEmpty();
        }
        // Whoever is bringing it up now may already have taken what this search has to find: wait for them.
        if (behind || writing.isLocked()) {
            writing.lock();
            try {
                bringUp();
                searchers.maybeRefreshBlocking();
            } finally {
                writing.unlock();
            }
        }
    }

    /** Lets go of everything. */
    @Override
    public void close() {
        closed = true;
        try {
            searchers.close();
            writer.rollback();
            memory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory could not be closed", e);
        }
    }
}
