// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class ScratchKeyTest {
    private static final byte[] WORDS = "A kettle stood by the third window.".getBytes(StandardCharsets.UTF_8);
    private final SecureRandom random = new SecureRandom();

    @Test
    void aPieceComesBackUnderItsNumberAndUnderNoOther() {
        try (ScratchKey key = ScratchKey.generate(random)) {
            byte[] sealed = key.seal(7, WORDS);
            assertThat(sealed).hasSize(WORDS.length + ScratchKey.OVERHEAD_BYTES);
            assertThat(key.open(7, sealed)).hasValue(WORDS);
            assertThat(key.open(8, sealed)).isEmpty();
            assertThat(key.seal(8, WORDS)).isNotEqualTo(sealed);
        }
    }

    @Test
    void whatWasTurnedCutOrSealedByAnotherIsRefused() {
        try (ScratchKey key = ScratchKey.generate(random);
                ScratchKey other = ScratchKey.generate(random)) {
            byte[] sealed = key.seal(0, WORDS);
            assertThat(other.open(0, sealed)).isEmpty();
            assertThat(key.open(0, java.util.Arrays.copyOf(sealed, 10))).isEmpty();
            for (int at = 0; at < sealed.length; at++) {
                byte[] turned = sealed.clone();
                turned[at] ^= 1;
                assertThat(key.open(0, turned)).isEmpty();
            }
        }
    }

    @Test
    void nothingOpensOnceItIsClosed() {
        ScratchKey key = ScratchKey.generate(random);
        byte[] sealed = key.seal(0, WORDS);
        key.close();
        assertThat(key.open(0, sealed)).isEmpty();
    }
}
