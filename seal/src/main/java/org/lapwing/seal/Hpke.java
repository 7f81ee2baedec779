// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/**
 * The one HPKE suite of Lapwing (RFC 9180, base mode): KEM 0x647a (X-Wing = MLKEM768-X25519), HKDF-SHA256,
 * ChaCha20-Poly1305. The same that age's hybrid recipients use. Opening is Bouncy Castle's; sealing, which a gate does four times
 * for each report, is {@link XWing} and {@link HpkeKeys}.
 */
final class Hpke {

    static final int SEED_BYTES = 32;
    static final int PUBLIC_KEY_BYTES = 1216;
    static final int ENC_BYTES = 1120;
    static final int TAG_BYTES = 16;

    private static final short X_WING = 0x647a;

    private Hpke() {}

    /** A fresh one each time: Bouncy Castle's object keeps a working state and is not for sharing. */
    private static HPKE suite() {
        return new HPKE(HPKE.mode_base, X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
    }

    static AsymmetricKeyParameter publicKey(byte[] bytes) {
        return suite().deserializePublicKey(bytes);
    }

    static AsymmetricCipherKeyPair keyPair(byte[] seed) {
        return suite().deserializePrivateKey(seed, null);
    }

    static byte[] serialize(AsymmetricKeyParameter publicKey) {
        return suite().serializePublicKey(publicKey);
    }

    /** SealBase: {@code enc} and ciphertext, one after the other. */
    static byte[] seal(HybridRecipient to, byte[] info, byte[] aad, byte[] plaintext, SecureRandom random) {
        XWing.Encapsulated secret = XWing.encapsulate(to, random);
        HpkeKeys keys = HpkeKeys.of(secret.shared(), info);
        byte[] box = Arrays.copyOf(secret.enc(), ENC_BYTES + plaintext.length + TAG_BYTES);
        keys.seal(aad, plaintext, box, ENC_BYTES);
        return box;
    }

    /**
     * OpenBase.
     *
     * @throws MalformedEncapsulation if {@code enc} can be nobody's (RFC 9180 section 7.1.4); no key was tried
     * @throws WrongKey if the key or the context is another one, or the box was altered: these are not told apart
     */
    static byte[] open(AsymmetricCipherKeyPair with, byte[] enc, byte[] info, byte[] aad, byte[] ciphertext)
            throws MalformedEncapsulation, WrongKey {
        try {
            return suite().setupBaseR(enc, with, info).open(aad, ciphertext);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new MalformedEncapsulation(e);
        } catch (InvalidCipherTextException e) {
            throw new WrongKey(e);
        }
    }

    static final class MalformedEncapsulation extends Exception {
        MalformedEncapsulation(Throwable cause) {
            super(cause);
        }
    }

    static final class WrongKey extends Exception {
        WrongKey(Throwable cause) {
            super(cause);
        }
    }
}
