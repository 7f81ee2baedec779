// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/**
 * A public key that can be sealed to: age's {@code age1pq1...} (X25519 with ML-KEM-768, 1,216 bytes). Guarantees nothing
 * about who holds the other half; the signed roster says that. Equal by value, immutable.
 */
public final class HybridRecipient {

    static final String PREFIX = "age1pq";

    private final byte[] publicKey;
    private final AsymmetricKeyParameter parameter;

    private HybridRecipient(byte[] publicKey, AsymmetricKeyParameter parameter) {
        this.publicKey = publicKey;
        this.parameter = parameter;
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
                    Maybe make a key with "lapwing keygen" or "age-keygen -pq".""");
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
            return new HybridRecipient(own, Hpke.publicKey(own));
        } catch (IllegalArgumentException e) {
            throw new SealException("This is not a hybrid recipient: its ML-KEM-768 half is not a valid key.", e);
        }
    }

    static HybridRecipient trusted(AsymmetricKeyParameter parameter) {
        return new HybridRecipient(Hpke.serialize(parameter), parameter);
    }

    AsymmetricKeyParameter parameter() {
        return parameter;
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
