// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SizeClassTest {

    @Test
    void keepsTheClassesOfTheFormat() {
        long[] lengths = {0, 1, 65_535, 65_536, 65_537, 73_728, 73_729, 82_944, 82_945};
        assertThat(Arrays.stream(lengths).map(SizeClass::paddedLength))
                .containsExactly(65_536L, 65_536L, 65_536L, 65_536L, 73_728L, 73_728L, 82_944L, 82_944L, 93_440L);
        assertThat(SizeClass.paddedLength(500L << 20)).isEqualTo(FIVE_HUNDRED_MIB_CLASS);
    }

    private static final long FIVE_HUNDRED_MIB_CLASS = 575_632_896L;

    @Test
    void hasClassesAboutAnEighthApart() {
        long size = SizeClass.SMALLEST_BYTES;
        int classes = 1;
        while (size < 500L << 20) {
            long next = SizeClass.paddedLength(size + 1);
            assertThat(next).isGreaterThan(size).isLessThanOrEqualTo(size + size / 8 + 256);
            assertThat(next * 1000 / size).isBetween(1125L, 1127L);
            assertThat(SizeClass.paddedLength(next)).isEqualTo(next);
            size = next;
            classes++;
        }
        assertThat(classes).isEqualTo(78);
    }

    @Test
    void refusesLengthsWithoutAClass() {
        assertThatThrownBy(() -> SizeClass.paddedLength(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SizeClass.paddedLength(SizeClass.MAX_LENGTH + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 200_000})
    void padsAndGivesBack(int length) throws IOException {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        byte[] padded = padded(content);
        assertThat(padded).hasSize((int) SizeClass.paddedLength(length));
        assertThat(SizeClass.unpadded(new ByteArrayInputStream(padded), length).readAllBytes())
                .isEqualTo(content);
    }

    @Test
    void refusesAWrongLengthOrPadding() throws IOException {
        byte[] content = {1, 2, 3};
        byte[] padded = padded(content);
        byte[] filled = padded.clone();
        filled[40_000] = 1;
        assertRefused(filled, 3);
        assertRefused(padded, 2);
        assertRefused(padded, 65_537);
        assertRefused(Arrays.copyOf(padded, 65_535), 3);
        assertRefused(Arrays.copyOf(padded, 65_537), 3);
        assertRefused(content, 3);
    }

    @Test
    void findsTheEndOfATextAndRefusesAnotherClass() throws IOException {
        byte[] text = "{}".getBytes(StandardCharsets.UTF_8);
        assertThat(SizeClass.unpaddedText(padded(text))).isEqualTo(text);
        assertThat(SizeClass.unpaddedText(new byte[SizeClass.SMALLEST_BYTES])).isEmpty();
        for (int length : new int[] {0, 2, 65_535, 65_537, 73_728}) {
            byte[] wrong = Arrays.copyOf(padded(text), length);
            assertThatThrownBy(() -> SizeClass.unpaddedText(wrong)).isInstanceOf(SealException.class);
        }
    }

    private static void assertRefused(byte[] padded, long length) {
        assertThatThrownBy(() -> SizeClass.unpadded(new ByteArrayInputStream(padded), length)
                        .readAllBytes())
                .isInstanceOf(SealException.class);
    }

    private static byte[] padded(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(content);
        SizeClass.pad(out, content.length);
        return out.toByteArray();
    }
}
