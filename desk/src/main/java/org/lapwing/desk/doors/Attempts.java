// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often one handle may be tried: after five refusals in a row each further one costs a wait, half a minute first and
 * twice as long each time, up to a quarter of an hour. Handles that do not exist wait alike, so that waiting tells nobody
 * who is a member. Kept in memory: whoever keeps the machine lifts a wait by starting the desk again.
 */
final class Attempts {
    static final int FREE = 5;
    static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** Trying as many handles to have one forgotten takes longer than the longest wait. */
    private static final int MOST_HANDLES = 1000;

    private final Clock clock;
    private final Map<String, Refused> byHandle = new LinkedHashMap<>();

    private record Refused(int times, Instant until) {}

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /** Counts a try before it is made, so that many at once are not one; {@link #opened} takes it back. */
    synchronized boolean begin(String handle) {
        Refused before = byHandle.getOrDefault(handle, new Refused(0, Instant.MIN));
        Instant now = clock.instant();
        if (now.isBefore(before.until())) {
            return false;
        }
        int times = before.times() + 1;
        byHandle.remove(handle); // so that the one refused last is forgotten last
        byHandle.put(handle, new Refused(times, times < FREE ? Instant.MIN : now.plus(waitAfter(times))));
        if (byHandle.size() > MOST_HANDLES) {
            byHandle.remove(byHandle.keySet().iterator().next());
        }
        return true;
    }

    synchronized void opened(String handle) {
        byHandle.remove(handle);
    }

    private static Duration waitAfter(int times) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(times - FREE, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
