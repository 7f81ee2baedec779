// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lapwing.pages.HeaderPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Who is unlocked now, by session. A session that ends, by the key, by idling or by the container, locks its member; when
 * the last one has locked, those who asked are told.
 */
public final class Locking implements LogoutHandler, LogoutSuccessHandler, HttpSessionListener, HttpSessionIdListener {
    private final Map<String, Unlocked> bySession = new ConcurrentHashMap<>();
    private final List<Consumer<List<Unlocked>>> watchers = new CopyOnWriteArrayList<>();

    /** Told the remaining members each time one has locked; an empty list means that the desk is locked. */
    public void whenLocked(Consumer<List<Unlocked>> watcher) {
        watchers.add(watcher);
    }

    /** A session has one member: whoever had unlocked in it before is locked. */
    public void unlocked(String session, Unlocked member) {
        if (bySession.put(session, member) != null) {
            tellWatchers();
        }
    }

    public List<Unlocked> unlockedNow() {
        return List.copyOf(bySession.values());
    }

    private void lock(String session) {
        if (bySession.remove(session) != null) {
            tellWatchers();
        }
    }

    private void tellWatchers() {
        List<Unlocked> remaining = unlockedNow();
        watchers.forEach(watcher -> watcher.accept(remaining));
    }

    /** Unlocking gives a session another id. Under the old one its member would stay unlocked for ever. */
    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldId) {
        Unlocked member = bySession.remove(oldId);
        if (member != null) {
            bySession.put(event.getSession().getId(), member);
        }
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        var session = request.getSession(false);
        if (session != null) {
            lock(session.getId());
        }
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        response.setHeader(HeaderPolicy.CLEAR_SITE_DATA, HeaderPolicy.EVERYTHING);
        response.sendRedirect("/");
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        lock(event.getSession().getId());
    }

    /** The member of a session, if it has unlocked. */
    static @Nullable Unlocked memberOf(HttpServletRequest request) {
        var session = request.getSession(false);
        Object context = session == null
                ? null
                : session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context instanceof SecurityContext security && security.getAuthentication() instanceof Unlocked unlocked
                ? unlocked
                : null;
    }
}
