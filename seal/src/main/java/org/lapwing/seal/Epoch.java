// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The secret of one compartment for one epoch, and the keys that HKDF derives from it, each for one purpose.
 *
 * <p>Who holds it reads what was written in this epoch; rotation makes the next epoch's from fresh randomness, so no epoch
 * says anything of another. Immutable, thread-safe.
 */
public final class Epoch {

    public static final int SECRET_BYTES = 32;
    public static final int TAG_BYTES = 8;

    private final String compartment;
    private final int number;
    private final byte[] secret;
    private final byte[] headerKey;
    private final byte[] wrapKey;
    private final byte[] tagKey;
    private final byte[] headerContext;

    private Epoch(String compartment, int number, byte[] secret) {
        this.compartment = Names.name(compartment, "a compartment's name");
        if (number < 1) {
            throw new SealException("epochs are numbered from 1; given was " + number);
        }
        this.number = number;
        this.secret = secret;
        this.headerKey = derived("header");
        this.wrapKey = derived("wrap");
        this.tagKey = derived("tag");
        this.headerContext =
                Layout.of("lapwing/header/v1").name(compartment).u32(number).bytes();
    }

    /** The epoch with this secret of 32 uniformly random bytes. */
    public static Epoch of(String compartment, int number, byte[] secret) {
        return new Epoch(compartment, number, Layout.exactly(SECRET_BYTES, secret, "an epoch's secret"));
    }

    public static Epoch generate(String compartment, int number, SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new Epoch(compartment, number, secret);
    }

    /** The epoch after this one, from fresh randomness. */
    public Epoch next(SecureRandom random) {
        return generate(compartment, number + 1, random);
    }

    public String compartment() {
        return compartment;
    }

    public int number() {
        return number;
    }

    /** What grants carry. Whoever reads it reads the epoch. */
    public byte[] revealSecret() {
        return secret.clone();
    }

    /** Opens what others, who do not hold the epoch, sealed to its recipient in the roster. */
    public HybridIdentity identity() {
        return HybridIdentity.fromSeed(derived("identity"));
    }

    /** 32 bytes under which holders seal their snapshots of the compartment. */
    public byte[] revealSnapshotKey() {
        return derived("snapshot");
    }

    /** By which holders, and nobody else, find their rows: the first 8 bytes of HMAC-SHA256(tag key, seq). */
    public byte[] tag(long seq) {
        return Arrays.copyOf(fullTag(new Hkdf.Macs(), seq), TAG_BYTES);
    }

    byte[] fullTag(Hkdf.Macs macs, long seq) {
        return macs.hmac(tagKey, ByteBuffer.allocate(Long.BYTES).putLong(seq).array());
    }

    /** What a header is bound to. */
    byte[] headerContext() {
        return headerContext;
    }

    byte[] headerKey() {
        return headerKey;
    }

    byte[] wrapKey() {
        return wrapKey;
    }

    /** info = lapwing/epoch/v1/PURPOSE ‖ compartment behind its length ‖ number. */
    private byte[] derived(String purpose) {
        byte[] info = Layout.of("lapwing/epoch/v1/")
                .name(purpose)
                .name(compartment)
                .u32(number)
                .bytes();
        return Hkdf.derive(secret, info, 32);
    }

    @Override
    public String toString() {
        return "Epoch[" + compartment + " " + number + "]";
    }
}
