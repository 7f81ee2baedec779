// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.Json;
import org.lapwing.gate.Browser;
import org.lapwing.gate.GateMain;
import org.lapwing.gate.Group;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.Receipt;
import org.lapwing.seal.SealingStream;
import org.lapwing.seal.SizeClass;
import org.lapwing.seal.WordList;
import org.lapwing.testing.Needles;
import org.lapwing.testing.Searched;

/** A gate as it is started, used by somebody and then by others, searched from outside through {@code /proc}. */
class GateMemoryTest {
    private static final String WORDS = "Сине-жёлтый чайник стоял у третьего окна.";
    private static final String NAME = "Вострелин Ладо";
    private static final String CONTACT = "lantern-under-the-stair@other.example";
    private static final String FILE_NAME = "tin-kettle-photo.jpg";
    private static final String FILE = "a ladder that nobody took away";
    private static final String REPLY = "Мы верим вам; фонарь горит до четверга.";
    /** Each look takes a second or so; the gate waits three of quiet. */
    private static final int MOST_LOOKS = 40;

    @TempDir
    Path folder;

    private Process gate;
    private URI address;
    private Group group;
    private Receipt earlier;

    @BeforeEach
    void start() throws IOException {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/proc/self/mem")), "memory is searched through /proc, which is not here");
        group = new Group(LocalDate.now(ZoneOffset.UTC));
        Path roster = group.handOver(folder.resolve("group"));
        waiting();
        gate = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + Path.of("..", "tools", "gate.options"),
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

    /** A reply to somebody who came on another day. */
    private void waiting() throws IOException {
        earlier = Receipt.generate(group.random);
        byte[] json = CanonicalJson.encode(
                Json.tree(Map.of("version", Json.of(1), "language", Json.of("ru"), "words", Json.of(REPLY))));
        var sealed = new ByteArrayOutputStream();
        try (SealingStream out = AgeFile.seal(List.of(earlier.mailbox().recipient()), sealed, group.random)) {
            out.write(json);
            SizeClass.pad(out, json.length);
        }
        Path replies = Files.createDirectories(folder.resolve("data/replies"));
        Files.write(replies.resolve(HexFormat.of().formatHex(earlier.locator())), sealed.toByteArray());
    }

    @AfterEach
    void end() throws InterruptedException {
        gate.destroyForcibly().waitFor();
    }

    @Test
    @Tag("long")
    void whatSomebodyTypedAndReadIsGoneFromMemorySoonAfterTheyLeftAndNeverReachesTheDisk() throws Exception {
        Receipt own = send();
        Searched all = searched(own);
        Browser returned = comeBack();
        assertThat(all.memory(gate.toHandle()))
                .as("the control: while the reply is read")
                .contains("reply", "earlier receipt in digits", "earlier mailbox seed");
        returned.post("leave");
        Set<String> found = all.memory(gate.toHandle());
        for (int look = 0; look < MOST_LOOKS && !found.isEmpty(); look++) {
            found = all.memory(gate.toHandle());
        }
        assertThat(found).as("in the memory of a gate that is quiet").isEmpty();
        assertThat(all.open(gate.toHandle())).as("open files").isEmpty();
        assertThat(all.disk(folder)).as("data, spool, temp and log folders").isEmpty();
        assertThat(new Browser(address, "en").open().body())
                .as("the gate goes on")
                .contains("name=\"words\"");
    }

    private Receipt send() throws Exception {
        Browser browser = new Browser(address, "ru");
        browser.open();
        browser.press("check", "words", WORDS, "urgent", "yes");
        browser.press("files");
        browser.upload(Browser.Upload.of(FILE_NAME, (FILE + "\n").repeat(5000).getBytes(UTF_8)));
        browser.press("check");
        browser.press("identity");
        browser.press("keep-identity", "name", NAME, "contact", CONTACT);
        assertThat(new Searched(typed()).memory(gate.toHandle()))
                .as("the control: while it is being written")
                .contains("words", "name", "contact", "file name");
        browser.press("send");
        Matcher receipt =
                Pattern.compile("(?s)<ol class=\"receipt\"[^>]*>(.*?)</ol>").matcher(browser.page);
        assertThat(receipt.find()).as(browser.page).isTrue();
        Receipt own = (Receipt) Receipt.parse(
                receipt.group(1).replaceAll("<[^>]+>", " ").strip().replaceAll("\\s+", " "));
        assertThat(searched(own).memory(gate.toHandle()))
                .as("the control: while the receipt is shown")
                .contains("mailbox seed");
        browser.post("leave");
        return own;
    }

    private Browser comeBack() throws Exception {
        Browser browser = new Browser(address, "ru");
        browser.open();
        browser.press("come-back");
        browser.press("return", "receipt", earlier.revealDigits());
        assertThat(browser.page).contains(REPLY);
        return browser;
    }

    private static Needles typed() {
        return new Needles()
                .word("words", WORDS)
                .word("name", NAME)
                .word("contact", CONTACT)
                .word("file name", FILE_NAME);
    }

    private Searched searched(Receipt own) {
        return new Searched(typed().word("file", FILE)
                .word("reply", REPLY)
                .word("receipt in words", String.join(" ", own.revealWords(WordList.RUSSIAN)))
                .word("receipt in digits", own.revealDigits())
                .word("earlier receipt in digits", earlier.revealDigits())
                .key("mailbox seed", own.mailbox().revealSeed())
                .key("proving key", own.revealProveKey())
                .key("earlier mailbox seed", earlier.mailbox().revealSeed()));
    }
}
