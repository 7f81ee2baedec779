// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key and nonce of one message (RFC 9180 section 5.1, base mode, no PSK) of the suite in {@link Hpke}. By the JDK, whose
 * SHA-256 and ChaCha20 use the processor's own instructions.
 */
record HpkeKeys(byte[] key, byte[] nonce) {

    private static final byte[] SUITE = {'H', 'P', 'K', 'E', 0x64, 0x7a, 0, 1, 0, 3};
    private static final byte[] VERSION = ascii("HPKE-v1");
    private static final byte[] NOTHING = new byte[0];
    /** HMAC fills a key that is shorter with zeros: the same as an empty one. */
    private static final byte[] NO_SALT = new byte[32];

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;

    static HpkeKeys of(byte[] sharedSecret, byte[] info) {
        byte[] context = Layout.of("\0")
                .raw(extract(NO_SALT, "psk_id_hash", NOTHING))
                .raw(extract(NO_SALT, "info_hash", info))
                .bytes();
        byte[] secret = extract(sharedSecret, "secret", NOTHING);
        return new HpkeKeys(
                expand(secret, "key", context, KEY_BYTES), expand(secret, "base_nonce", context, NONCE_BYTES));
    }

    /** Seals the first and only message into {@code out} from {@code at} on. */
    void seal(byte[] aad, byte[] plaintext, byte[] out, int at) {
        try {
            Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
            cipher.updateAAD(aad);
            cipher.doFinal(plaintext, 0, plaintext.length, out, at);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has ChaCha20-Poly1305", e);
        }
    }

    private static byte[] extract(byte[] salt, String label, byte[] material) {
        return Digests.hmacSha256(
                salt,
                new Layout()
                        .raw(VERSION)
                        .raw(SUITE)
                        .raw(ascii(label))
                        .raw(material)
                        .bytes());
    }

    /** At most one block of the hash. */
    private static byte[] expand(byte[] secret, String label, byte[] context, int length) {
        byte[] info = new Layout()
                .u16(length)
                .raw(VERSION)
                .raw(SUITE)
                .raw(ascii(label))
                .raw(context)
                .raw(new byte[] {1})
                .bytes();
        return java.util.Arrays.copyOf(Digests.hmacSha256(secret, info), length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "HpkeKeys";
    }
}
