// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is asked of every page, whoever looks at it and on whatever. */
final class Looking {
    private static final int PHONE = 360;
    private static final int SCREEN = 1280;
    /** Taken only when asked for, so that a test run rewrites nothing that is committed. */
    private static final boolean PICTURES = System.getProperty("lapwing.pictures") != null;

    private Looking() {}

    /** Everything wrong with the page: at both widths and in both themes. */
    static List<String> faults(Page page, String name) {
        var faults = new ArrayList<String>();
        page.setViewportSize(SCREEN, 900);
        theme(page, ColorScheme.LIGHT);
        faults.addAll(inaccessible(page, name + ", light"));
        faults.addAll(sideways(page, name));
        theme(page, ColorScheme.DARK);
        faults.addAll(inaccessible(page, name + ", dark"));
        theme(page, ColorScheme.LIGHT);
        page.setViewportSize(PHONE, 800);
        faults.addAll(sideways(page, name));
        page.setViewportSize(SCREEN, 900);
        return faults;
    }

    /** The same of a page that is open without scripts, with its picture. */
    static List<String> examine(Browser browser, Page seen, String name) {
        Page page = browser.withScripts(seen);
        List<String> faults = faults(page, name);
        picture(page, name);
        page.context().close();
        return faults;
    }

    static List<String> inaccessible(Page page, String name) {
        return new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> name + ": " + rule.getId() + ": " + rule.getHelp() + ": " + node.getHtml()
                                        + " " + node.getFailureSummary()))
                        .toList();
    }

    private static List<String> sideways(Page page, String name) {
        int width = page.viewportSize().width;
        var wide = page.evaluate("""
                () => document.documentElement.scrollWidth <= window.innerWidth ? '' :
                  [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > window.innerWidth)
                    .slice(0, 4).map(e => e.outerHTML.slice(0, 120)).join(' | ') || 'something'
                """).toString();
        return wide.isEmpty() ? List.of() : List.of(name + " scrolls sideways at " + width + " px: " + wide);
    }

    /** A picture at phone and at desktop width into {@code docs/pictures}. */
    static void picture(Page page, String name) {
        if (!PICTURES) {
            return;
        }
        Path pictures = House.ROOT.resolve("docs/pictures");
        for (int width : List.of(PHONE, SCREEN)) {
            page.setViewportSize(width, width == PHONE ? 740 : 900);
            page.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve(name + "-" + width + ".png")));
        }
        page.setViewportSize(SCREEN, 900);
    }

    private static void theme(Page page, ColorScheme theme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
    }
}
