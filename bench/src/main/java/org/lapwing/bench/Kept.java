// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The cases that a run had finished when it was stopped. A run that finishes leaves nothing. */
record Kept(Path folder) {
    Optional<List<Figure>> read(String name) throws IOException {
        Path file = folder.resolve(name + ".tsv");
        return Files.exists(file)
                ? Optional.of(Files.readAllLines(file, UTF_8).stream()
                        .map(line -> Figure.of(line.split("\t", -1)))
                        .toList())
                : Optional.empty();
    }

    void write(String name, List<Figure> figures) throws IOException {
        Files.createDirectories(folder);
        Files.write(
                folder.resolve(name + ".tsv"),
                figures.stream().map(each -> String.join("\t", each.cells())).toList(),
                UTF_8);
    }

    void forget() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
