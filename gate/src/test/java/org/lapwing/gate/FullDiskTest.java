// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lapwing.gate.spool.SpoolLimits;
import org.lapwing.seal.Receipt;
import org.lapwing.testing.SmallDisk;

/** A visitor while the gate's disk takes nothing: every page says what is so, and what was typed stays to be sent later. */
class FullDiskTest {
    private static final String WORDS = "A kettle stood by the third window.";
    private static final String NAME = "Corn Crake";
    private static final String CONTACT = "by the mill";

    private static void takeNothingMore(SmallDisk disk, boolean full) throws Exception {
        if (full) {
            disk.fill(0);
        } else {
            disk.readOnly();
        }
    }

    private static void takeAgain(SmallDisk disk, boolean full) throws Exception {
        if (full) {
            disk.makeRoom();
        } else {
            disk.writable();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|true|There is no room left here right now|words cannot be sent either",
                "en|false|There is no room left here right now|words cannot be sent either",
                "ru|true|Сейчас здесь нет места|слова отправить тоже нельзя",
            })
    void everyPageSaysThatThereIsNoRoomAndNothingTypedIsLost(String tongue, boolean full, String noRoom, String neither)
            throws Exception {
        try (SmallDisk disk = SmallDisk.mounted(16);
                Running running = new Running(disk.folder(), new SpoolLimits(1 << 20, 3, 8 << 20, 10))) {
            Browser browser = running.browser(tongue);
            browser.open();
            takeNothingMore(disk, full);

            assertThat(browser.press("files", "words", WORDS, "urgent", "yes")).contains("type=\"file\"");
            assertThat(browser.upload(Browser.Upload.of("kettle.jpg", "a picture".getBytes(UTF_8))))
                    .contains(neither)
                    .contains("kettle.jpg");
            browser.press("identity");
            browser.press("keep-identity", "name", NAME, "contact", CONTACT);
            for (int i = 0; i < 3; i++) {
                assertThat(browser.press("send")).contains(noRoom).contains(WORDS);
            }
            assertThat(browser.press("words")).contains(WORDS);
            assertThat(browser.press("identity")).contains(NAME).contains(CONTACT);
            assertThat(browser.press("safer")).contains("<h1>");
            browser.press("back");
            browser.press("check");
            assertThat(running.reports()).isEmpty();
            anotherWhoComesBack(running, tongue, noRoom);

            takeAgain(disk, full);
            assertThat(browser.press("send")).contains("class=\"receipt\"");
            assertThat(running.onlyReport().get("words").text()).isEqualTo(WORDS);
        }
    }

    /** With a receipt: the box opens, additions and withdrawals are not taken and not lost. */
    private static void anotherWhoComesBack(Running running, String tongue, String noRoom) throws Exception {
        Browser browser = running.browser(tongue);
        browser.open();
        browser.press("come-back");
        browser.press(
                "return", "receipt", Receipt.generate(running.group.random).revealDigits());
        browser.press("withdraw");
        assertThat(browser.press("send", "words", "All of it."))
                .contains(noRoom)
                .contains("All of it.");
        browser.press("box");
        browser.press("forget");
        assertThat(browser.press("send")).contains(noRoom);
        browser.press("box");
        browser.press("add");
        browser.press("check", "words", "And one thing more.");
        assertThat(browser.press("send")).contains(noRoom).contains("And one thing more.");
        assertThat(browser.post("leave").statusCode()).isEqualTo(200);
    }
}
