// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;

/**
 * Work that is done ahead of the one thread that takes its results, in the order in which it was given. The cores' common
 * pool does it; who takes does what nobody has begun, so it goes on where the pool has other things to do. A few pieces of
 * work at most are under way or done and not taken.
 */
final class Ahead<T> implements AutoCloseable {
    private static final int MOST = 2 + 2 * Runtime.getRuntime().availableProcessors();

    private final Deque<FutureTask<T>> given = new ArrayDeque<>();
    private volatile boolean closed;

    boolean hasRoom() {
        return given.size() < MOST;
    }

    /** Whether the results are still wanted: long work asks now and then. Safe for several threads. */
    boolean goesOn() {
        return !closed;
    }

    void add(FutureTask<T> work) {
        boolean first = given.isEmpty();
        given.add(work);
        if (!first) {
            // the first is taken at once, by the thread that gave it
            ForkJoinPool.commonPool().execute(work);
        }
    }

    /** The first result, or nothing where no work is left; what the work threw is thrown. */
    Optional<T> take() {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        FutureTask<T> first = given.getFirst();
        for (FutureTask<T> each : given) {
            if (first.isDone()) {
                break;
            }
            each.run();
        }
        T result = result(first);
        given.removeFirst();
        return Optional.of(result);
    }

    private static <T> T result(FutureTask<T> work) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return work.get();
                } catch (InterruptedException _) {
                    // a piece takes milliseconds; whoever wanted to stop stops after it
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw unchecked(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unchecked(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException thrown -> thrown;
            case Error thrown -> throw thrown;
            case null, default -> new JournalException("rows could not be read", e);
        };
    }

    /** Nobody works on it any more on return, and nothing is left to be taken. */
    @Override
    public void close() {
        closed = true;
        while (!given.isEmpty()) {
            FutureTask<T> each = given.removeFirst();
            each.run(); // what nobody has begun ends here, and nobody will
            try {
                result(each);
            } catch (RuntimeException _) {
                // whatever became of it, it is over
            }
        }
    }
}
