// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;

/**
 * A secret key that opens what was sealed to its {@link #recipient()}: age's {@code AGE-SECRET-KEY-PQ-1...}. Holds a
 * 32-byte seed in memory for as long as it is reachable; Java cannot promise to wipe it. {@link #toString} shows nothing
 * of it. Immutable.
 */
public final class HybridIdentity {

    static final String PREFIX = "AGE-SECRET-KEY-PQ-";

    private final byte[] seed;
    private final AsymmetricCipherKeyPair pair;
    private final HybridRecipient recipient;

    private HybridIdentity(byte[] seed) {
        this.seed = seed;
        this.pair = Hpke.keyPair(seed);
        this.recipient = HybridRecipient.trusted(pair.getPublic());
    }

    /** A new identity of 32 bytes of {@code random}. */
    public static HybridIdentity generate(SecureRandom random) {
        byte[] seed = new byte[Hpke.SEED_BYTES];
        random.nextBytes(seed);
        return new HybridIdentity(seed);
    }

    /** The identity of a seed of 32 bytes, which must be uniformly random or derived by HKDF. */
    public static HybridIdentity fromSeed(byte[] seed) {
        if (seed.length != Hpke.SEED_BYTES) {
            throw new SealException("A hybrid identity's seed has %d bytes; accepted are 32.".formatted(seed.length));
        }
        return new HybridIdentity(seed.clone());
    }

    /**
     * Reads {@code AGE-SECRET-KEY-PQ-1...}, upper case, whole, without spaces.
     *
     * @throws SealException if it is anything else; the message does not repeat it
     */
    public static HybridIdentity parse(String text) {
        if (!text.startsWith(PREFIX) && text.startsWith("AGE-SECRET-KEY-1")) {
            throw new SealException("""
                    This is a classic age key (AGE-SECRET-KEY-1...); accepted is a hybrid one, "AGE-SECRET-KEY-PQ-1...".
                    Maybe open that file with age itself.""");
        }
        return fromSeed(Bech32.decode("a hybrid secret key", PREFIX, text));
    }

    /** The public half. */
    public HybridRecipient recipient() {
        return recipient;
    }

    AsymmetricCipherKeyPair pair() {
        return pair;
    }

    /** The secret itself as age writes it. Whoever reads it opens everything sealed to this key, past and future. */
    public String revealSecretKey() {
        return Bech32.encode(PREFIX.toLowerCase(Locale.ROOT), seed).toUpperCase(Locale.ROOT);
    }

    /** A copy of the secret seed, 32 bytes, to be sealed into a file of ours. The same danger. */
    public byte[] revealSeed() {
        return seed.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HybridIdentity that && MessageDigest.isEqual(seed, that.seed);
    }

    @Override
    public int hashCode() {
        return recipient.hashCode();
    }

    /** Names the public half only. */
    @Override
    public String toString() {
        return "HybridIdentity of recipient " + recipient.shortName();
    }
}
