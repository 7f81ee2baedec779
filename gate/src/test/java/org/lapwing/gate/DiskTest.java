// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.gate.spool.SpoolLimits;
import org.lapwing.seal.AgeFile;

/** Searches every file of the gate for what was typed. */
class DiskTest {
    private static final List<String> PLANTED = List.of(
            "planted-word-kittiwake",
            "посаженное-слово-зуёк",
            "planted-name-petrel",
            "planted-contact-godwit",
            "planted-file-content-plover",
            "planted-file-name-ruff.jpg",
            "planted-unsent-avocet");

    @TempDir
    Path folder;

    private static List<String> found(Path folder) throws IOException {
        var found = new ArrayList<String>();
        try (var walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (String planted : PLANTED) {
                    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
                        String bytes = new String(planted.getBytes(charset), StandardCharsets.ISO_8859_1);
                        if (content.contains(bytes) || file.toString().contains(planted)) {
                            found.add(planted);
                        }
                    }
                }
            }
        }
        return found.stream().distinct().toList();
    }

    @Test
    void nothingThatWasTypedOrUploadedIsOnTheDisk() throws Exception {
        Running running = new Running(folder, SpoolLimits.defaults());
        try (running) {
            Browser b = running.browser("ru");
            b.open();
            b.press("files", "words", PLANTED.get(0) + " " + PLANTED.get(1), "urgent", "yes");
            b.upload(Browser.Upload.of(
                    PLANTED.get(5), PLANTED.get(4).repeat(20_000).getBytes(StandardCharsets.UTF_8)));
            b.press("identity");
            b.press("keep-identity", "name", PLANTED.get(2), "contact", PLANTED.get(3));
            Browser unsent = running.browser("ru");
            unsent.open();
            unsent.press("check", "words", PLANTED.get(6));
            assertThat(found(folder)).isEmpty();
            b.press("send");
            assertThat(found(folder)).isEmpty();
            control(running);
        }
        assertThat(found(running.data)).isEmpty();
    }

    /** The same search finds the words once the desk's key has opened the files. */
    private void control(Running running) throws IOException {
        Path opened = Files.createDirectories(folder.resolve("opened"));
        for (Path file : running.files()) {
            if (file.toString().endsWith(".age")) {
                byte[] plain = AgeFile.openBytes(List.of(running.group.intake), Files.readAllBytes(file));
                Files.write(opened.resolve(file.getFileName()), plain);
            }
        }
        assertThat(found(opened)).contains(PLANTED.get(0), PLANTED.get(1), PLANTED.get(4), PLANTED.get(5));
    }
}
