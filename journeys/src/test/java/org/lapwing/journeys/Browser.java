// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium, which notes every request to another host and everything the console complains of. */
final class Browser implements AutoCloseable {
    private static final List<Path> WHERE = List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Browser() {
        Path program = WHERE.stream()
                .filter(each -> each.toFile().canExecute())
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(program != null, "Chromium is missing (Debian: apt-get install chromium)");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** How a person looks at pages. */
    record Eyes(boolean scripts, int width, int height, ColorScheme theme, String language) {
        static Eyes scriptsOff() {
            return new Eyes(false, 1280, 900, ColorScheme.LIGHT, "en");
        }

        static Eyes scriptsOn() {
            return new Eyes(true, 1280, 900, ColorScheme.LIGHT, "en");
        }
    }

    /** A page of its own, sharing no cookie with another; it waits a minute for what should be there. */
    Page page(Eyes eyes) {
        return page(options(eyes));
    }

    /** What somebody sees now, looked at with scripts on: what examines a page is a script itself. */
    Page withScripts(Page seen) {
        Page again =
                page(options(Eyes.scriptsOn()).setStorageState(seen.context().storageState()));
        again.navigate(seen.url());
        return again;
    }

    private static com.microsoft.playwright.Browser.NewContextOptions options(Eyes eyes) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setJavaScriptEnabled(eyes.scripts())
                .setViewportSize(eyes.width(), eyes.height())
                .setColorScheme(eyes.theme())
                .setLocale(eyes.language());
    }

    private Page page(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options);
        context.setDefaultTimeout(60_000);
        context.setDefaultNavigationTimeout(60_000);
        context.onRequest(request -> {
            if (!request.url().startsWith("http://127.0.0.1:") && !request.url().startsWith("data:")) {
                complaints.add("a request left for " + request.url());
            }
        });
        context.onConsoleMessage(message -> {
            // A missing page is asked for on purpose; its own status is looked at where it is.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.page().url() + " says " + message.text());
            }
        });
        return context.newPage();
    }

    /** What was complained of since the last time. */
    List<String> complaints() {
        var since = new ArrayList<>(complaints);
        complaints.clear();
        return since;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
