// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.Nullable;

/**
 * An Ed25519 public key (RFC 8032). Only canonical points of prime order are accepted, so that a key has one encoding and
 * no signature holds under two keys. Equal by value, immutable.
 */
public final class VerifyKey {

    private final byte[] bytes;
    private final Ed25519.PublicPoint point;

    private VerifyKey(byte[] bytes, Ed25519.PublicPoint point) {
        this.bytes = bytes;
        this.point = point;
    }

    /**
     * The key of 32 bytes.
     *
     * @throws SealException if they are no canonical point of prime order
     */
    public static VerifyKey of(byte[] bytes) {
        if (bytes.length != Ed25519.PUBLIC_KEY_SIZE) {
            throw new SealException("An Ed25519 public key has %d bytes; accepted are 32.".formatted(bytes.length));
        }
        byte[] own = bytes.clone();
        Ed25519.@Nullable PublicPoint point = Ed25519.validatePublicKeyFullExport(own, 0);
        if (point == null) {
            throw new SealException("This is not an Ed25519 public key: it is no canonical point of prime order.");
        }
        return new VerifyKey(own, point);
    }

    /**
     * Whether {@code signature} is this key's over {@code message}. Never throws: a malformed one is false.
     *
     * <p>R must be of prime order too: Bouncy Castle checks the equation times a half-size scalar, so for an R with a
     * low-order part its answer depends on that scalar, and others' verifiers would disagree with ours (found with the
     * CCTV corpus). Only a signer bent on a quarrel makes such a signature.
     */
    public boolean verify(byte[] message, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signature, 0, point, message, 0, message.length)
                && Ed25519.validatePublicKeyFull(signature, 0);
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The key in hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
