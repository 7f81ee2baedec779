// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.math.ec.rfc7748.X25519;

/** X-Wing's encapsulation (draft-connolly-cfrg-xwing-kem): ML-KEM-768 and X25519, both of which would have to fall. */
final class XWing {

    private static final int SEED_BYTES = 32;
    /** The combiner's label, a picture of the fighter. */
    private static final byte[] LABEL = "\\.//^\\".getBytes(StandardCharsets.US_ASCII);

    private XWing() {}

    record Encapsulated(byte[] shared, byte[] enc) {}

    static Encapsulated encapsulate(HybridRecipient to, SecureRandom random) {
        byte[] seed = new byte[2 * SEED_BYTES];
        random.nextBytes(seed);
        return encapsulate(to, seed);
    }

    /** @param seed 64 bytes: of ML-KEM, then of X25519 */
    static Encapsulated encapsulate(HybridRecipient to, byte[] seed) {
        SecretWithEncapsulation lattice =
                MLKEMGenerator.internalGenerateEncapsulated(to.lattice(), Arrays.copyOf(seed, SEED_BYTES));
        byte[] scalar = Arrays.copyOfRange(seed, SEED_BYTES, 2 * SEED_BYTES);
        byte[] point = new byte[X25519.POINT_SIZE];
        byte[] agreed = new byte[X25519.POINT_SIZE];
        X25519.scalarMultBase(scalar, 0, point, 0);
        if (!to.agree(scalar, agreed)) {
            // X25519 with a low-order public key yields all zero, which RFC 9180 section 7.1.4 forbids
            throw new SealException("This recipient's key cannot be sealed to: it is not a sound X-Wing key.");
        }
        byte[] shared = sha3(lattice.getSecret(), agreed, point, to.curve(), LABEL);
        byte[] encapsulation = lattice.getEncapsulation();
        byte[] enc = Arrays.copyOf(encapsulation, Hpke.ENC_BYTES);
        System.arraycopy(point, 0, enc, encapsulation.length, point.length);
        Arrays.fill(seed, (byte) 0);
        Arrays.fill(scalar, (byte) 0);
        Arrays.fill(agreed, (byte) 0);
        return new Encapsulated(shared, enc);
    }

    private static byte[] sha3(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA3-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has SHA3-256", e);
        }
    }
}
