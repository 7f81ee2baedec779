// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.lapwing.entry.Header;

/**
 * The one thread that writes. It takes whatever appends are waiting, judges each, writes all that hold in one
 * transaction, and answers when it is durable: so many writers share one sync of the disk. Appends wait in their order.
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
    private @Nullable JournalException broken;
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
            throw new JournalException(
                    "the journal could not write; whether this append was written shows when it is opened anew",
                    e.getCause() == null ? e : e.getCause());
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
            } catch (SQLException | RuntimeException e) {
                broken = new JournalException("an earlier write failed: open the journal anew", e);
                group.forEach(task -> task.outcome().completeExceptionally(e));
            }
            for (Task task : group) {
                if (task instanceof Stop) {
                    task.outcome().complete(new Outcome.Refused("closed"));
                    return;
                }
            }
        }
    }

    private void write(List<Task> group) throws SQLException {
        if (broken != null) {
            throw broken;
        }
        List<StoredRow> written = new ArrayList<>();
        List<Header> before = new ArrayList<>();
        List<Runnable> answers = new ArrayList<>();
        boolean scrub = false;
        for (Task task : group) {
            if (task instanceof Append(var prepared, var outcome)) {
                Outcome judged = judge(prepared, written, before);
                answers.add(() -> outcome.complete(judged));
            } else if (task instanceof Scrub(var outcome)) {
                scrub = true;
                answers.add(() -> outcome.complete(new Outcome.Refused("nothing to append")));
            }
        }
        if (!written.isEmpty()) {
            rows.insert(written);
            next.addAndGet(written.size());
        }
        if (scrub) {
            database.scrub();
        }
        answers.forEach(Runnable::run);
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
