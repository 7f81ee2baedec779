// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** What members do on every visit. */
final class Desk {
    private Desk() {}

    /** The demonstration's one press. */
    static Page unlock(Page page, House house, String member) {
        page.navigate(house.desk() + "/");
        page.locator("li:has(.chip:text-is('" + member + "')) button").click();
        page.waitForURL(house.desk() + "/home");
        assertThat(page.locator("header .chip").textContent()).contains(member);
        return page;
    }

    static void inRussian(Page page, House house) {
        page.navigate(house.desk() + "/home");
        page.locator("form.tongue button[lang=ru]").click();
        page.locator("html[lang=ru]").waitFor();
    }
}
