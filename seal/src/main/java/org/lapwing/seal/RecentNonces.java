// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Nonces in memory, each until its time is over; {@link DeskGuard} refuses what is older than the process. */
public final class RecentNonces implements DeskGuard.SeenNonces {

    private final Clock clock;
    private final Map<String, Instant> untilByNonce = new HashMap<>();

    public RecentNonces(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized boolean firstTime(String nonce, Instant until) {
        Instant now = clock.instant();
        untilByNonce.values().removeIf(end -> end.isBefore(now));
        return untilByNonce.putIfAbsent(nonce, until) == null;
    }
}
