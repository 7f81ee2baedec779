// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start-up caches of {@code lapwing warm}: they fit, hold nothing of what was typed, and are missed by nobody. */
@Tag("long")
class WarmTest {
    private static final Path PACKAGED = House.ROOT.resolve("target/lapwing").toAbsolutePath();

    @TempDir
    Path folder;

    private int java(List<String> options, String room, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Dlapwing.house=" + PACKAGED);
        command.add("@" + PACKAGED.resolve(room));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("told").toFile())
                .start()
                .waitFor();
    }

    private String told() throws IOException {
        return Files.readString(folder.resolve("told"));
    }

    private static List<Path> inHouse() throws IOException {
        try (Stream<Path> files = Files.list(PACKAGED)) {
            return files.filter(each -> !each.toString().endsWith(".aot"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyRoomStartsFromItsCacheAndTheWalkLeavesNothingElse() throws Exception {
        List<Path> before = inHouse();
        assertThat(java(List.of(), "cli", "org.lapwing.cli.Lapwing", "warm"))
                .as(told())
                .isZero();
        assertThat(inHouse()).isEqualTo(before);

        // with "on" a cache that does not fit is an error and not a slow start
        List<String> insisting = List.of("-XX:AOTMode=on");
        assertThat(java(insisting, "cli", "org.lapwing.cli.Lapwing", "--version"))
                .as(told())
                .isZero();
        assertThat(java(insisting, "gate", "org.lapwing.gate.GateMain"))
                .as(told())
                .isEqualTo(2);
        assertThat(told()).contains("--data and --roster are needed");
        assertThat(java(insisting, "desk", "org.lapwing.desk.DeskMain", "--nonsense"))
                .as(told())
                .isEqualTo(2);

        for (String room : List.of("gate", "desk")) { // the command's own sample text is a constant of its code
            String cache = Files.readString(PACKAGED.resolve(room + ".aot"), StandardCharsets.ISO_8859_1);
            assertThat(cache).contains("org/lapwing/" + room); // the search does find what is there
            assertThat(cache).doesNotContain("Three doors. Eleven of us.", "Corn Crake");
        }
    }

    @Test
    void aCacheThatDoesNotFitIsPassedOverInSilence() throws Exception {
        Path cache = Files.writeString(folder.resolve("broken.aot"), "not a cache");
        String start = Files.readString(PACKAGED.resolve("cli"))
                .replaceFirst("\"-XX:AOTCache=[^\"]*\"", "\"-XX:AOTCache=" + cache + "\"");
        Path room = Files.writeString(folder.resolve("cli"), start);
        assertThat(java(List.of(), room.toString(), "org.lapwing.cli.Lapwing", "--version"))
                .isZero();
        assertThat(told()).isEqualTo("lapwing 0.1.0\n");
        assertThat(java(List.of("-XX:AOTMode=on"), room.toString(), "org.lapwing.cli.Lapwing", "--version"))
                .isNotZero();
    }
}
