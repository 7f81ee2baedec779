// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs workers side by side, each on a thread of its own; one alone runs on the caller's. */
public final class Threads {

    private Threads() {}

    /**
     * What each returned, when all have ended. What the first of them to fail in this order threw is thrown again as it was,
     * if it is unchecked.
     */
    public static <T> List<T> all(List<? extends Callable<T>> workers) {
        List<T> done = new ArrayList<>();
        try {
            if (workers.size() == 1) {
                done.add(workers.getFirst().call());
                return done;
            }
            try (ExecutorService pool = Executors.newFixedThreadPool(workers.size())) {
                List<Future<T>> running = new ArrayList<>();
                workers.forEach(worker -> running.add(pool.submit(worker)));
                for (Future<T> each : running) {
                    done.add(each.get());
                }
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while linking", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
