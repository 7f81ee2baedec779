// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lapwing.seal.Epoch;

/**
 * The entries of one compartment in order, read, opened and checked piece by piece on all cores, a few pieces ahead. To be
 * gone through once, by one thread. What is appended meanwhile is not in it.
 */
public final class Scan implements Iterable<Read>, AutoCloseable {
    /** Where a scan reads. */
    record Span(String compartment, long from, long until) {}

    /** What a scan reads from and opens with. */
    record Source(Rows rows, Opener opener, Keyring keyring) {}

    private final Source source;
    private final List<Epoch> epochs;
    private final Span span;
    private final Consumer<Fault> faults;
    private final Marking marking;
    private Optional<Pass<?>> pass = Optional.empty();
    private boolean closed;

    Scan(Source source, Span span, Consumer<Fault> faults) {
        this(source, span, faults, new Marking());
    }

    /** Rows that must not be believed end it. */
    Scan(Source source, Span span, Marking marking) {
        this(source, span, Scan::end, marking);
        if (marking.trusted().until() > span.until()) {
            throw new BrokenMark(marking.trusted().until());
        }
    }

    private Scan(Source source, Span span, Consumer<Fault> faults, Marking marking) {
        this.source = source;
        this.epochs = List.copyOf(source.keyring().epochs(span.compartment()));
        this.span = span;
        this.faults = faults;
        this.marking = marking;
    }

    private static void end(Fault fault) {
        throw new FaultyRow(fault);
    }

    /** What was verified, once the scan has come to its end. */
    public Mark mark() {
        boolean ended = pass.map(Pass::ended).orElse(span.from() == span.until());
        if (closed || !ended || epochs.isEmpty()) {
            throw new JournalException("a scan that has not ended has no mark");
        }
        return marking.now(span.until());
    }

    /** One past the last index that this scan covers: where the next one goes on. */
    public long until() {
        return span.until();
    }

    @Override
    public Iterator<Read> iterator() {
        return pass(read -> read);
    }

    /**
     * What each entry is made into, in the order of the entries. It is made where the entry was opened, beside others and by
     * several threads; what is thrown there comes from the iteration, at the entry's place.
     */
    public <T> Iterable<T> each(Function<? super Read, ? extends T> made) {
        return () -> pass(made);
    }

    private <T> Iterator<T> pass(Function<? super Read, ? extends T> made) {
        if (closed || pass.isPresent()) {
            throw new JournalException("a scan is gone through once; ask the journal for another");
        }
        PieceWork<T> work = new PieceWork<>(source, epochs, marking, made);
        Pass<T> once = new Pass<>(work, span, faults);
        pass = Optional.of(once);
        return once;
    }

    public Stream<Read> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** Ends the iteration. On return no thread works for it any more, and nothing in the store is held. */
    @Override
    public void close() {
        closed = true;
        pass.ifPresent(Pass::close);
    }
}
