// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What members conclude: a finding from its sentence to a dossier. */
final class Conclusion {
    private static final List<String> REASONS = List.of(
            "RELIABILITY", "DETAIL", "CONSISTENCY_WITH_PATTERN", "ALTERNATIVES", "STATE_EXPLANATION", "INDEPENDENCE");

    private final House house;
    private final String path;

    private Conclusion(House house, String path) {
        this.house = house;
        this.path = path;
    }

    static Conclusion propose(Page page, House house, Map<String, String> typed) {
        page.navigate(house.desk() + "/findings/new");
        Casework.fill(page.locator("form[action='/findings/new']"), typed);
        page.locator("form[action='/findings/new'] button.go").click();
        assertThat(page.url()).as(Casework.said(page)).endsWith("/claims");
        return new Conclusion(house, page.url().replaceFirst("/claims$", ""));
    }

    /** Lays every claim that holds these words on the side of what speaks for the finding. */
    void support(Page page, String words) {
        page.navigate(path + "/claims");
        page.locator("#q").fill(words);
        page.locator("form[role=search] button").click();
        List<Locator> found = page.locator("#claims select[name^='side-']").all();
        assertThat(found).as("claims with " + words).hasSize(1);
        found.getFirst().selectOption("FOR");
        page.locator("form[method=post] button.go").last().click();
    }

    /** What the checklist still asks for, as its links name it. */
    List<String> missing(Page page) {
        page.navigate(path);
        return page.locator("ul.check li.todo a").all().stream()
                .map(line -> line.getAttribute("href").replace("#check-", ""))
                .toList();
    }

    void giveReasons(Page page) {
        page.navigate(path);
        for (String reason : REASONS) {
            Casework.unfoldAndSay(page, "reason-" + reason, "Each tells it in an order of their own.");
        }
        Locator open = page.locator("form[action$='/questions'] textarea");
        while (open.count() > 0) {
            Casework.unfoldAndSay(page, open.first().getAttribute("id"), "One wrote before the other was asked.");
        }
    }

    /** Says of every quotation and detail that forty people could have told it. */
    void judgeExposure(Page page) {
        page.navigate(path);
        Locator held = page.locator("#check-EXPOSURE li:has(.tag.wait) input[name=crowd]");
        while (held.count() > 0) {
            Casework.unfoldAndSay(page, held.first().getAttribute("id"), "40");
        }
    }

    void read(Page page) {
        page.navigate(path);
        page.locator("#agrees-yes").check();
        page.locator("#review-words").fill("I read it against the words of both.");
        page.locator("form[action$='/review'] button").click();
    }

    String state(Page page) {
        page.navigate(path);
        return page.locator("main h1 ~ p .tag").nth(1).innerText();
    }

    /** What a dossier to this body would hold, or why it may not leave yet. */
    Page prepare(Page page, String body) {
        page.navigate(house.desk() + "/publishing");
        page.locator("#f-" + path.substring(path.lastIndexOf('/') + 1)).check();
        page.locator("#body").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(body));
        page.locator("#purpose").selectOption("SHARE");
        page.locator("form[action='/publishing/prepare'] button.go").click();
        return page;
    }

    /** Publishes what is on the page, and keeps package and log key as somebody who downloads them. */
    static void publish(Page page, Path folder) {
        page.locator("form[action='/publishing/publish'] button.go").click();
        assertThat(page.locator("a[href$='/package.zip']").count())
                .as(Casework.said(page))
                .isEqualTo(1);
        Download zip = page.waitForDownload(
                () -> page.locator("a[href$='/package.zip']").click());
        zip.saveAs(folder.resolve("dossier.zip"));
        Download key = page.waitForDownload(
                () -> page.locator("a[href='/publishing/log.key']").click());
        key.saveAs(folder.resolve("log.key"));
    }
}
