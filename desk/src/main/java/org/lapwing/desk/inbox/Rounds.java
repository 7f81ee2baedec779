// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.inbox;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lapwing.desk.doors.Locking;
import org.lapwing.desk.doors.Unlocked;
import org.lapwing.seal.Duty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes to the gate on a fixed schedule while an intake member is unlocked. */
final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final Duration every;
    private final Collection collection;
    private final Locking locking;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rounds").factory());

    Rounds(Duration every, Collection collection, Locking locking) {
        this.every = every;
        this.collection = collection;
        this.locking = locking;
    }

    void start() {
        var _ = clockwork.scheduleWithFixedDelay(this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            for (Unlocked member : locking.unlockedNow()) {
                if (member.member().has(Duty.INTAKE)) {
                    collection.collect(member);
                    return;
                }
            }
        } catch (RuntimeException e) {
            // The class only: a message might quote what was being read. The next round tries again.
            LOG.warn("a round to the gate broke off: {}", e.getClass().getName());
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
