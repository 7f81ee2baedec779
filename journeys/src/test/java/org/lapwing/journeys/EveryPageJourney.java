// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every page of the invented world, as each member sees it: on a phone and on a screen, light and dark, en and ru. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageJourney {
    /** One member of each duty; who may see most comes first, as a page is examined whole only once. */
    private static final List<String> MEMBERS =
            List.of("fair-owl", "quiet-lark", "high-rook", "slow-crane", "pale-kite", "plain-wren");

    private final Set<String> examined = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private House house;
    private Browser browser;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        browser = new Browser();
        house = House.demonstration(folder);
    }

    @BeforeEach
    void begin() {
        faults.clear();
    }

    @AfterAll
    void close() {
        if (house != null) {
            house.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void everyPageOfTheDeskReadsWellForEverybodyAndKeepsToItself() {
        Page front = browser.page(Browser.Eyes.scriptsOn());
        front.navigate(house.desk() + "/");
        faults.addAll(Looking.faults(front, "the desk's door"));
        Looking.picture(front, "desk-door");
        int pages = 0;
        for (String member : MEMBERS) {
            pages += walk(member);
        }
        faults.addAll(browser.complaints());
        assertThat(faults).isEmpty();
        assertThat(pages).isGreaterThanOrEqualTo(MEMBERS.size());
    }

    @Test
    void everyPageOfTheGateReadsWellInBothLanguages() {
        walkTheGate("en");
        walkTheGate("ru");
        faults.addAll(browser.complaints());
        assertThat(faults).isEmpty();
    }

    @Test
    void searchReadsWellWhateverItFinds() {
        Page page = Desk.unlock(browser.page(Browser.Eyes.scriptsOn()), house, "quiet-lark");
        search(page, "подвал basement");
        faults.addAll(Looking.faults(page, "search, found in part"));
        search(page, "basement");
        assertThat(page.locator("mark").count()).isPositive();
        faults.addAll(Looking.faults(page, "search, found"));
        Looking.picture(page, "desk-search-found");
        search(page, "zyzzyva");
        faults.addAll(Looking.faults(page, "search, nothing found"));
        Looking.picture(page, "desk-search-nothing");
        page.fill("#name", "zyzzyva");
        page.click("form[action='/search/name'] button");
        faults.addAll(Looking.faults(page, "search, no reason given"));
        page.fill("#name", "zyzzyva");
        page.fill("#purpose", "an invented reason");
        page.click("form[action='/search/name'] button");
        faults.addAll(Looking.faults(page, "search, nobody of that name"));
        Desk.inRussian(page, house);
        search(page, "подвал");
        faults.addAll(Looking.faults(page, "search in Russian"));
        Looking.picture(page, "desk-search-found-ru");
        // The key leads there from anywhere; the field is the first thing that it reaches.
        page.navigate(house.desk() + "/home");
        page.keyboard().press("/");
        page.waitForURL("**/search");
        page.keyboard().press("/");
        assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("words");
        page.context().close();
        faults.addAll(browser.complaints());
        assertThat(faults).isEmpty();
    }

    private void search(Page page, String words) {
        page.navigate(house.desk() + "/search");
        page.fill("#words", words);
        page.click("form[action='/search'] button");
        page.waitForURL("**/search?n=*");
        assertThat(page.url()).doesNotContain(words);
    }

    private void walkTheGate(String language) {
        Gate gate = Gate.visit(browser.page(new Browser.Eyes(true, 1280, 900, ColorScheme.LIGHT, language)), house);
        assertThat(gate.page().locator("html").getAttribute("lang")).isEqualTo(language);
        look(gate, language, "write");
        look(gate.press("check"), language, "write-nothing");
        look(gate.press("safer"), language, "safer");
        gate.press("back").type("Invented words for a picture.");
        look(gate.press("files"), language, "files");
        gate.attach(new FilePayload("note.txt", "text/plain", "invented".getBytes(UTF_8)));
        look(gate.press("check"), language, "check");
        look(gate.press("identity"), language, "identity");
        gate.press("check").press("send");
        look(gate, language, "receipt");
        List<String> receipt = gate.receipt();
        assertThat(receipt).hasSize(10);
        look(gate.press("written"), language, "done");
        gate.press("start");
        look(gate.press("come-back"), language, "return");
        gate.press("start").comeBack(receipt);
        look(gate, language, "box");
        look(gate.press("withdraw"), language, "withdraw");
        gate.press("box");
        look(gate.press("forget"), language, "forget");
        gate.press("box").press("add");
        look(gate, language, "add");
        look(gate.press("leave"), language, "left");
        gate.page().context().close();
    }

    private void look(Gate gate, String language, String name) {
        faults.addAll(Looking.faults(gate.page(), "gate " + name + " in " + language));
        if (language.equals("en")) {
            Looking.picture(gate.page(), "gate-" + name);
        }
    }

    private int walk(String member) {
        Page page = Desk.unlock(browser.page(Browser.Eyes.scriptsOn()), house, member);
        Crawl crawl = new Crawl(page, house.desk());
        var seen = crawl.from("/home", pattern -> {
            if (examined.add(pattern)) {
                faults.addAll(Looking.faults(page, member + " at " + pattern));
                Looking.picture(page, "desk" + pattern.replace("/ID", "-one").replace('/', '-'));
            }
        });
        Desk.inRussian(page, house);
        for (var each : seen.entrySet()) {
            if (examined.add("ru " + each.getKey())) {
                page.navigate(house.desk() + each.getValue());
                faults.addAll(Looking.faults(page, member + " at " + each.getKey() + " in Russian"));
            }
        }
        faults.addAll(crawl.faults());
        page.context().close();
        return seen.size();
    }
}
