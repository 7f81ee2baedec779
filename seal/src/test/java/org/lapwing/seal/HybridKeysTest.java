// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Hybrid keys in age's notation, and boxes sealed to them. */
class HybridKeysTest {

    /** From the age specification. */
    private static final String SECRET =
            "AGE-SECRET-KEY-PQ-1XX76JRALNLXDMEW0CRK45QMCCH4X06SE84UN3VPM33W6HWDX0H3SK3ZQFR";

    private static final byte[] INFO = {1};
    private static final byte[] AAD = {2};

    @Test
    void readsAndWritesAgesNotation() {
        HybridIdentity identity = HybridIdentity.parse(SECRET);
        assertThat(identity.revealSecretKey()).isEqualTo(SECRET);
        assertThat(identity.recipient().toString()).startsWith("age1pq1x34nzsvr0rxjsgdn8zgyhfe8j7ceq5r9rdelkjuh3y235");
        assertThat(HybridRecipient.parse(identity.recipient().toString())).isEqualTo(identity.recipient());
        assertThat(HybridIdentity.fromSeed(identity.revealSeed())).isEqualTo(identity);
    }

    @Test
    void refusesEveryOneCharacterChangeWithoutRepeatingTheKey() {
        for (int i = 0; i < SECRET.length(); i++) {
            String changed = SECRET.substring(0, i) + (SECRET.charAt(i) == 'Q' ? 'P' : 'Q') + SECRET.substring(i + 1);
            assertThatThrownBy(() -> HybridIdentity.parse(changed))
                    .isInstanceOf(SealException.class)
                    .message()
                    .doesNotContain("XX76")
                    .doesNotContain("ZQFR");
        }
    }

    @Test
    void refusesOtherCaseSpacesCutsAndClassicKeys() {
        String recipient = HybridIdentity.parse(SECRET).recipient().toString();
        for (String bad : new String[] {
            SECRET.toLowerCase(Locale.ROOT),
            SECRET + " ",
            " " + SECRET,
            SECRET.substring(0, 40),
            "",
            "AGE-SECRET-KEY-PQ-1",
            "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX",
            SECRET.substring(0, 60) + "q" + SECRET.substring(61)
        }) {
            assertThatThrownBy(() -> HybridIdentity.parse(bad)).as(bad).isInstanceOf(SealException.class);
        }
        for (String bad : new String[] {
            recipient.toUpperCase(Locale.ROOT),
            recipient + "\n",
            recipient.substring(0, 500),
            "",
            "age1pq1",
            "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"
        }) {
            assertThatThrownBy(() -> HybridRecipient.parse(bad)).as(bad).isInstanceOf(SealException.class);
        }
    }

    @Test
    void opensABoxOnlyWithItsKeyPurposeAndThing() {
        SecureRandom random = new SecureRandom();
        HybridIdentity identity = HybridIdentity.generate(random);
        byte[] secret = "share".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] box = Box.seal(identity.recipient(), INFO, AAD, secret, random);
        assertThat(box).hasSize(secret.length + Box.OVERHEAD_BYTES);
        assertThat(Box.open(identity, INFO, AAD, box)).isEqualTo(secret);
        assertThat(Box.seal(identity.recipient(), INFO, AAD, secret, random)).isNotEqualTo(box);

        assertThatThrownBy(() -> Box.open(HybridIdentity.generate(random), INFO, AAD, box))
                .isInstanceOf(SealException.class);
        assertThatThrownBy(() -> Box.open(identity, AAD, AAD, box)).isInstanceOf(SealException.class);
        assertThatThrownBy(() -> Box.open(identity, INFO, INFO, box)).isInstanceOf(SealException.class);
    }

    @Test
    void refusesEveryChangedByteAndEveryLengthOfABox() {
        HybridIdentity identity = HybridIdentity.fromSeed(new byte[32]);
        byte[] box = Box.seal(identity.recipient(), INFO, AAD, new byte[3], new SecureRandom());
        for (int i = 0; i < box.length; i++) {
            byte[] changed = box.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> Box.open(identity, INFO, AAD, changed))
                    .as("byte %d", i)
                    .isInstanceOf(SealException.class);
        }
        for (int length : new int[] {0, 1, 1119, 1120, 1136, box.length - 1, box.length + 1}) {
            byte[] cut = Arrays.copyOf(box, length);
            assertThatThrownBy(() -> Box.open(identity, INFO, AAD, cut))
                    .as("length %d", length)
                    .isInstanceOf(SealException.class);
        }
    }

    @Test
    void sharesOneIdentityAmongThreads() throws Exception {
        HybridIdentity identity = HybridIdentity.fromSeed(new byte[32]);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var results = new ArrayList<Future<byte[]>>();
            for (int i = 0; i < 400; i++) {
                byte[] plaintext = {(byte) i};
                Callable<byte[]> roundTrip = () -> Box.open(
                        identity, INFO, AAD, Box.seal(identity.recipient(), INFO, AAD, plaintext, new SecureRandom()));
                results.add(threads.submit(roundTrip));
            }
            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get()).containsExactly((byte) i);
            }
        }
    }
}
