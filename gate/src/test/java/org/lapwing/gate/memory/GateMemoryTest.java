// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.gate.Browser;
import org.lapwing.gate.GateMain;
import org.lapwing.gate.Group;
import org.lapwing.seal.Receipt;
import org.lapwing.testing.Needles;
import org.lapwing.testing.Searched;

/** A gate as it is started, used by somebody and then by others, searched from outside through {@code /proc}. */
class GateMemoryTest {
    private static final String WORDS = "Сине-жёлтый чайник стоял у третьего окна.";
    private static final String NAME = "Вострелин Ладо";
    private static final String CONTACT = "lantern-under-the-stair@other.example";
    private static final String FILE_NAME = "tin-kettle-photo.jpg";
    private static final String FILE = "a ladder that nobody took away";

    @TempDir
    Path folder;

    private Process gate;
    private URI address;
    private Group group;

    @BeforeEach
    void start() throws IOException {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/proc/self/mem")), "memory is searched through /proc, which is not here");
        group = new Group(LocalDate.now(ZoneOffset.UTC));
        Path roster = group.handOver(folder.resolve("group"));
        gate = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+DisableAttachMechanism",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GateMain.class.getName(),
                        "--data",
                        folder.resolve("data").toString(),
                        "--roster",
                        roster.toString(),
                        "--port",
                        "0",
                        "--collect-port",
                        "0",
                        "--child")
                .redirectError(folder.resolve("err").toFile())
                .start();
        BufferedReader out = gate.inputReader(UTF_8);
        String line = out.readLine();
        assertThat(line).as(Files.readString(folder.resolve("err"))).startsWith("The gate answers at ");
        address = URI.create(line.substring(line.indexOf("http")));
    }

    @AfterEach
    void end() throws InterruptedException {
        gate.destroyForcibly().waitFor();
    }

    @Test
    @Tag("long")
    void whatSomebodyTypedIsOverwrittenByWhatOthersDoAndNeverReachesTheDisk() throws Exception {
        Searched typed = new Searched(new Needles()
                .word("words", WORDS)
                .word("name", NAME)
                .word("contact", CONTACT)
                .word("file name", FILE_NAME));
        Browser browser = new Browser(address, "ru");
        browser.open();
        browser.press("check", "words", WORDS, "urgent", "yes");
        browser.press("files");
        browser.upload(Browser.Upload.of(FILE_NAME, (FILE + "\n").repeat(5000).getBytes(UTF_8)));
        browser.press("check");
        browser.press("identity");
        browser.press("keep-identity", "name", NAME, "contact", CONTACT);
        assertThat(typed.memory(gate.toHandle()))
                .as("the control: while it is being written")
                .contains("words", "name", "contact", "file name");
        browser.press("send");
        Matcher receipt =
                Pattern.compile("(?s)<ol class=\"receipt\"[^>]*>(.*?)</ol>").matcher(browser.page);
        assertThat(receipt.find()).as(browser.page).isTrue();
        String ten = receipt.group(1).replaceAll("<[^>]+>", " ").strip().replaceAll("\\s+", " ");
        Receipt own = (Receipt) Receipt.parse(ten);
        Searched all = new Searched(new Needles()
                .word("words", WORDS)
                .word("name", NAME)
                .word("contact", CONTACT)
                .word("file name", FILE_NAME)
                .word("file", FILE)
                .word("receipt in words", ten)
                .word("receipt in digits", own.revealDigits())
                .key("mailbox seed", own.mailbox().revealSeed())
                .key("proving key", own.revealProveKey()));
        assertThat(all.memory(gate.toHandle()))
                .as("the control: while the receipt is shown")
                .contains("mailbox seed");
        browser.post("leave");
        // How long it lingers is the library's and the collector's affair; that it goes is what is promised.
        for (int i = 0; i < 600; i++) {
            Browser other = new Browser(address, "en");
            other.open();
            other.press("check", "words", "Somebody else's words. ".repeat(200));
            other.post("leave");
        }
        assertThat(all.memory(gate.toHandle()))
                .as("all but pieces of the file, which stay in a buffer until another large one comes")
                .isSubsetOf("file");
        assertThat(all.open(gate.toHandle())).as("open files").isEmpty();
        assertThat(all.disk(folder)).as("data, spool, temp and log folders").isEmpty();
    }
}
