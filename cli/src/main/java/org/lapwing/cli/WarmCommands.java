// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/** The commands that are used most, once each with invented input, so that {@link Warm} sees what they load. */
final class WarmCommands {
    private WarmCommands() {}

    /** @param words the folder in which to work */
    public static void main(String[] words) throws IOException {
        Path folder = Path.of(words[0]);
        Path key = folder.resolve("key.txt");
        Path plain = Files.writeString(folder.resolve("note.txt"), "The cellar had three doors.\n");
        Path sealed = folder.resolve("note.age");
        run("--version");
        run("keygen", "-o", key.toString());
        String mark = "# public key: ";
        List<String> lines = Files.readAllLines(key);
        String to = lines.stream()
                .filter(line -> line.startsWith(mark))
                .findFirst()
                .orElseThrow()
                .substring(mark.length());
        run("seal", "-r", to, "-o", sealed.toString(), plain.toString());
        run("open", "-i", key.toString(), "-o", folder.resolve("again.txt").toString(), sealed.toString());
        run("verify", "--help");
    }

    private static void run(String... words) {
        Terminal nowhere = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                OutputStream.nullOutputStream(),
                new PrintWriter(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        if (Lapwing.commandLine(nowhere, new SecureRandom()).execute(words) != 0) {
            throw new IllegalStateException("warming: " + words[0] + " did not end well");
        }
    }
}
