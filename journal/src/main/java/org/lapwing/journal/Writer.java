// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.lapwing.entry.Header;

/**
 * The one thread that writes. It takes whatever appends are waiting, judges each, writes all that hold in one
 * transaction, and answers when it is durable: so many writers share one sync of the disk. Appends wait in their order.
 * A transaction that fails, where the disk is full for example, is rolled back; the next one may hold.
 */
final class Writer implements AutoCloseable {
    /** Appends per transaction at most; more gain nothing and let the first wait longer. */
    private static final int GROUP = 256;

    private sealed interface Task {
        CompletableFuture<Outcome> outcome();
    }

    private record Append(Prepared prepared, CompletableFuture<Outcome> outcome) implements Task {}

    private record Scrub(CompletableFuture<Outcome> outcome) implements Task {}

    private record Stop(CompletableFuture<Outcome> outcome) implements Task {}

    private final Database database;
    private final Rows rows;
    private final Staleness staleness;
    private final BlockingQueue<Task> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final Object door = new Object();
    private boolean closing;

    /** Why it is not known what the last transaction left behind; nothing is written until that is settled. */
    private Optional<Exception> unsettled = Optional.empty();

    private final AtomicLong next = new AtomicLong();

    Writer(Database database, Rows rows) {
        this.database = database;
        this.rows = rows;
        this.staleness = new Staleness(rows);
        try {
            next.set(rows.next());
        } catch (SQLException e) {
            throw new JournalException("the number of rows cannot be read", e);
        }
        this.thread = Thread.ofPlatform().name("journal").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** How many rows are durable. */
    long size() {
        return next.get();
    }

    Outcome append(Prepared prepared) {
        return answer(new Append(prepared, new CompletableFuture<>()));
    }

    void scrub() {
        answer(new Scrub(new CompletableFuture<>()));
    }

    private Outcome answer(Task task) {
        synchronized (door) {
            if (closing) {
                throw new JournalException("the journal is closed");
            }
            queue.add(task);
        }
        try {
            return task.outcome().join();
        } catch (CompletionException e) {
            // thrown anew here, so that the trace is of the thread that asked
            throw e.getCause() instanceof NotWritten not
                    ? new NotWritten(String.valueOf(not.getMessage()), not)
                    : new JournalException(
                            "the journal could not write; whether this append was written shows when it is opened anew",
                            e);
        }
    }

    private void run() {
        List<Task> group = new ArrayList<>();
        while (true) {
            group.clear();
            try {
                group.add(queue.take());
            } catch (InterruptedException _) {
                // nobody else knows this thread; it ends by Stop alone
                continue;
            }
            queue.drainTo(group, GROUP - 1);
            try {
                write(group);
            } catch (SQLException | RuntimeException | Error e) {
                Exception answer = failed(e);
                group.forEach(task -> task.outcome().completeExceptionally(answer));
            }
            for (Task task : group) {
                if (task instanceof Stop) {
                    task.outcome().complete(new Outcome.Refused("closed"));
                    return;
                }
            }
        }
    }

    /** What is said to those whose transaction failed: that nothing of it was written, where that is certain. */
    private Exception failed(Throwable e) {
        unsettled = Optional.of(new JournalException("a write failed", e));
        try {
            settle();
            return NotWritten.because(e);
        } catch (SQLException | JournalException _) {
            return unsettled.orElseThrow();
        }
    }

    /** Ends what a failed transaction left, and makes sure that the store holds what was acknowledged and no more. */
    private void settle() throws SQLException {
        database.rollBack();
        long there = rows.next();
        if (there != next.get()) {
            throw new JournalException(
                    "the store has " + there + " rows, acknowledged are " + next.get() + ": open the journal anew");
        }
        unsettled = Optional.empty();
    }

    private void write(List<Task> group) throws SQLException {
        if (unsettled.isPresent()) {
            settle();
        }
        List<StoredRow> written = new ArrayList<>();
        List<Header> before = new ArrayList<>();
        List<Runnable> answers = new ArrayList<>();
        for (Task task : group) {
            if (task instanceof Append(var prepared, var outcome)) {
                Outcome judged = judge(prepared, written, before);
                answers.add(() -> outcome.complete(judged));
            }
        }
        if (!written.isEmpty()) {
            rows.insert(written);
            next.addAndGet(written.size());
        }
        // before the scrubbing, which may fail: these are durable
        answers.forEach(Runnable::run);
        if (group.stream().anyMatch(Scrub.class::isInstance)) {
            database.scrub();
            group.stream()
                    .filter(Scrub.class::isInstance)
                    .forEach(task -> task.outcome().complete(new Outcome.Refused("nothing to append")));
        }
    }

    private Outcome judge(Prepared prepared, List<StoredRow> written, List<Header> before) {
        var later = new ArrayList<>(
                staleness.later(prepared.basis(), prepared.compartments(), prepared.judgedUpTo(), next.get()));
        later.addAll(Staleness.later(prepared.basis(), prepared.compartments(), before));
        if (!later.isEmpty()) {
            return new Outcome.Stale(later);
        }
        long first = next.get() + written.size();
        for (Prepared.Signed entry : prepared.entries()) {
            written.add(entry.at(next.get() + written.size()));
        }
        before.addAll(prepared.headers());
        return new Outcome.Appended(
                first, prepared.entries().stream().map(Prepared.Signed::entry).toList());
    }

    @Override
    public void close() {
        Stop stop = new Stop(new CompletableFuture<>());
        synchronized (door) {
            if (closing) {
                return;
            }
            closing = true;
            queue.add(stop);
        }
        stop.outcome().handle((done, failed) -> done).join();
        database.close();
    }
}
