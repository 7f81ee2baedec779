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

    private final Rows rows;
    private final Opener opener;
    private final Span span;
    private final Keyring keyring;
    private final List<Epoch> epochs;
    private final Consumer<Fault> faults;
    private final Deque<Opener.Opened> waiting = new ArrayDeque<>();
    private long at;
    private boolean taken;

    Scan(Rows rows, Opener opener, Span span, Keyring keyring, Consumer<Fault> faults) {
        this.rows = rows;
        this.opener = opener;
        this.span = span;
        this.keyring = keyring;
        this.epochs = List.copyOf(keyring.epochs(span.compartment()));
        this.faults = faults;
        this.at = span.from();
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
            long end = Math.min(span.until(), at + Rows.PIECE);
            waiting.addAll(rows.piece(at, end).parallelStream()
                    .flatMap(row -> open(row).stream())
                    .toList());
            at = end;
        }
    }

    private Optional<Opener.Opened> open(StoredRow row) {
        return Opener.epochOf(new Rows.Head(row.index(), row.epoch(), row.tag(), row.header()), epochs)
                .map(epoch -> opener.open(row, epoch, epochs, keyring));
    }

    /** Ends the iteration; nothing in the store is held by a scan. */
    @Override
    public void close() {
        waiting.clear();
        at = span.until();
    }
}
