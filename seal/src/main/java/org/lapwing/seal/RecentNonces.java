// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Nonces in memory; {@link DeskGuard} refuses what is older than the process. They outlive their time, or a clock that jumps
 * back would let a request count twice: only when there are very many are the oldest whose time is over forgotten, and then
 * nothing of their time counts any more.
 */
public final class RecentNonces implements DeskGuard.SeenNonces {

    /** Weeks of an ordinary gate; some 15 MB. */
    static final int MOST = 100_000;

    private final Clock clock;
    private final Map<String, Instant> untilByNonce = new LinkedHashMap<>();
    private Instant forgotten = Instant.MIN;

    public RecentNonces(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized boolean firstTime(String nonce, Instant until) {
        if (!until.isAfter(forgotten) || untilByNonce.putIfAbsent(nonce, until) != null) {
            return false;
        }
        Instant now = clock.instant();
        Iterator<Instant> oldest = untilByNonce.values().iterator();
        while (untilByNonce.size() > MOST && oldest.hasNext()) {
            Instant end = oldest.next();
            if (!end.isBefore(now)) {
                break;
            }
            oldest.remove();
            forgotten = end.isAfter(forgotten) ? end : forgotten;
        }
        return true;
    }
}
