// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.security.SecureRandom;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/**
 * The one HPKE suite of Lapwing (RFC 9180, base mode): KEM 0x647a (X-Wing = MLKEM768-X25519), HKDF-SHA256,
 * ChaCha20-Poly1305. The same that age's hybrid recipients use.
 */
final class Hpke {

    static final int SEED_BYTES = 32;
    static final int PUBLIC_KEY_BYTES = 1216;
    static final int ENC_BYTES = 1120;
    static final int TAG_BYTES = 16;

    private static final short X_WING = 0x647a;
    private static final int ENCAPSULATION_SEED_BYTES = 64;

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
    static byte[] seal(AsymmetricKeyParameter to, byte[] info, byte[] aad, byte[] plaintext, SecureRandom random) {
        byte[] encapsulationSeed = new byte[ENCAPSULATION_SEED_BYTES];
        random.nextBytes(encapsulationSeed);
        try {
            var context = suite().setupBaseS(to, info, encapsulationSeed);
            byte[] enc = context.getEncapsulation();
            byte[] ciphertext = context.seal(aad, plaintext);
            byte[] box = new byte[enc.length + ciphertext.length];
            System.arraycopy(enc, 0, box, 0, enc.length);
            System.arraycopy(ciphertext, 0, box, enc.length, ciphertext.length);
            return box;
        } catch (InvalidCipherTextException | IllegalStateException e) {
            // X25519 with a low-order public key yields all zero, which RFC 9180 section 7.1.4 forbids
            throw new SealException("This recipient's key cannot be sealed to: it is not a sound X-Wing key.", e);
        }
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
