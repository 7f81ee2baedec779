// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What members do with what was told: accounts, working copies, claims. Each step is a form on a page without scripts. */
final class Casework {
    private static final Pattern TOKEN = Pattern.compile("\\[P: ([a-z]+-[a-z]+)]");

    private Casework() {}

    /** An account as the desk shows it, and the code name of whoever told it. */
    record Told(String path, String teller) {}

    /**
     * Fills the form for a new account, agrees to everything that a dossier needs, and makes the working copy.
     *
     * @param typed fields by name
     * @param names lines of the names form
     */
    static Told tell(Page page, Map<String, String> typed, String names) {
        fill(page.locator("form[action='/accounts/new']"), typed);
        for (String purpose : List.of("RECORD", "ANALYSE", "COUNT", "QUOTE_ANONYMOUSLY")) {
            page.locator("#c-" + purpose).check();
        }
        for (Locator body : page.locator("input[name=consent][value^='SHARE-']").all()) {
            body.check();
        }
        page.locator("#toldOfLimits").check();
        page.locator("#ableToDecide").check();
        page.locator("form[action='/accounts/new'] button.go").click();
        assertThat(page.url()).as(said(page)).endsWith("/copy");
        page.locator("#names").fill(names);
        page.locator("button[name=make]").click();
        assertThat(page.url()).as(said(page)).doesNotContain("/copy");
        return new Told(page.url(), page.locator("h1 a.chip").innerText().strip());
    }

    /** The code name that stands in an account for the first name in it. */
    static String firstToken(Page page, Told account) {
        page.navigate(account.path());
        Matcher token = TOKEN.matcher(page.locator("[data-words]").innerText());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    static void code(Page page, Told account, String quote, Map<String, String> coding) {
        page.navigate(account.path());
        Locator form = page.locator("form[action$='/claims']");
        form.locator("#quote").fill(quote);
        fill(form, coding);
        form.locator("button").last().click();
        assertThat(page.locator("main").innerText()).contains("Coded.");
    }

    static void fill(Locator form, Map<String, String> typed) {
        typed.forEach((name, value) -> {
            Locator field = form.locator("[name=" + name + "]").first();
            if (field.evaluate("e => e.tagName").equals("SELECT")) {
                field.selectOption(value);
            } else {
                field.fill(value);
            }
        });
    }

    /** Writes into a form that is folded away until somebody wants it. */
    static void unfoldAndSay(Page page, String field, String words) {
        Locator area = page.locator("#" + field);
        for (Locator around : area.locator("xpath=ancestor::details").all()) {
            if (around.getAttribute("open") == null) {
                around.locator("summary").first().click();
            }
        }
        area.fill(words);
        area.locator("xpath=ancestor::form").locator("button").click();
        assertThat(page.locator(".notice").first().innerText()).as(said(page)).isNotBlank();
    }

    static String said(Page page) {
        return page.locator("main").innerText();
    }
}
