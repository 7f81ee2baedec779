// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * One going through of a scan. The pieces after the one at hand are worked on meanwhile, and handed out in order; so many
 * at most that memory holds a few thousand rows. Belongs to one thread, which works on pieces too while it would wait.
 */
final class Pass<T> implements Iterator<T>, AutoCloseable {
    /** Small enough that a page which reads a few hundred rows has them opened on all cores. */
    private static final int STEP = Rows.PIECE / 2;

    private final PieceWork<T> work;
    private final Scan.Span span;
    private final Consumer<Fault> faults;
    private final Ahead<Piece<T>> ahead = new Ahead<>();
    private final Deque<PieceWork.Came<T>> waiting = new ArrayDeque<>();
    private Optional<T> next = Optional.empty();
    private long begun;
    private long reached;

    private record Piece<T>(long until, List<PieceWork.Done<T>> rows) {}

    Pass(PieceWork<T> work, Scan.Span span, Consumer<Fault> faults) {
        this.work = work;
        this.span = span;
        this.faults = faults;
        this.begun = span.from();
        this.reached = span.from();
    }

    /** Whether everything was handed out. */
    boolean ended() {
        return reached == span.until() && waiting.isEmpty();
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty()) {
            try {
                next = advance();
            } catch (RuntimeException | Error e) {
                close();
                throw e;
            }
        }
        return next.isPresent();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T made = next.orElseThrow();
        next = Optional.empty();
        return made;
    }

    private Optional<T> advance() {
        while (true) {
            while (!waiting.isEmpty()) {
                switch (waiting.poll()) {
                    case PieceWork.Came.Good<T>(var made) -> {
                        return Optional.of(made);
                    }
                    case PieceWork.Came.Bad<T>(var fault) -> faults.accept(fault);
                    case PieceWork.Came.Failed<T>(var thrown) -> throw thrown;
                }
            }
            begin();
            Optional<Piece<T>> piece = ahead.take();
            if (piece.isEmpty()) {
                return Optional.empty();
            }
            piece.ifPresent(this::receive);
        }
    }

    private void begin() {
        while (work.mayOpen() && begun < span.until() && ahead.hasRoom()) {
            long from = begun;
            long until = work.marking().stop(from, Math.min(span.until(), from + STEP));
            ahead.add(new FutureTask<>(
                    () -> new Piece<>(until, ahead.goesOn() ? work.piece(from, until, ahead::goesOn) : List.of())));
            begun = until;
        }
    }

    private void receive(Piece<T> piece) {
        for (PieceWork.Done<T> done : piece.rows()) {
            work.marking().add(done.seen());
            waiting.add(done.came());
        }
        reached = piece.until();
        work.marking().reached(reached);
    }

    /** On return no thread works for it any more. */
    @Override
    public void close() {
        ahead.close();
        waiting.clear();
        next = Optional.empty();
        begun = Long.MAX_VALUE;
        reached = Long.MAX_VALUE;
    }
}
