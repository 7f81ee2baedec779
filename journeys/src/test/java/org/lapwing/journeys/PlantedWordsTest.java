// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journeys;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The control run: a search that could find nothing would prove nothing. */
class PlantedWordsTest {
    private final PlantedWords planted = new PlantedWords(List.of("сине-жёлтый чайник"));

    @TempDir
    Path folder;

    @Test
    void findsWordsThatWereWrittenDownPlainly() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("a/b")).resolve("row"), "\0был сине-жёлтый чайник\0");
        assertThat(planted.in(folder, file -> false)).singleElement().asString().contains("UTF-8");
    }

    @Test
    void findsWordsInUtf16AndInsideAZip() throws IOException {
        Files.write(folder.resolve("heap"), "x сине-жёлтый чайник".getBytes(UTF_16LE));
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("copy")))) {
            zip.putNextEntry(new ZipEntry("words.txt"));
            zip.write("сине-жёлтый чайник ".repeat(50).getBytes(UTF_8));
        }
        assertThat(planted.in(folder, file -> false))
                .anyMatch(each -> each.contains("heap holds"))
                .anyMatch(each -> each.contains("copy!words.txt holds"));
    }

    @Test
    void findsAWordInAFilesName() throws IOException {
        Files.writeString(folder.resolve("сине-жёлтый чайник.jpg"), "");
        assertThat(planted.in(folder, file -> false)).singleElement().asString().contains("its name");
    }

    @Test
    void leavesAloneWhatWasPublished() throws IOException {
        Files.writeString(folder.resolve("released"), "сине-жёлтый чайник");
        assertThat(planted.in(folder, file -> file.endsWith("released"))).isEmpty();
    }
}
