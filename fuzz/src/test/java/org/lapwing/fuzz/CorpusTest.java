// SPDX-License-Identifier: Apache-2.0
package org.lapwing.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every kept input through its target, without the fuzzer: seeds of our own writers and what once broke something. */
class CorpusTest {
    static final Path CORPUS = Path.of(System.getProperty("lapwing.root"), "fuzz/src/test/corpus");

    static List<Path> kept(Target target) throws IOException {
        try (Stream<Path> files = Files.list(CORPUS.resolve(target.folder()))) {
            return files.sorted().toList();
        }
    }

    @TestFactory
    Stream<DynamicContainer> takesOrRefusesEveryKeptInput() {
        return Arrays.stream(Target.values())
                .map(target -> DynamicContainer.dynamicContainer(target.folder(), inputs(target)));
    }

    private static Stream<DynamicTest> inputs(Target target) {
        try {
            Parser parser = target.parser();
            return kept(target).stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString(), () -> parser.take(Files.readAllBytes(file))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void eachFolderOfTheCorpusIsATargetsAndTheWholeIsSmall() throws IOException {
        List<String> targets =
                Arrays.stream(Target.values()).map(Target::folder).sorted().toList();
        try (Stream<Path> folders = Files.list(CORPUS)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()).sorted())
                    .isEqualTo(targets);
        }
        long bytes = 0;
        for (Target target : Target.values()) {
            for (Path file : kept(target)) {
                bytes += Files.size(file);
            }
        }
        assertThat(bytes).isLessThan(1 << 20);
    }
}
