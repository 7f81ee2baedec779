// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.linkage.LinkageException;

class SpillTest {

    private static final String PLANTED = "Qwyzzoph Xhjorkwist of Elsewhere";

    @TempDir
    private Path folder;

    private static ByteBuffer planted() {
        return ByteBuffer.wrap(PLANTED.repeat(1000).getBytes(StandardCharsets.UTF_8));
    }

    /** The open file, which has no name any more; only where the system shows a process its own files. */
    private Path nameless() throws IOException {
        Path own = Path.of("/proc/self/fd");
        Assumptions.assumeTrue(Files.isDirectory(own), "skipped: this system has no /proc/self/fd");
        try (Stream<Path> open = Files.list(own)) {
            return open.filter(each -> target(each)
                            .filter(name -> name.startsWith(folder.toString()))
                            .isPresent())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Optional<String> target(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Test
    void whatWasWrittenComesBackAndCannotBeReadByAnybodyElse() throws IOException {
        try (Spill spill = new Spill(folder, new SecureRandom(), new TestLock())) {
            Spill.Piece first = spill.write(planted());
            Spill.Piece second = spill.write(planted());
            assertThat(spill.read(second)).isEqualTo(planted());
            assertThat(spill.read(first)).isEqualTo(planted());
            assertThat(folder).isEmptyDirectory();

            byte[] file = Files.readAllBytes(nameless());
            assertThat(file).hasSize((int) spill.bytes());
            assertThat(new String(file, StandardCharsets.ISO_8859_1))
                    .doesNotContain("Qwyzzoph")
                    .doesNotContain("Xhjor");
            byte[] again = java.util.Arrays.copyOfRange(file, first.bytes() + 16, 2 * first.bytes() + 16);
            assertThat(again)
                    .as("no two pieces under one nonce")
                    .isNotEqualTo(java.util.Arrays.copyOf(file, again.length));
        }
        ByteArrayOutputStream control = new ByteArrayOutputStream();
        control.write(planted().array());
        assertThat(control.toString(StandardCharsets.UTF_8)).contains("Qwyzzoph");
    }

    @Test
    void nobodyElsesKeyIsUsed() throws IOException {
        try (Spill one = new Spill(folder, new SecureRandom(), new TestLock())) {
            Spill.Piece piece = one.write(planted());
            byte[] sealed = Files.readAllBytes(nameless());
            one.close();
            try (Spill other = new Spill(folder, new SecureRandom(), new TestLock())) {
                other.write(planted());
                Files.write(nameless(), sealed, StandardOpenOption.WRITE);
                assertThatThrownBy(() -> other.read(piece))
                        .isInstanceOf(LinkageException.class)
                        .hasMessageContaining("came back changed");
            }
        }
    }

    @Test
    void aTurnedBitIsRefused() throws IOException {
        try (Spill spill = new Spill(folder, new SecureRandom(), new TestLock())) {
            Spill.Piece piece = spill.write(planted());
            byte[] sealed = Files.readAllBytes(nameless());
            sealed[40] ^= 1;
            Files.write(nameless(), sealed, StandardOpenOption.WRITE);
            assertThatThrownBy(() -> spill.read(piece)).hasMessageContaining("came back changed");
        }
    }

    @Test
    void numbersBeyondOnePieceComeBackInOrder() {
        int[] numbers = IntStream.range(0, 600_001).map(i -> i * 31).toArray();
        try (Spill spill = new Spill(folder, new SecureRandom(), new TestLock())) {
            List<Spill.Piece> written = spill.write(numbers);
            assertThat(written).hasSize(3);
            assertThat(spill.ints(written)).isEqualTo(numbers);
            assertThat(spill.ints(spill.write(new int[0]))).isEmpty();
        }
    }

    @Test
    void aFolderThatTakesNothingIsNamed() {
        try (Spill spill = new Spill(folder.resolve("absent"), new SecureRandom(), new TestLock())) {
            assertThatThrownBy(() -> spill.write(planted()))
                    .isInstanceOf(LinkageException.class)
                    .hasMessageContaining("absent")
                    .hasMessageContaining("--memory");
        }
    }

    @Test
    void memoryIsTakenUpToItsBound() {
        WorkingMemory memory = new WorkingMemory(100, new Spill(folder, new SecureRandom(), new TestLock()));
        memory.reserve(40);
        assertThat(memory.take(60)).isTrue();
        assertThat(memory.take(1)).isFalse();
        memory.reserve(Long.MAX_VALUE / 2);
        assertThat(memory.take(1)).isFalse();
        memory.close();
        assertThat(folder).isEmptyDirectory();
    }
}
