// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lapwing.seal.Vectors.hex;
import static org.lapwing.seal.Vectors.member;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The JDK's primitives that this room stands on, against Wycheproof's vectors. */
class PrimitivesTest {

    /** Where we use GCM (256-bit keys, 96-bit nonces, 128-bit tags) through {@link Gcm}. */
    @Test
    void gcmGivesWycheproofsVerdicts() throws Exception {
        int ran = 0;
        for (Wycheproof.Group group : Wycheproof.groups("aes_gcm_test.json", 316)) {
            if (group.number("keySize") == 256 && group.number("ivSize") == 96 && group.number("tagSize") == 128) {
                for (String test : group.tests()) {
                    byte[] sealed = hex(member(test, "ct") + member(test, "tag"));
                    byte[] key = hex(member(test, "key"));
                    byte[] opened = Gcm.open(key, hex(member(test, "iv")), hex(member(test, "aad")), sealed);
                    byte[] expected = member(test, "result").equals("valid") ? hex(member(test, "msg")) : null;
                    assertThat(opened).as("tcId %s", member(test, "tcId")).isEqualTo(expected);
                    if (expected != null) {
                        assertThat(Gcm.seal(key, hex(member(test, "iv")), hex(member(test, "aad")), expected))
                                .isEqualTo(sealed);
                    }
                    ran++;
                }
            }
        }
        assertThat(ran).isEqualTo(66);
    }

    @Test
    void chaCha20Poly1305GivesWycheproofsVerdicts() throws Exception {
        int ran = 0;
        for (Wycheproof.Group group : Wycheproof.groups("chacha20_poly1305_test.json", 325)) {
            for (String test : group.tests()) {
                byte[] expected = member(test, "result").equals("valid") ? hex(member(test, "msg")) : null;
                assertThat(chaChaOpen(test)).as("tcId %s", member(test, "tcId")).isEqualTo(expected);
                ran++;
            }
        }
        assertThat(ran).isEqualTo(325);
    }

    private static byte @Nullable [] chaChaOpen(String test) {
        try {
            Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(hex(member(test, "key")), "ChaCha20"),
                    new IvParameterSpec(hex(member(test, "iv"))));
            cipher.updateAAD(hex(member(test, "aad")));
            return cipher.doFinal(hex(member(test, "ct") + member(test, "tag")));
        } catch (GeneralSecurityException refused) {
            return null;
        }
    }

    @Test
    void hkdfGivesWycheproofsKeys() throws IOException {
        int ran = 0;
        for (Wycheproof.Group group : Wycheproof.groups("hkdf_sha256_test.json", 86)) {
            for (String test : group.tests()) {
                int size = Integer.parseInt(member(test, "size"));
                byte[] derived;
                try {
                    derived = Hkdf.derive(
                            hex(member(test, "ikm")), hex(member(test, "salt")), hex(member(test, "info")), size);
                } catch (SealException tooLong) {
                    derived = new byte[0];
                }
                byte[] expected = member(test, "result").equals("valid") ? hex(member(test, "okm")) : new byte[0];
                assertThat(derived).as("tcId %s", member(test, "tcId")).isEqualTo(expected);
                ran++;
            }
        }
        assertThat(ran).isEqualTo(86);
    }

    /** Whole tags and those cut to 128 bits. */
    @Test
    void hmacGivesWycheproofsVerdicts() throws Exception {
        int ran = 0;
        for (Wycheproof.Group group : Wycheproof.groups("hmac_sha256_test.json", 174)) {
            for (String test : group.tests()) {
                byte[] tag = hex(member(test, "tag"));
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(hex(member(test, "key")), "HmacSHA256"));
                byte[] made = Arrays.copyOf(mac.doFinal(hex(member(test, "msg"))), tag.length);
                assertThat(Arrays.equals(made, tag))
                        .as("tcId %s", member(test, "tcId"))
                        .isEqualTo(member(test, "result").equals("valid"));
                ran++;
            }
        }
        assertThat(ran).isEqualTo(174);
    }
}
