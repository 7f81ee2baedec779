// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From words typed at the gate to an answer read there once, scripts off on both sides; and nothing readable is left. */
class TheLineJourney {
    private static final String WORDS = "Меня держали четыре дня у сине-жёлтого чайника. Со мной был Ферун Ладмир.";
    private static final String REPLY = "Мы прочли и верим вам. Письмо про лиловый зонтик.";
    private static final List<String> PLANTED = List.of(
            "сине-жёлтого чайника",
            "Ферун Ладмир",
            "лиловый зонтик",
            "tin-kettle-photo",
            "a drawing of the plum yard",
            "Илмар Востен",
            "sparrow-loft@example.invalid");

    @TempDir
    Path folder;

    @Test
    void aReportTypedWithoutScriptsIsReadAtTheDeskAndItsAnswerIsReadOnce() throws IOException {
        List<String> receipt;
        try (Browser browser = new Browser();
                House house = House.demonstration(folder)) {
            receipt = report(browser, house);
            Page desk = Desk.unlock(browser.page(Browser.Eyes.scriptsOff()), house, "quiet-lark");
            collect(desk, house);
            answer(desk, house);
            readOnce(browser, house, receipt);
            assertThat(browser.complaints()).isEmpty();
            findsNothing("while both processes run");
        }
        findsNothing("after the house was closed");
        theSameSearchFindsWhatIsNotSealed();
    }

    private static List<String> report(Browser browser, House house) {
        var eyes = new Browser.Eyes(false, 360, 800, ColorScheme.LIGHT, "ru");
        Gate gate = Gate.visit(browser.page(eyes), house);
        assertThat(gate.page().locator("html").getAttribute("lang")).isEqualTo("ru");
        gate.type(WORDS)
                .press("files")
                .attach(
                        new FilePayload("tin-kettle-photo.jpg", "image/jpeg", new byte[200_000]),
                        new FilePayload("plan.txt", "text/plain", "a drawing of the plum yard".getBytes(UTF_8)));
        gate.press("check").press("identity");
        gate.page().locator("input[name=name]").fill("Илмар Востен");
        gate.page().locator("input[name=contact]").fill("sparrow-loft@example.invalid");
        gate.press("keep-identity");
        assertThat(gate.page().locator("main").innerText()).contains(WORDS, "tin-kettle-photo.jpg", "plan.txt");
        gate.press("send");
        List<String> receipt = gate.receipt();
        assertThat(receipt).hasSize(10);
        gate.press("written");
        gate.page().context().close();
        return receipt;
    }

    /** Leaves the desk at the report that was written a moment ago. */
    private static void collect(Page desk, House house) {
        desk.navigate(house.desk() + "/inbox");
        desk.locator("form[action='/inbox/collect'] button").click();
        List<String> addresses = desk.locator("main ul.plain a[href^='/inbox/']").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        for (String address : addresses) {
            desk.navigate(house.desk() + address);
            if (desk.locator("main").innerText().contains(WORDS)) {
                assertThat(desk.locator("main").innerText())
                        .contains("tin-kettle-photo.jpg", "plan.txt")
                        .doesNotContain("Илмар", "sparrow-loft");
                return;
            }
        }
        throw new AssertionError("the report did not come in; " + addresses.size() + " others did");
    }

    private static void answer(Page desk, House house) {
        desk.locator("textarea#reply").fill(REPLY);
        desk.locator("form[action$='/reply'] button").click();
        assertThat(desk.locator(".errors").innerText()).as("confirms first").isNotBlank();
        assertThat(desk.locator("textarea#reply").inputValue()).isEqualTo(REPLY);
        desk.locator("input#checked").check();
        desk.locator("form[action$='/reply'] button").click();
        assertThat(desk.locator("main").innerText()).contains(REPLY);
        desk.navigate(house.desk() + "/inbox");
        desk.locator("form[action='/inbox/collect'] button").click();
    }

    private static void readOnce(Browser browser, House house, List<String> receipt) {
        Gate first = Gate.visit(browser.page(Browser.Eyes.scriptsOff()), house).comeBack(receipt);
        assertThat(first.reply()).isEqualTo(REPLY);
        Gate second = Gate.visit(browser.page(Browser.Eyes.scriptsOff()), house).comeBack(receipt);
        assertThat(second.hasReply()).as("an answer read once is gone").isFalse();
    }

    private void findsNothing(String when) throws IOException {
        assertThat(PlantedWords.files(folder.resolve("data"))).isGreaterThan(50);
        assertThat(new PlantedWords(PLANTED).in(folder, file -> false)).as(when).isEmpty();
    }

    /** The control run: what would lie there if one of the doors did not seal. */
    private void theSameSearchFindsWhatIsNotSealed() throws IOException {
        Files.writeString(folder.resolve("temp/unsealed"), String.join("\n", PLANTED));
        assertThat(new PlantedWords(PLANTED).in(folder, file -> false)).hasSize(PLANTED.size());
    }
}
