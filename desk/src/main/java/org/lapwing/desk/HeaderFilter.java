// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.lapwing.pages.HeaderPolicy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sets the desk's headers before anything else can answer. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class HeaderFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HeaderPolicy.desk().forEach(response::setHeader);
        chain.doFilter(request, response);
    }
}
