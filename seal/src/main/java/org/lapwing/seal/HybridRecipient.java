// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;
import org.bouncycastle.math.ec.rfc7748.X25519;

/**
 * A public key that can be sealed to: age's {@code age1pq1...} (X25519 with ML-KEM-768, 1,216 bytes). Guarantees nothing
 * about who holds the other half; the signed roster says that. Equal by value, immutable, thread-safe.
 */
public final class HybridRecipient {

    static final String PREFIX = "age1pq";

    private final byte[] publicKey;
    private final MLKEMPublicKeyParameters lattice;
    private final byte[] curve;

    private HybridRecipient(byte[] publicKey) {
        this.publicKey = publicKey;
        this.lattice = new MLKEMPublicKeyParameters(
                MLKEMParameters.ml_kem_768, Arrays.copyOf(publicKey, publicKey.length - X25519.POINT_SIZE));
        this.curve = Arrays.copyOfRange(publicKey, publicKey.length - X25519.POINT_SIZE, publicKey.length);
    }

    /**
     * Reads {@code age1pq1...}, lower case, whole, without spaces.
     *
     * @throws SealException if it is anything else
     */
    public static HybridRecipient parse(String text) {
        if (!text.startsWith(PREFIX + "1") && text.startsWith("age1")) {
            throw new SealException("""
                This is a classic age recipient (age1...), which a quantum computer could open later; \
                accepted is a hybrid one, "age1pq1...".
                Maybe make a key with "lapwing keygen" or "age-keygen -pq".\
                """);
        }
        return of(Bech32.decode("a hybrid recipient", PREFIX, text));
    }

    /** The recipient of a raw public key of 1,216 bytes: ML-KEM-768 encapsulation key, then X25519 public key. */
    public static HybridRecipient of(byte[] publicKey) {
        if (publicKey.length != Hpke.PUBLIC_KEY_BYTES) {
            throw new SealException("This is not a hybrid recipient: its key has %,d bytes, accepted are %,d."
                    .formatted(publicKey.length, Hpke.PUBLIC_KEY_BYTES));
        }
        byte[] own = publicKey.clone();
        try {
            // includes the modulus check of FIPS 203 section 7.2
            Hpke.publicKey(own);
            return new HybridRecipient(own);
        } catch (IllegalArgumentException e) {
            throw new SealException("This is not a hybrid recipient: its ML-KEM-768 half is not a valid key.", e);
        }
    }

    static HybridRecipient trusted(AsymmetricKeyParameter parameter) {
        return new HybridRecipient(Hpke.serialize(parameter));
    }

    /** The ML-KEM-768 half. */
    MLKEMPublicKeyParameters lattice() {
        return lattice;
    }

    /** The X25519 half, 32 bytes that nobody changes. */
    byte[] curve() {
        return curve;
    }

    /** X25519 of a fresh scalar and this key; false if it is all zero. */
    boolean agree(byte[] scalar, byte[] secret) {
        return X25519.calculateAgreement(scalar, 0, curve, 0, secret, 0);
    }

    /** A copy of the 1,216 bytes of the key. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HybridRecipient that && Arrays.equals(publicKey, that.publicKey);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(publicKey);
    }

    /** {@code age1pq1...}, 1,959 characters: what {@link #parse} reads. */
    @Override
    public String toString() {
        return Bech32.encode(PREFIX, publicKey);
    }

    /** The first 16 hexadecimal digits of the key's SHA-256: to tell keys apart on a screen, not to trust one. */
    public String shortName() {
        return HexFormat.of().formatHex(Digests.sha256(publicKey), 0, 8);
    }
}
