// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.tables.OverlapTable;

/** What {@code lapwing link} writes is what {@code lapwing estimate} reads. All people are invented. */
final class LinkThenEstimateTest {
    private static final String[] SYLLABLES = {"ka", "ri", "mo", "ve", "lu", "sa", "to", "ni", "be", "dar", "gu", "pi"};

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    private int run(ByteArrayOutputStream out, String... words) {
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), out, new PrintWriter(err, true));
        return Lapwing.commandLine(terminal, new SecureRandom()).execute(words);
    }

    private static String name(Random random) {
        return SYLLABLES[random.nextInt(12)] + SYLLABLES[random.nextInt(12)] + SYLLABLES[random.nextInt(12)];
    }

    /** Of 300 people each of three lists finds about half. */
    private String[] threeLists() throws IOException {
        String[] names = {"amber", "birch", "clover"};
        StringBuilder[] lists = new StringBuilder[3];
        for (int list = 0; list < 3; list++) {
            lists[list] = new StringBuilder("id,given name,family name,birth date\n");
        }
        Random random = new Random(4);
        for (int person = 0; person < 300; person++) {
            String row = "%s,%s,%d-%02d-%02d%n"
                    .formatted(
                            name(random),
                            name(random),
                            1950 + random.nextInt(50),
                            1 + random.nextInt(12),
                            1 + random.nextInt(28));
            for (int list = 0; list < 3; list++) {
                if (random.nextInt(2) == 0) {
                    lists[list].append(names[list]).append(person).append(',').append(row);
                }
            }
        }
        String[] files = new String[3];
        for (int list = 0; list < 3; list++) {
            files[list] = Files.writeString(folder.resolve(names[list] + ".csv"), lists[list])
                    .toString();
        }
        return files;
    }

    @Test
    void theOverlapsAndTheSamplesOfALinkageAreEstimatedFrom() throws IOException {
        String[] files = threeLists();
        Path linked = folder.resolve("linked");
        assertThat(run(
                        new ByteArrayOutputStream(),
                        "link",
                        "--out",
                        linked.toString(),
                        "--samples",
                        "5",
                        files[0],
                        files[1],
                        files[2]))
                .as(err.toString())
                .isZero();

        ByteArrayOutputStream once = new ByteArrayOutputStream();
        String overlap = linked.resolve("overlap.csv").toString();
        assertThat(run(once, "estimate", overlap, "--method", "dga,sparse", "--json", "--seed", "1"))
                .as(err.toString())
                .isZero();
        long documented = OverlapTable.read(Path.of(overlap)).leastObserved();
        assertThat(documented).isBetween(240L, 290L);
        assertThat(once.toString(StandardCharsets.UTF_8)).contains("\"observed\": " + documented);

        ByteArrayOutputStream sampled = new ByteArrayOutputStream();
        String samples = linked.resolve("samples.csv").toString();
        assertThat(run(sampled, "estimate", samples, "--samples", "--method", "dga,sparse", "--json", "--seed", "1"))
                .as(err.toString())
                .isZero();
        assertThat(sampled.toString(StandardCharsets.UTF_8)).contains("\"share_from_matching\": ", "\"tables\": 5");
    }
}
