// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away requests that foreign pages make. The desk is reached on its own machine or through an onion service: under
 * any other name somebody's page has pointed its own name at this address (DNS rebinding). A form that says it comes from
 * another site is refused before its token is looked at.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class ForeignFilter extends OncePerRequestFilter {
    private static final Set<String> OWN_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final int MISDIRECTED = 421;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        if (!OWN_NAMES.contains(host) && !host.endsWith(".onion")) {
            response.setStatus(MISDIRECTED);
        } else if (!READING.contains(request.getMethod()) && fromElsewhere(request, host)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean fromElsewhere(HttpServletRequest request, String host) {
        String site = Objects.requireNonNullElse(request.getHeader("Sec-Fetch-Site"), "same-origin");
        String origin = Objects.requireNonNullElse(request.getHeader("Origin"), "null");
        // Our own pages ask browsers to name no referrer, and then their forms come from the origin "null".
        return !(site.equals("same-origin") || site.equals("none")) || !(origin.equals("null") || isOurs(origin, host));
    }

    private static boolean isOurs(String origin, String host) {
        try {
            return host.equalsIgnoreCase(URI.create(origin).getHost());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
