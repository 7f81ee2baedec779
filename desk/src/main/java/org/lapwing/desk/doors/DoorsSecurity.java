// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfException;

/** Who may reach which address. What they then see is for their compartments to say. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class DoorsSecurity {

    @Bean
    SecurityFilterChain doorKeeping(HttpSecurity http, AuthenticationProvider unlocking, Locking locking)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/", "/unlock", "/set-up", "/set-up/**", "/assets/**", "/tongue", "/error")
                        .permitAll()
                        // Coordinators read what is urgent; deciding and answering is the intake's.
                        .requestMatchers(HttpMethod.POST, "/inbox/**")
                        .hasAuthority("intake")
                        .requestMatchers("/inbox", "/inbox/**")
                        .hasAnyAuthority("intake", "coordinator")
                        .requestMatchers("/publishing", "/publishing/**")
                        .hasAuthority("publisher")
                        .requestMatchers("/home", "/lock", "/help")
                        .authenticated()
                        // A steward reads nothing: every page on people asks for a duty that works with them.
                        .anyRequest()
                        .hasAnyAuthority("intake", "investigator", "analyst", "publisher"))
                .authenticationProvider(unlocking)
                .formLogin(form -> form.loginPage("/")
                        .loginProcessingUrl("/unlock")
                        .usernameParameter("handle")
                        .passwordParameter("passphrase")
                        .authenticationDetailsSource(DoorsSecurity::code)
                        .successHandler((request, response, entered) -> {
                            locking.unlocked(request.getSession().getId(), (Unlocked) entered);
                            response.sendRedirect("/home");
                        })
                        .failureUrl("/?refused"))
                .logout(lock ->
                        lock.logoutUrl("/lock").addLogoutHandler(locking).logoutSuccessHandler(locking))
                // A page drawn before a restart carries a token that nobody knows now: back to the door, not an error.
                .exceptionHandling(refusal -> refusal.accessDeniedHandler((request, response, denied) -> {
                    if (denied instanceof CsrfException && Locking.memberOf(request) == null) {
                        response.sendRedirect("/?again");
                    } else {
                        response.sendError(HttpServletResponse.SC_FORBIDDEN);
                    }
                }))
                // Our own header policy is stricter and set on every answer, errors included.
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    private static String code(HttpServletRequest request) {
        String code = request.getParameter("code");
        return code == null ? "" : code;
    }

    /** Asks {@link Doors}; every failure looks the same from outside. */
    @Bean
    AuthenticationProvider unlocking(Doors doors) {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication attempt) {
                return doors.unlock(
                                attempt.getName(),
                                String.valueOf(attempt.getCredentials()),
                                String.valueOf(attempt.getDetails()))
                        .orElseThrow(() -> new BadCredentialsException("not opened"));
            }

            @Override
            public boolean supports(Class<?> kind) {
                return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
            }
        };
    }
}
