// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import java.util.Map;
import org.lapwing.desk.doors.Locking;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the desk. */
@SpringBootApplication(proxyBeanMethods = false, exclude = UserDetailsServiceAutoConfiguration.class)
public class DeskMain {

    /** {@code --data DIR [--gate URL] [--database JDBC-URL] [--port N] [--collect-every SECONDS] [--demonstration] [--child]} */
    public static void main(String[] words) {
        DeskSettings settings;
        try {
            settings = DeskSettings.of(words);
        } catch (IllegalArgumentException e) {
            System.err.println("lapwing desk: " + e.getMessage());
            System.exit(2);
            return;
        }
        ConfigurableApplicationContext desk = start(settings);
        if (settings.child()) {
            Ending.whenLocked(desk.getBean(Locking.class), desk);
            Ending.whenStandardInputCloses();
        }
    }

    /** Starts a desk in this process; the tests' door. */
    public static ConfigurableApplicationContext start(DeskSettings settings) {
        SpringApplication desk = new SpringApplication(DeskMain.class);
        desk.setWebApplicationType(WebApplicationType.SERVLET);
        desk.setLogStartupInfo(false);
        desk.setDefaultProperties(Map.ofEntries(
                Map.entry("server.address", "127.0.0.1"),
                Map.entry("server.port", settings.port()),
                Map.entry("server.servlet.session.persistent", false),
                Map.entry("server.servlet.session.timeout", settings.idle()),
                Map.entry("server.servlet.session.tracking-modes", "cookie"),
                Map.entry("server.servlet.session.cookie.name", "n"),
                Map.entry("server.servlet.session.cookie.http-only", true),
                Map.entry("server.servlet.session.cookie.same-site", "strict"),
                Map.entry(
                        "server.tomcat.basedir", settings.data().resolve("tmp").toString()),
                // Uploads go through our own streaming parser; the container's would spool them to disk.
                Map.entry("spring.servlet.multipart.enabled", false),
                // A redirect to an absolute address would repeat whatever host the request named.
                Map.entry("server.tomcat.use-relative-redirects", true),
                Map.entry("server.max-http-request-header-size", "16KB"),
                Map.entry("spring.main.banner-mode", "off"),
                Map.entry("spring.main.lazy-initialization", false),
                Map.entry("spring.web.resources.add-mappings", false),
                Map.entry("server.error.include-message", "never"),
                Map.entry("server.error.include-stacktrace", "never"),
                Map.entry("server.error.whitelabel.enabled", false),
                Map.entry("logging.level.root", "WARN"),
                // Both would write addresses and messages of exceptions, and these may hold, word for word, what
                // somebody typed: FaultPages says where it broke.
                Map.entry("logging.level.org.springframework.web", "OFF"),
                Map.entry("logging.level.org.apache.catalina.core.ContainerBase", "OFF"),
                // It says at each start that it could go faster with a module that Java still calls an experiment.
                Map.entry("logging.level.org.apache.lucene", "ERROR")));
        desk.addInitializers(
                context -> ((GenericApplicationContext) context).registerBean(DeskSettings.class, () -> settings));
        return desk.run();
    }
}
