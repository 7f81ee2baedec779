// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lapwing.seal.SealException;

class BlobsTest {
    @TempDir
    Path folder;

    private Blobs blobs;

    @BeforeEach
    void make() {
        blobs = new Blobs(folder.resolve("blobs"), new SecureRandom());
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("blobs"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 3_000_000})
    void givesBackWhatWasStored(int length) throws IOException {
        Blob blob = blobs.store(new ByteArrayInputStream(content(length)));

        assertThat(blob.length()).isEqualTo(length);
        try (InputStream in = blobs.open(blob)) {
            assertThat(in.readAllBytes()).isEqualTo(content(length));
        }
    }

    @Test
    void tellsLengthsApartOnlyByClass() throws IOException {
        blobs.store(new ByteArrayInputStream(new byte[70_000]));
        long one = Files.size(onlyFile());
        Files.delete(onlyFile());
        blobs.store(new ByteArrayInputStream(new byte[72_000]));

        assertThat(Files.size(onlyFile())).isEqualTo(one);
    }

    @Test
    void leavesNothingWhenTheSourceBreaksOff() throws IOException {
        InputStream broken = new FilterInputStream(new ByteArrayInputStream(content(200_000))) {
            private int left = 150_000;

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (left <= 0) {
                    throw new IOException("the line went dead");
                }
                int n = super.read(bytes, offset, Math.min(length, left));
                left -= n;
                return n;
            }
        };

        assertThatIOException().isThrownBy(() -> blobs.store(broken)).withMessage("the line went dead");
        try (Stream<Path> files = Files.list(folder.resolve("blobs"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void refusesABlobThatWasCutShortAlteredOrExchanged() throws IOException {
        Blob blob = blobs.store(new ByteArrayInputStream(content(200_000)));
        Path file = onlyFile();
        byte[] whole = Files.readAllBytes(file);

        Files.write(file, Arrays.copyOf(whole, whole.length - 65_552));
        assertRefused(blob);
        byte[] altered = whole.clone();
        altered[altered.length - 1] ^= 1;
        Files.write(file, altered);
        assertRefused(blob);
        Blob other = blobs.store(new ByteArrayInputStream(content(5)));
        Files.copy(
                folder.resolve("blobs").resolve(other.name() + ".age"),
                file,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertRefused(blob);
    }

    private void assertRefused(Blob blob) {
        assertThatExceptionOfType(SealException.class).isThrownBy(() -> {
            try (InputStream in = blobs.open(blob)) {
                in.readAllBytes();
            }
        });
    }

    @Test
    void deletesWhatIsThereAndPassesOverWhatIsNot() throws IOException {
        Blob blob = blobs.store(new ByteArrayInputStream(content(5)));
        blobs.delete(List.of(blob.name(), new Group().source));

        assertThatIOException().isThrownBy(() -> blobs.open(blob).close());
        blobs.delete(List.of(blob.name()));
    }
}
