// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.reading;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.entry.Id;
import org.lapwing.journal.Keyring;

/**
 * One compartment while somebody who holds it is in the room: first opened on a thread of its own, then brought up by
 * whoever asks. Safe for use by several threads.
 */
final class Reading {
    /** So many rows, or so large a part of all, are worth a new snapshot. */
    private static final long ROWS = 256;

    private static final long PART = 16;

    private final Stacks stacks;
    private final Beside beside;
    private final long era;
    private final long begun = System.nanoTime();
    private final ReentrantLock turn = new ReentrantLock();
    private final CompletableFuture<Volume> opened;
    private Optional<Volume> newest = Optional.empty();
    private long kept;
    private volatile boolean dropped;

    /** What works beside the requests, and who is told of what was read. */
    record Beside(Executor executor, Telling telling) {}

    /** Told each time the volume was read on, in order. */
    interface Telling {
        void readOn(Reading reading, Volume volume, List<Id> came);
    }

    Reading(Stacks stacks, Compartment compartment, Keyring keys, Beside beside) {
        this.stacks = stacks;
        this.beside = beside;
        this.era = stacks.era();
        this.opened = CompletableFuture.supplyAsync(() -> open(compartment, keys), beside.executor());
    }

    private Volume open(Compartment compartment, Keyring keys) {
        Volume found = stacks.open(compartment, keys);
        kept = found.position();
        Volume whole = stacks.bringUp(found, keys, () -> !dropped).volume();
        keepIfWorthIt(whole, keys);
        beside.telling().readOn(this, whole, List.of());
        return whole;
    }

    /** Nobody holds it any more, or it shows what was forgotten: what is under way comes to nothing. */
    void drop() {
        dropped = true;
    }

    boolean dropped() {
        return dropped;
    }

    /** The volume up to the journal's end. */
    Volume upTo(long end, Keyring keys) {
        Volume first = opened.join();
        turn.lock();
        try {
            Volume now = newest.orElse(first);
            if (now.position() < end) {
                Stacks.Brought brought = stacks.bringUp(now, keys, () -> true);
                now = brought.volume();
                newest = Optional.of(now);
                beside.telling().readOn(this, now, brought.came());
                keepIfWorthIt(now, keys);
            }
            return now;
        } finally {
            turn.unlock();
        }
    }

    /**
     * Whether it is open, waiting until this long after its opening began: so that not each page of a large casebook
     * waits again for what the one before has waited for.
     */
    boolean openWithin(Duration patience) {
        long left = patience.toNanos() - (System.nanoTime() - begun);
        try {
            opened.get(Math.max(0, left), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException _) {
            // whoever asks for the volume learns why
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void keepIfWorthIt(Volume volume, Keyring keys) {
        long since = volume.position() - kept;
        if (since >= ROWS && since >= volume.position() / PART && !dropped) {
            kept = volume.position();
            try {
                beside.executor().execute(() -> {
                    if (!dropped) {
                        stacks.keep(volume, keys, era);
                    }
                });
            } catch (RejectedExecutionException _) {
                // the room is closing: the next one reads a few rows more
            }
        }
    }
}
