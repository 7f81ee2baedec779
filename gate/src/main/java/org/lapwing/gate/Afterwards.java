// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Has the free heap overwritten once the gate has been quiet for some seconds after somebody came, and at least once a minute
 * when it never is. Thread-safe.
 */
final class Afterwards {

    private static final long QUIET = Duration.ofSeconds(3).toNanos();
    private static final long LONGEST = Duration.ofMinutes(1).toNanos();

    /** Only goes forward: a machine's clock that is put back by a day must not keep what was typed for a day. */
    private final LongSupplier nanos;

    private final Runnable overwriting;
    private boolean came;
    private long lastCame;
    /** When somebody came first since the last time. */
    private long firstCame;

    Afterwards() {
        this(System::nanoTime, new FreeHeap()::overwrite);
    }

    Afterwards(LongSupplier nanos, Runnable overwriting) {
        this.nanos = nanos;
        this.overwriting = overwriting;
    }

    synchronized void somebodyCame() {
        lastCame = nanos.getAsLong();
        if (!came) {
            came = true;
            firstCame = lastCame;
        }
    }

    /** To be called often, by one thread. */
    void wipeWhenQuiet() {
        if (isDue()) {
            overwriting.run();
        }
    }

    private synchronized boolean isDue() {
        long now = nanos.getAsLong();
        boolean due = came && (now - lastCame >= QUIET || now - firstCame >= LONGEST);
        came &= !due;
        return due;
    }
}
