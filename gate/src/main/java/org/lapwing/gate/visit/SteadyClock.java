// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.visit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Time that has passed since this was made, from 1970 on. It only goes forward: a machine's clock that is put back by a day
 * must not keep what was typed for a day longer. Says nothing of dates. Thread-safe.
 */
final class SteadyClock extends Clock {
    private final long begun = System.nanoTime();

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(System.nanoTime() - begun);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("it says nothing of dates, in no zone");
    }
}
