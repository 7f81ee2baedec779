// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** HKDF-SHA256 (RFC 5869), by the JDK; an empty salt is the RFC's string of zeros. */
final class Hkdf {

    private static final byte[] NO_SALT = new byte[0];

    private Hkdf() {}

    static byte[] derive(byte[] secret, byte[] info, int length) {
        return derive(secret, NO_SALT, info, length);
    }

    static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length) {
        try {
            HKDFParameterSpec parameters =
                    HKDFParameterSpec.ofExtract().addIKM(secret).addSalt(salt).thenExpand(info, length);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (InvalidAlgorithmParameterException refused) {
            throw new SealException("HKDF-SHA256 gives 1 to 8160 bytes, not " + length, refused);
        } catch (GeneralSecurityException missing) {
            throw new SealException("this Java has no HKDF-SHA256; Lapwing needs a JDK 25", missing);
        }
    }

    /** HMAC-SHA256, and HKDF of it, many times with one object of the JDK's. For one thread. */
    static final class Macs {

        private static final int HASH_BYTES = 32;

        private final Mac mac;

        Macs() {
            try {
                mac = Mac.getInstance("HmacSHA256");
            } catch (GeneralSecurityException missing) {
                throw new SealException("this Java has no HMAC-SHA256", missing);
            }
        }

        byte[] hmac(byte[] key, byte[] message) {
            begin(key);
            return mac.doFinal(message);
        }

        private void begin(byte[] key) {
            try {
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
            } catch (GeneralSecurityException refused) {
                throw new SealException("HMAC-SHA256 takes no such key", refused);
            }
        }

        /**
         * As {@link Hkdf#derive(byte[], byte[], byte[], int)}: RFC 5869, 2.2 and 2.3.
         *
         * @param salt not empty
         * @param length 1 to 8160
         */
        byte[] derive(byte[] secret, byte[] salt, byte[] info, int length) {
            if (length < 1 || length > 255 * HASH_BYTES) {
                throw new SealException("HKDF-SHA256 gives 1 to 8160 bytes, not " + length);
            }
            byte[] extracted = hmac(salt, secret);
            begin(extracted);
            Arrays.fill(extracted, (byte) 0);
            byte[] output = new byte[length];
            byte[] block = NO_SALT;
            for (int at = 0; at < length; at += HASH_BYTES) {
                mac.update(block);
                mac.update(info);
                mac.update((byte) (at / HASH_BYTES + 1));
                block = mac.doFinal();
                System.arraycopy(block, 0, output, at, Math.min(HASH_BYTES, length - at));
            }
            return output;
        }
    }
}
