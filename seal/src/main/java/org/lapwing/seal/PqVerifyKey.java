// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;

/** An ML-DSA-44 public key (FIPS 204), 1,312 bytes. Equal by value, immutable. */
public final class PqVerifyKey {

    /** Bytes of a public key. */
    public static final int BYTES = 1312;
    /** Bytes of a signature. */
    public static final int SIGNATURE_BYTES = 2420;

    private final byte[] bytes;
    private final MLDSAPublicKeyParameters key;

    private PqVerifyKey(byte[] bytes) {
        this.bytes = bytes;
        this.key = new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, bytes);
    }

    /** The key of 1,312 bytes: any such bytes are a key (FIPS 204 algorithm 23). */
    public static PqVerifyKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new SealException(
                    "An ML-DSA-44 public key has %,d bytes; accepted are %,d.".formatted(bytes.length, BYTES));
        }
        return new PqVerifyKey(bytes.clone());
    }

    /** Whether {@code signature} is this key's over {@code message}. Never throws: a malformed one is false. */
    public boolean verify(byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        var verifier = new MLDSASigner();
        verifier.init(false, key);
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    /** A copy of the 1,312 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PqVerifyKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The first 16 hexadecimal digits of the key's SHA-256: to tell keys apart, not to trust one. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(Digests.sha256(bytes), 0, 8);
    }
}
