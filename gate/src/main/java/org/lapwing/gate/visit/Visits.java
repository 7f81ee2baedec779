// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.visit;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lapwing.pages.Tongue;

/**
 * All visits, by cookie. When there are too many, the one that rested longest makes room if it rested for a while or holds
 * nothing, as after sending; a crowd of busy ones is told to try again, so nobody who is writing is thrown out by a flood.
 */
final class Visits {

    private static final Duration RESTED = Duration.ofMinutes(5);

    private final Clock clock;
    private final Duration idle;
    private final int most;
    private final Map<String, Visit> byCookie = new HashMap<>();

    Visits(Clock clock, Duration idle, int most) {
        this.clock = clock;
        this.idle = idle;
        this.most = most;
    }

    synchronized @Nullable Visit find(String cookie) {
        Visit visit = byCookie.get(cookie);
        return visit == null || visit.idleSince(clock.instant().minus(idle)) ? null : visit;
    }

    /** A visit for this cookie; empty if there are too many. */
    synchronized Optional<Visit> begin(String cookie, Tongue tongue) throws IOException {
        end(cookie);
        if (byCookie.size() >= most && !makeRoom()) {
            return Optional.empty();
        }
        Visit visit = new Visit(tongue, clock.instant());
        byCookie.put(cookie, visit);
        return Optional.of(visit);
    }

    private boolean makeRoom() throws IOException {
        Instant then = clock.instant().minus(RESTED);
        Optional<Map.Entry<String, Visit>> oldest = byCookie.entrySet().stream()
                .filter(each ->
                        each.getValue().idleSince(then) || each.getValue().holdsNothing())
                .min(Comparator.comparing(each -> each.getValue().lastSeen()));
        if (oldest.isPresent()) {
            end(oldest.get().getKey());
        }
        return oldest.isPresent();
    }

    synchronized void end(String cookie) throws IOException {
        Visit visit = byCookie.remove(cookie);
        if (visit != null) {
            visit.end();
        }
    }

    /** Ends the visits that rested too long. */
    synchronized void sweep() throws IOException {
        Instant then = clock.instant().minus(idle);
        for (var each : List.copyOf(byCookie.entrySet())) {
            if (each.getValue().idleSince(then)) {
                end(each.getKey());
            }
        }
    }

    synchronized void endAll() throws IOException {
        for (String cookie : new ArrayList<>(byCookie.keySet())) {
            end(cookie);
        }
    }

    synchronized int count() {
        return byCookie.size();
    }
}
