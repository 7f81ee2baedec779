// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** age files as streams: whole, or an error. */
class AgeFileTest {

    private static final int CHUNK = 64 * 1024;

    private final SecureRandom random = new SecureRandom();
    private final HybridIdentity identity = HybridIdentity.generate(random);
    private final List<HybridIdentity> key = List.of(identity);
    private final List<HybridRecipient> to = List.of(identity.recipient());

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4097, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 17})
    void givesBackWhatWasSealedInWritesAndReadsOfAnySize(int length) throws IOException {
        byte[] content = content(length);
        var pieces = new Random(length);
        var out = new ByteArrayOutputStream();
        try (SealingStream sealing = AgeFile.seal(to, out, random)) {
            for (int at = 0; at < length; ) {
                int n = Math.min(length - at, pieces.nextInt(1, 100_000));
                sealing.write(content, at, n);
                at += n;
            }
        }
        int chunks = Math.max(1, (length + CHUNK - 1) / CHUNK);
        assertThat(payloadOf(out.toByteArray()).length).isEqualTo(16 + length + 16 * chunks);

        var read = new ByteArrayOutputStream();
        try (InputStream plain = AgeFile.open(key, new ByteArrayInputStream(out.toByteArray()))) {
            byte[] buffer = new byte[100_000];
            for (int n = plain.read(buffer, 0, pieces.nextInt(1, 100_000));
                    n >= 0;
                    n = plain.read(buffer, 0, pieces.nextInt(1, 100_000))) {
                read.write(buffer, 0, n);
            }
            assertThat(plain.read()).isEqualTo(-1);
        }
        assertThat(read.toByteArray()).isEqualTo(content);
        assertThat(AgeFile.openBytes(key, AgeFile.sealBytes(to, content, random)))
                .isEqualTo(content);
    }

    @Test
    void opensForEachRecipientAndForNobodyElse() {
        HybridIdentity second = HybridIdentity.generate(random);
        HybridIdentity stranger = HybridIdentity.generate(random);
        byte[] file = AgeFile.sealBytes(List.of(identity.recipient(), second.recipient()), content(10), random);
        assertThat(AgeFile.openBytes(key, file)).isEqualTo(content(10));
        assertThat(AgeFile.openBytes(List.of(stranger, second), file)).isEqualTo(content(10));
        assertThat(faultOf(() -> AgeFile.openBytes(List.of(stranger), file)))
                .isEqualTo(AgeFileException.Fault.NO_MATCH);
        assertThat(faultOf(() -> AgeFile.openBytes(List.of(), file))).isEqualTo(AgeFileException.Fault.NO_MATCH);
    }

    @Test
    void sealsEachTimeAnew() {
        assertThat(AgeFile.sealBytes(to, content(10), random)).isNotEqualTo(AgeFile.sealBytes(to, content(10), random));
    }

    @Test
    void refusesEveryTruncationOfASmallFile() {
        byte[] file = AgeFile.sealBytes(to, content(40), random);
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> AgeFile.openBytes(key, cut))
                    .as("%d bytes", length)
                    .isInstanceOf(SealException.class);
        }
    }

    @Test
    void refusesEveryOneByteChangeOfASmallFile() {
        byte[] file = AgeFile.sealBytes(to, content(40), random);
        for (int i = 0; i < file.length; i++) {
            byte[] changed = file.clone();
            changed[i] ^= (byte) (1 << i % 8);
            assertThatThrownBy(() -> AgeFile.openBytes(key, changed))
                    .as("byte %d", i)
                    .isInstanceOf(SealException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1})
    void refusesAnythingBehindTheEnd(int length) {
        byte[] file = AgeFile.sealBytes(to, content(length), random);
        for (int extra : new int[] {1, 16, 17, CHUNK + 16}) {
            byte[] longer = Arrays.copyOf(file, file.length + extra);
            assertThat(faultOf(() -> AgeFile.openBytes(key, longer))).isEqualTo(AgeFileException.Fault.PAYLOAD);
        }
    }

    @Test
    void refusesAFileCutAtAChunksEndAndKeepsRefusing() throws IOException {
        byte[] file = AgeFile.sealBytes(to, content(2 * CHUNK), random);
        byte[] cut = Arrays.copyOf(file, file.length - CHUNK - 16);
        InputStream plain = AgeFile.open(key, new ByteArrayInputStream(cut));
        for (int i = 0; i < 3; i++) {
            assertThat(faultOf(() -> plain.read())).isEqualTo(AgeFileException.Fault.PAYLOAD);
        }
    }

    @Test
    void refusesSwappedChunks() {
        byte[] file = AgeFile.sealBytes(to, content(3 * CHUNK), random);
        int first = file.length - 3 * (CHUNK + 16);
        byte[] swapped = file.clone();
        System.arraycopy(file, first, swapped, first + CHUNK + 16, CHUNK + 16);
        System.arraycopy(file, first + CHUNK + 16, swapped, first, CHUNK + 16);
        assertThat(faultOf(() -> AgeFile.openBytes(key, swapped))).isEqualTo(AgeFileException.Fault.PAYLOAD);
    }

    @Test
    void leavesARefusedFileWhenSealingIsAborted() throws IOException {
        for (int written : new int[] {0, 10, CHUNK, 2 * CHUNK + 5}) {
            var out = new ByteArrayOutputStream();
            SealingStream sealing = AgeFile.seal(to, out, random);
            sealing.write(content(written), 0, written);
            sealing.abort();
            sealing.close();
            assertThat(faultOf(() -> AgeFile.openBytes(key, out.toByteArray())))
                    .isEqualTo(AgeFileException.Fault.PAYLOAD);
        }
    }

    @Test
    void leavesARefusedFileWhenTheSourceBreaksOff() {
        var out = new ByteArrayOutputStream();
        InputStream breaking = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new IOException("the line broke");
                }
                return 'x';
            }
        };
        assertThatThrownBy(() -> AgeFile.seal(to, new ThrowingAtEnd(breaking), out, random))
                .isInstanceOf(IOException.class);
        assertThat(faultOf(() -> AgeFile.openBytes(key, out.toByteArray()))).isEqualTo(AgeFileException.Fault.PAYLOAD);
    }

    /** Passes single bytes on, so that the break is not swallowed by a bulk read that already has some. */
    private static final class ThrowingAtEnd extends InputStream {
        private final InputStream in;

        ThrowingAtEnd(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            bytes[offset] = (byte) in.read();
            return 1;
        }
    }

    /** Batches of 1 MiB are sealed side by side; what comes out must be what a single writer makes. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                CHUNK - 1,
                CHUNK,
                CHUNK + 1,
                16 * CHUNK - 1,
                16 * CHUNK,
                16 * CHUNK + 1,
                32 * CHUNK,
                83 * CHUNK + 7
            })
    void sealsALongSourceAsOneWriterWould(int length) throws IOException {
        byte[] content = content(length);
        var bulk = new ByteArrayOutputStream();
        AgeFile.seal(to, new ByteArrayInputStream(content), bulk, new GivenBytes(content(4096)));
        var single = new ByteArrayOutputStream();
        try (SealingStream sealing = AgeFile.seal(to, single, new GivenBytes(content(4096)))) {
            sealing.write(content);
        }
        assertThat(bulk.toByteArray()).isEqualTo(single.toByteArray());
        assertThat(AgeFile.openBytes(key, bulk.toByteArray())).isEqualTo(content);
    }

    @Test
    void leavesARefusedFileWhenALongSourceBreaksOff() {
        var out = new ByteArrayOutputStream();
        InputStream breaking =
                new SequenceInputStream(new ByteArrayInputStream(content(40 * CHUNK)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the line broke");
                    }
                });
        assertThatThrownBy(() -> AgeFile.seal(to, breaking, out, random)).isInstanceOf(IOException.class);
        assertThat(faultOf(() -> AgeFile.openBytes(key, out.toByteArray()))).isEqualTo(AgeFileException.Fault.PAYLOAD);
    }

    @Test
    void leavesARefusedFileWhenAWriteFailed() throws IOException {
        var written = new ByteArrayOutputStream();
        OutputStream fullDisk = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                if (written.size() > 80_000) {
                    throw new IOException("no space left");
                }
                written.write(b);
            }
        };
        SealingStream sealing = AgeFile.seal(to, fullDisk, random);
        assertThatThrownBy(() -> sealing.write(content(3 * CHUNK))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> sealing.write(1)).isInstanceOf(IOException.class);
        sealing.close();
        assertThat(faultOf(() -> AgeFile.openBytes(key, written.toByteArray())))
                .isEqualTo(AgeFileException.Fault.PAYLOAD);
    }

    @Test
    void refusesAnOverlongHeaderWithoutReadingOn() {
        byte[] endless = ("age-encryption.org/v1\n-> " + "x".repeat(AgeFile.MAX_HEADER_BYTES))
                .getBytes(StandardCharsets.US_ASCII);
        assertThat(faultOf(() -> AgeFile.openBytes(key, endless))).isEqualTo(AgeFileException.Fault.HEADER);
    }

    @Test
    void refusesToSealToNobodyOrTooMany() {
        assertThatThrownBy(() -> AgeFile.sealBytes(List.of(), content(1), random))
                .isInstanceOf(SealException.class);
        List<HybridRecipient> many = java.util.stream.IntStream.range(0, AgeFile.MAX_RECIPIENTS + 1)
                .mapToObj(_ -> HybridIdentity.generate(random).recipient())
                .toList();
        assertThatThrownBy(() -> AgeFile.sealBytes(many, content(1), random)).isInstanceOf(SealException.class);
        byte[] most = AgeFile.sealBytes(many.subList(1, many.size()), content(1), random);
        assertThat(most.length).isLessThan(AgeFile.MAX_HEADER_BYTES);
        assertThat(faultOf(() -> AgeFile.openBytes(key, most))).isEqualTo(AgeFileException.Fault.NO_MATCH);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 44, 45, 46, 47, 48, 49, 5000})
    void armorsAnyLengthAndTellsArmoredFromBinary(int length) throws IOException {
        byte[] file = AgeFile.sealBytes(to, content(length), random);
        var text = new ByteArrayOutputStream();
        try (OutputStream armor = AgeArmor.writer(text)) {
            armor.write(file);
        }
        assertThat(AgeArmor.reader(new ByteArrayInputStream(text.toByteArray())).readAllBytes())
                .isEqualTo(file);
        assertThat(AgeArmor.unwrapped(new ByteArrayInputStream(text.toByteArray()))
                        .readAllBytes())
                .isEqualTo(file);
        assertThat(AgeArmor.unwrapped(new ByteArrayInputStream(file)).readAllBytes())
                .isEqualTo(file);
    }

    @Test
    void refusesEveryTruncationOfArmorButForTheLastLineEnd() throws IOException {
        byte[] file = AgeFile.sealBytes(to, content(5), random);
        var text = new ByteArrayOutputStream();
        try (OutputStream armor = AgeArmor.writer(text)) {
            armor.write(file);
        }
        for (int length = 0; length < text.size() - 1; length++) {
            InputStream cut = AgeArmor.reader(new ByteArrayInputStream(text.toByteArray(), 0, length));
            assertThat(faultOf(() -> cut.readAllBytes())).as("%d", length).isEqualTo(AgeFileException.Fault.ARMOR);
        }
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(7).nextBytes(content);
        return content;
    }

    private static byte[] payloadOf(byte[] file) throws IOException {
        var in = new ByteArrayInputStream(file);
        AgeHeader.read(in, AgeFile.MAX_HEADER_BYTES);
        return in.readAllBytes();
    }

    private static AgeFileException.Fault faultOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(AgeFileException.class);
        return ((AgeFileException) thrown).fault();
    }
}
