// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * One small secret sealed to one recipient: HPKE single shot (RFC 9180 section 6.1, base mode, X-Wing, HKDF-SHA256,
 * ChaCha20-Poly1305). The result is {@code enc} (1,120 bytes), then the ciphertext (16 bytes longer than the plaintext).
 *
 * <p>Guaranteed: only the recipient's identity opens it, and only with the same {@code info} and {@code aad}. Not
 * guaranteed: who sealed it. {@code info} names the purpose (a label such as {@code lapwing/share/v1}), {@code aad} the
 * thing it belongs to.
 */
public final class Box {

    /** By how much a box is longer than what it holds. */
    public static final int OVERHEAD_BYTES = Hpke.ENC_BYTES + Hpke.TAG_BYTES;

    private Box() {}

    /** Seals {@code plaintext} so that only {@code to} opens it, under the same {@code info} and {@code aad}. */
    public static byte[] seal(HybridRecipient to, byte[] info, byte[] aad, byte[] plaintext, SecureRandom random) {
        return Hpke.seal(to, info, aad, plaintext, random);
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws SealException if it was sealed to another key or for another purpose or thing, or was altered or cut; these
     *     are not told apart
     */
    public static byte[] open(HybridIdentity with, byte[] info, byte[] aad, byte[] box) {
        if (box.length < OVERHEAD_BYTES) {
            throw new SealException("This sealed box has %,d bytes, too few: the smallest has %,d."
                    .formatted(box.length, OVERHEAD_BYTES));
        }
        byte[] enc = Arrays.copyOf(box, Hpke.ENC_BYTES);
        byte[] ciphertext = Arrays.copyOfRange(box, Hpke.ENC_BYTES, box.length);
        try {
            return Hpke.open(with.pair(), enc, info, aad, ciphertext);
        } catch (Hpke.MalformedEncapsulation | Hpke.WrongKey e) {
            throw new SealException("""
                This sealed box does not open with this key.
                Maybe it was sealed to another key or for another purpose, or it was altered.\
                """, e);
        }
    }
}
