// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

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
}
