// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-256-GCM (NIST SP 800-38D) with 96-bit nonces and 128-bit tags, by the JDK.
 *
 * <p>GCM does not commit to its key: where more than one key could be tried, a commitment is checked first.
 */
final class Gcm {

    static final int KEY_BYTES = 32;
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    /** For keys that seal exactly one message in their life (each derived with a fresh 32-byte salt). */
    static final byte[] ONLY_MESSAGE = new byte[NONCE_BYTES];

    private Gcm() {}

    static byte[] sealOnce(byte[] freshKey, byte[] associated, byte[] plain) {
        return seal(freshKey, ONLY_MESSAGE, associated, plain);
    }

    static byte @Nullable [] openOnce(byte[] key, byte[] associated, byte[] sealed) {
        return open(key, ONLY_MESSAGE, associated, sealed);
    }

    static byte[] seal(byte[] key, byte[] nonce, byte[] associated, byte[] plain) {
        try {
            return sealing(key, nonce, associated).doFinal(plain);
        } catch (GeneralSecurityException fault) {
            throw new SealException("AES-256-GCM could not seal", fault);
        }
    }

    /** The plaintext, or null where key, nonce, associated data or ciphertext is not what was sealed. */
    static byte @Nullable [] open(byte[] key, byte[] nonce, byte[] associated, byte[] sealed) {
        return new Opening().open(key, nonce, associated, new Stretch(sealed, 0));
    }

    private static Cipher sealing(byte[] key, byte[] nonce, byte[] associated) throws GeneralSecurityException {
        Cipher cipher = instance();
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG_BYTES, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }

    private static Cipher instance() throws GeneralSecurityException {
        return Cipher.getInstance("AES/GCM/NoPadding");
    }

    /** The bytes of an array from one on. */
    record Stretch(byte[] bytes, int from) {}

    /** Opens many messages with one object of the JDK's, which keeps the key it used last. For one thread. */
    static final class Opening {

        private final Cipher cipher;

        Opening() {
            try {
                cipher = instance();
            } catch (GeneralSecurityException missing) {
                throw new SealException("this Java has no AES-256-GCM", missing);
            }
        }

        /** The plaintext, or null where key, nonce, associated data or ciphertext is not what was sealed. */
        byte @Nullable [] open(byte[] key, byte[] nonce, byte[] associated, Stretch sealed) {
            int length = sealed.bytes.length - sealed.from;
            if (length < TAG_BYTES) {
                return null;
            }
            try {
                cipher.init(
                        Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG_BYTES, nonce));
                cipher.updateAAD(associated);
                return cipher.doFinal(sealed.bytes, sealed.from, length);
            } catch (AEADBadTagException changed) {
                return null;
            } catch (GeneralSecurityException fault) {
                throw new SealException("AES-256-GCM could not open", fault);
            }
        }
    }
}
