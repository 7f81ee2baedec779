// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The cases that a run had finished when it was stopped. A run that finishes leaves nothing. */
record Kept(Path folder) {
    Optional<List<Figure>> read(String name) throws IOException {
        Path file = file(name);
        return Files.exists(file)
                ? Optional.of(Files.readAllLines(file, UTF_8).stream()
                        .map(line -> Figure.of(line.split("\t", -1)))
                        .toList())
                : Optional.empty();
    }

    void write(String name, List<Figure> figures) throws IOException {
        Files.createDirectories(folder);
        Files.write(
                file(name),
                figures.stream().map(each -> String.join("\t", each.cells())).toList(),
                UTF_8);
    }

    void forget(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    private Path file(String name) {
        return folder.resolve(name + ".tsv");
    }
}
