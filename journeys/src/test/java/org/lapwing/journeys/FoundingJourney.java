// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a group begins: keys made elsewhere, a plan in the browser, the root's signature, and the first member inside. */
class FoundingJourney {
    private static final Pattern CODE = Pattern.compile("setting it up is (\\S+)");
    private static final List<String> CUSTODIANS = List.of("old-raven", "grey-jay", "white-stork");

    private final List<String> faults = new ArrayList<>();

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @Test
    void fromKeysMadeElsewhereToTheFirstMemberInside() throws IOException, InterruptedException {
        String root = makeKey("root.key", "--root");
        List<String> custodians = new ArrayList<>();
        for (String each : CUSTODIANS) {
            custodians.add(makeKey(each + ".key"));
        }
        try (Browser browser = new Browser();
                House house = House.empty(folder)) {
            Page page = browser.page(Browser.Eyes.scriptsOff());
            page.navigate(house.desk() + "/");
            faults.addAll(Looking.examine(browser, page, "desk-setup-code"));
            page.locator("#code").fill(codeOnTheTerminal());
            page.locator("form button.go").click();
            faults.addAll(Looking.examine(browser, page, "desk-setup-plan"));
            plan(page, root, custodians);
            List<String> secrets = page.locator(".secret, .code").allInnerTexts();
            String passphrase = secrets.get(0).strip();
            String digits = secrets.get(1).strip();
            page.locator("a.btn.go").click();
            faults.addAll(Looking.examine(browser, page, "desk-setup-sign"));
            sign(page);

            page.navigate(house.desk() + "/");
            page.locator("#handle").fill("quiet-lark");
            page.locator("#passphrase").fill(passphrase);
            page.locator("#code").fill(OneTimeCode.now(digits, Instant.now()));
            page.locator("form[action='/unlock'] button").click();
            assertThat(page.locator("h1").innerText()).contains("What waits for you");
            house.awaitGate();
            // The first round brings the gate its first key; by itself it comes within a minute.
            page.navigate(house.desk() + "/inbox");
            page.locator("form[action='/inbox/collect'] button").click();
            Page gate = browser.page(Browser.Eyes.scriptsOff());
            gate.navigate(house.gate() + "/");
            assertThat(gate.locator("main").innerText()).contains("Tell us what happened");
            assertThat(gate.locator(".demo").count())
                    .as("this is no demonstration")
                    .isZero();
            assertThat(faults).isEmpty();
            assertThat(browser.complaints()).isEmpty();
            assertThat(new PlantedWords(List.of(passphrase, digits)).in(folder, file -> false))
                    .isEmpty();
        }
    }

    private String makeKey(String name, String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("keygen"));
        words.addAll(List.of(more));
        words.addAll(List.of("-o", elsewhere.resolve(name).toString()));
        assertThat(House.run(elsewhere, name, words)).isZero();
        String said = Files.readString(elsewhere.resolve("logs/" + name + ".err"));
        return said.substring(said.indexOf("Public key:") + "Public key:".length())
                .strip();
    }

    private String codeOnTheTerminal() throws IOException {
        String said = Files.readString(folder.resolve("logs/serve.err"));
        Matcher code = CODE.matcher(said);
        assertThat(code.find()).as(said).isTrue();
        return code.group(1);
    }

    private static void plan(Page page, String root, List<String> custodians) {
        page.locator("#root").fill(root);
        for (int i = 0; i < CUSTODIANS.size(); i++) {
            page.locator("#custodian" + i).fill(CUSTODIANS.get(i));
            page.locator("#custodianKey" + i).fill(custodians.get(i));
        }
        member(page, 0, "quiet-lark", "intake");
        member(page, 1, "fair-owl", "investigator");
        member(page, 2, "slow-crane", "analyst", "publisher");
        page.locator("#hours").fill("Somebody reads every day between 9 and 21 o'clock.");
        page.locator("form[action='/set-up/plan'] button.go").click();
        assertThat(page.locator("main").innerText()).contains("quiet-lark").containsIgnoringCase("recovery paper");
    }

    private static void member(Page page, int number, String handle, String... duties) {
        page.locator("#member" + number).fill(handle);
        for (String duty : duties) {
            page.locator("#duty" + number + "-" + duty).check();
        }
    }

    private void sign(Page page) throws IOException, InterruptedException {
        Download text = page.waitForDownload(
                () -> page.locator("a[href='/set-up/roster.txt']").click());
        text.saveAs(elsewhere.resolve("roster-1.txt"));
        String root = elsewhere.resolve("root.key").toString();
        String roster = elsewhere.resolve("roster-1.txt").toString();
        assertThat(House.run(elsewhere, "sign", List.of("roster", "sign", "-i", root, roster)))
                .isZero();
        String said = Files.readString(elsewhere.resolve("logs/sign.err"))
                + Files.readString(elsewhere.resolve("logs/sign.out"));
        assertThat(said)
                .as("the digest that the page shows")
                .contains(page.locator(".secret").innerText());
        page.locator("#signature")
                .fill(said.lines()
                        .filter(line -> line.startsWith("signature root"))
                        .findFirst()
                        .orElseThrow());
        page.locator("form[action='/set-up/sign'] button.go").click();
    }
}
