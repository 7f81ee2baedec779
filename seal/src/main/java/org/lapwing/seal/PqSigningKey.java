// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.security.SecureRandom;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;

/**
 * An ML-DSA-44 secret key (FIPS 204): 32 bytes of seed. Signs deterministically, pure mode, empty context. Shows nothing
 * of itself in {@link #toString}. Immutable.
 */
public final class PqSigningKey {

    /** Bytes of a seed. */
    public static final int SEED_BYTES = 32;

    private final byte[] seed;
    private final MLDSAPrivateKeyParameters key;

    private PqSigningKey(byte[] seed) {
        this.seed = seed;
        this.key = new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, seed);
    }

    /** A new key of 32 bytes of {@code random}. */
    public static PqSigningKey generate(SecureRandom random) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return new PqSigningKey(seed);
    }

    /** The key of a seed of 32 bytes (the xi of FIPS 204 algorithm 1). */
    public static PqSigningKey fromSeed(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new SealException("An ML-DSA-44 seed has %d bytes; accepted are 32.".formatted(seed.length));
        }
        return new PqSigningKey(seed.clone());
    }

    /** The signature of {@code message}, 2,420 bytes. */
    public byte[] sign(byte[] message) {
        var signer = new MLDSASigner();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new AssertionError("ML-DSA signs any message", e);
        }
    }

    /** The public half. */
    public PqVerifyKey verifyKey() {
        return PqVerifyKey.of(key.getPublicKey());
    }

    /** A copy of the secret seed, 32 bytes, to be sealed into a file of ours. Whoever reads it signs in our name. */
    public byte[] revealSeed() {
        return seed.clone();
    }

    @Override
    public String toString() {
        return "PqSigningKey of " + verifyKey();
    }
}
