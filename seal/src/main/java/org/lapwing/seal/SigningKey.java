// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * An Ed25519 secret key (RFC 8032): 32 bytes of seed. Signs deterministically. Bouncy Castle's, as the JDK's is 8 to 20
 * times slower (measured). Shows nothing of itself in {@link #toString}. Immutable.
 */
public final class SigningKey {

    /** Bytes of a seed, and of a public key. */
    public static final int SEED_BYTES = Ed25519.SECRET_KEY_SIZE;

    private final byte[] seed;
    private final byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];

    private SigningKey(byte[] seed) {
        this.seed = seed;
        Ed25519.generatePublicKey(seed, 0, publicKey, 0);
    }

    /** A new key of 32 bytes of {@code random}. */
    public static SigningKey generate(SecureRandom random) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return new SigningKey(seed);
    }

    /** The key of a seed of 32 bytes. */
    public static SigningKey fromSeed(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new SealException("An Ed25519 seed has %d bytes; accepted are 32.".formatted(seed.length));
        }
        return new SigningKey(seed.clone());
    }

    /** The signature of {@code message}, 64 bytes. */
    public byte[] sign(byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, publicKey, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    /** The public half. */
    public VerifyKey verifyKey() {
        return VerifyKey.of(publicKey);
    }

    /** A copy of the secret seed, 32 bytes, to be sealed into a file of ours. Whoever reads it signs in our name. */
    public byte[] revealSeed() {
        return seed.clone();
    }

    @Override
    public String toString() {
        return "SigningKey of " + verifyKey();
    }
}
