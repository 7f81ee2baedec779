// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** The secret keys of one member, as a slot of the key file holds them. Immutable; shows nothing in {@link #toString()}. */
public final class MemberKeys {

    static final int BYTES = 32 + 32 + 32 + Totp.SECRET_BYTES;

    private final HybridIdentity identity;
    private final SigningKey signing;
    private final PqSigningKey pqSigning;
    private final Totp totp;

    public MemberKeys(HybridIdentity identity, SigningKey signing, PqSigningKey pqSigning, Totp totp) {
        this.identity = identity;
        this.signing = signing;
        this.pqSigning = pqSigning;
        this.totp = totp;
    }

    public static MemberKeys generate(SecureRandom random) {
        return new MemberKeys(
                HybridIdentity.generate(random),
                SigningKey.generate(random),
                PqSigningKey.generate(random),
                Totp.generate(random));
    }

    static MemberKeys decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new MemberKeys(
                HybridIdentity.fromSeed(next(in, 32)),
                SigningKey.fromSeed(next(in, 32)),
                PqSigningKey.fromSeed(next(in, 32)),
                Totp.of(next(in, Totp.SECRET_BYTES)));
    }

    byte[] encoded() {
        return new Layout()
                .raw(identity.revealSeed())
                .raw(signing.revealSeed())
                .raw(pqSigning.revealSeed())
                .raw(totp.revealSecret())
                .bytes();
    }

    private static byte[] next(ByteBuffer in, int size) {
        byte[] bytes = new byte[size];
        in.get(bytes);
        return bytes;
    }

    /** Opens grants made to this member. */
    public HybridIdentity identity() {
        return identity;
    }

    /** Signs entries, grants and decisions. */
    public SigningKey signing() {
        return signing;
    }

    /** Signs rosters, beside {@link #signing()}. */
    public PqSigningKey pqSigning() {
        return pqSigning;
    }

    /** The second factor where the browser has no passkey. */
    public Totp totp() {
        return totp;
    }

    @Override
    public String toString() {
        return "MemberKeys";
    }
}
