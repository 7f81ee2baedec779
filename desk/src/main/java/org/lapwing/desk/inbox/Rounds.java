// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lapwing.desk.doors.Locking;
import org.lapwing.desk.doors.Unlocked;
import org.lapwing.desk.reading.LogRoom;
import org.lapwing.seal.Duty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes to the gate on a fixed schedule while an intake member is unlocked; else listens to its bell for who is on call.
 * Before that the log is signed over what was written since.
 */
final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final Duration every;
    private final Collection collection;
    private final Locking locking;
    private final LogRoom logRoom;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rounds").factory());

    Rounds(Duration every, Collection collection, Locking locking, LogRoom logRoom) {
        this.every = every;
        this.collection = collection;
        this.locking = locking;
        this.logRoom = logRoom;
    }

    void start() {
        var _ = clockwork.scheduleWithFixedDelay(
                this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            List<Unlocked> unlocked = locking.unlockedNow();
            unlocked.stream().findFirst().ifPresent(logRoom::keepUp);
            Optional<Unlocked> intake = one(unlocked, Duty.INTAKE);
            if (intake.isPresent()) {
                collection.collect(intake.get());
            } else {
                one(unlocked, Duty.COORDINATOR).ifPresent(collection::listen);
            }
        } catch (RuntimeException e) {
            // The class only: a message might quote what was being read. The next round tries again.
            LOG.warn("a round to the gate broke off: {}", e.getClass().getName());
        }
    }

    private static Optional<Unlocked> one(List<Unlocked> unlocked, Duty duty) {
        return unlocked.stream().filter(each -> each.member().has(duty)).findFirst();
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
