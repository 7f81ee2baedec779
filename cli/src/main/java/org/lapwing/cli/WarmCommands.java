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
import java.util.Random;

/** The commands that are used most, once each with invented input, so that {@link Warm} sees what they load. */
final class WarmCommands {
    private static final int PEOPLE = 1500;
    private static final List<String> SYLLABLES =
            List.of("ka", "ri", "mo", "ve", "lu", "sa", "to", "ni", "be", "dar", "gu", "pi");
    private static final List<String> CYRILLIC =
            List.of("ка", "ри", "мо", "ве", "лу", "са", "то", "ни", "бе", "дар", "гу", "пи");

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
        Path amber = Files.writeString(folder.resolve("amber.csv"), list(0, SYLLABLES));
        Path birch = Files.writeString(folder.resolve("birch.csv"), list(1, CYRILLIC));
        run("link", "--out", folder.resolve("linked").toString(), amber.toString(), birch.toString());
    }

    /** Invented people, two of three on each list, with slips here and there. */
    private static String list(int which, List<String> syllables) {
        Random random = new Random(which + 1);
        StringBuilder rows = new StringBuilder("id,given name,family name,birth date,town,sex\n");
        for (int i = 0; i < PEOPLE; i++) {
            Random person = new Random(i);
            String row = word(person, syllables, 2) + "," + word(person, syllables, 3)
                    + (random.nextInt(20) == 0 ? "a" : "")
                    + ",%d-%02d-%02d,"
                            .formatted(1950 + person.nextInt(50), 1 + person.nextInt(12), 1 + person.nextInt(28))
                    + word(new Random(person.nextInt(40)), syllables, 3) + (person.nextBoolean() ? ",f\n" : ",m\n");
            if (i % 3 != which) {
                rows.append(i).append(',').append(row);
            }
        }
        return rows.toString();
    }

    private static String word(Random random, List<String> syllables, int count) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < count; i++) {
            word.append(syllables.get(random.nextInt(syllables.size())));
        }
        return word.toString();
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
