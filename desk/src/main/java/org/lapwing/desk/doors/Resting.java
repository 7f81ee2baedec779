// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions that rested too long, by a clock that only goes forward. The container counts by the machine's: set back by
 * a day, that would keep a desk open which somebody left. Safe for use by several threads.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public final class Resting extends OncePerRequestFilter implements HttpSessionListener, AutoCloseable {
    private static final long LOOKS_EVERY_SECONDS = 15;

    private final Duration idle;
    private final Map<HttpSession, Presence> sessions = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("resting").factory());

    /** A session while it lasts: one that is being answered does not rest. */
    private static final class Presence {
        private long restsSince = System.nanoTime();
        private int underWay;

        synchronized void enter() {
            underWay++;
        }

        synchronized void leave() {
            underWay--;
            restsSince = System.nanoTime();
        }

        synchronized boolean restedFor(Duration idle, long now) {
            return underWay == 0 && now - restsSince >= idle.toNanos();
        }
    }

    /** @param idle after so long without a request a session ends */
    public Resting(Duration idle) {
        this.idle = idle;
        var _ = clockwork.scheduleWithFixedDelay(
                () -> endThoseWhoRested(System.nanoTime()), LOOKS_EVERY_SECONDS, LOOKS_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Presence presence = session == null ? new Presence() : presence(session);
        presence.enter();
        try {
            chain.doFilter(request, response);
        } finally {
            presence.leave();
        }
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        presence(event.getSession());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        sessions.remove(event.getSession());
    }

    private Presence presence(HttpSession session) {
        return sessions.computeIfAbsent(session, _ -> new Presence());
    }

    /** @param now by {@link System#nanoTime} */
    void endThoseWhoRested(long now) {
        sessions.forEach((session, presence) -> {
            if (presence.restedFor(idle, now)) {
                end(session);
            }
        });
    }

    private void end(HttpSession session) {
        sessions.remove(session);
        try {
            session.invalidate();
        } catch (IllegalStateException _) {
            // it has ended meanwhile
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
