// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lapwing.seal.Epoch;

/**
 * The entries of one compartment in order, opened and checked piece by piece on all cores. To be gone through once, by
 * one thread. What is appended meanwhile is not in it.
 */
public final class Scan implements Iterable<Read>, AutoCloseable {
    /** Where a scan reads. */
    record Span(String compartment, long from, long until) {}

    private record Opened(StoredRow row, Opener.Opened came) {}

    private final Rows rows;
    private final Opener opener;
    private final Span span;
    private final Keyring keyring;
    private final List<Epoch> epochs;
    private final Consumer<Fault> faults;
    private final Marking marking;
    private final Deque<Opener.Opened> waiting = new ArrayDeque<>();
    private long at;
    private boolean taken;

    Scan(Rows rows, Opener opener, Span span, Keyring keyring, Consumer<Fault> faults) {
        this(rows, opener, span, keyring, faults, new Marking());
    }

    /** Rows that must not be believed end it. */
    Scan(Rows rows, Opener opener, Span span, Keyring keyring, Marking marking) {
        this(rows, opener, span, keyring, Scan::end, marking);
        if (marking.trusted().until() > span.until()) {
            throw new BrokenMark(marking.trusted().until());
        }
    }

    private Scan(Rows rows, Opener opener, Span span, Keyring keyring, Consumer<Fault> faults, Marking marking) {
        this.rows = rows;
        this.opener = opener;
        this.span = span;
        this.keyring = keyring;
        this.epochs = List.copyOf(keyring.epochs(span.compartment()));
        this.faults = faults;
        this.at = span.from();
        this.marking = marking;
    }

    private static void end(Fault fault) {
        throw new FaultyRow(fault);
    }

    /** What was verified, once the scan has come to its end. */
    public Mark mark() {
        if (at != span.until() || !waiting.isEmpty() || epochs.isEmpty()) {
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
        if (taken) {
            throw new JournalException("a scan is gone through once; ask the journal for another");
        }
        taken = true;
        return new Iterator<>() {
            private Optional<Read> ahead = Optional.empty();

            @Override
            public boolean hasNext() {
                if (ahead.isEmpty()) {
                    ahead = advance();
                }
                return ahead.isPresent();
            }

            @Override
            public Read next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Read read = ahead.orElseThrow();
                ahead = Optional.empty();
                return read;
            }
        };
    }

    public Stream<Read> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    private Optional<Read> advance() {
        while (true) {
            while (!waiting.isEmpty()) {
                switch (waiting.poll()) {
                    case Opener.Opened.Good(var read) -> {
                        return Optional.of(read);
                    }
                    case Opener.Opened.Bad(var fault) -> faults.accept(fault);
                }
            }
            if (at >= span.until() || epochs.isEmpty()) {
                return Optional.empty();
            }
            long end = marking.stop(at, Math.min(span.until(), at + Rows.PIECE));
            List<StoredRow> piece = rows.piece(at, end);
            if (piece.isEmpty()) {
                // rows lie without gaps; a damaged file may claim quintillions of them
                throw new JournalException("rows " + at + " to " + (end - 1) + " are missing. Run \"lapwing fsck\"");
            }
            for (Opened opened :
                    piece.parallelStream().flatMap(row -> open(row).stream()).toList()) {
                marking.add(opened.row(), opened.came());
                waiting.add(opened.came());
            }
            at = end;
            marking.reached(at);
        }
    }

    private Optional<Opened> open(StoredRow row) {
        Opener fitting = marking.covers(row.index()) ? opener.underMark() : opener;
        return Opener.epochOf(new Rows.Head(row.index(), row.epoch(), row.tag(), row.header()), epochs)
                .map(epoch -> new Opened(row, fitting.open(row, epoch, epochs, keyring)));
    }

    /** Ends the iteration; nothing in the store is held by a scan. */
    @Override
    public void close() {
        waiting.clear();
        at = Long.MAX_VALUE;
    }
}
