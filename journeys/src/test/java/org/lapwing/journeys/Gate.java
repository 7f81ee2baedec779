// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;

/** What a person does at the gate, each step a press on a page without scripts. */
final class Gate {
    private final Page page;

    private Gate(Page page) {
        this.page = page;
    }

    static Gate visit(Page page, House house) {
        page.navigate(house.gate() + "/");
        return new Gate(page);
    }

    Page page() {
        return page;
    }

    /** Presses the button of this name, whatever the language it is written in. */
    Gate press(String act) {
        page.locator("button[name=act][value='" + act + "']:not(.off)").first().click();
        return this;
    }

    Gate type(String words) {
        page.locator("textarea[name=words]").fill(words);
        return this;
    }

    Gate attach(FilePayload... files) {
        page.locator("input[type=file]").setInputFiles(files);
        page.locator("#f .row button:not([name])").click();
        return this;
    }

    /** The ten words, as somebody would copy them out. */
    List<String> receipt() {
        return page.locator("ol.receipt li").allInnerTexts();
    }

    Gate comeBack(List<String> receipt) {
        press("come-back");
        page.locator("textarea[name=receipt]").fill(String.join(" ", receipt));
        return press("return");
    }

    String heading() {
        return page.locator("h1").innerText();
    }

    boolean hasReply() {
        return page.locator(".card .words").count() > 0;
    }

    String reply() {
        return page.locator(".card .words").innerText();
    }
}
