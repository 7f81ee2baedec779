// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.util.Arrays;
import java.util.Base64;

/**
 * The public half of the root, pinned at set-up: version 1 of the roster counts only with its signature. Immutable.
 */
public record RootVerifyKeys(VerifyKey ed25519, PqVerifyKey mlDsa44) {

    static final String PREFIX = "LAPWING-ROOT-1 ";

    /**
     * Reads {@code LAPWING-ROOT-1 } and the base64 of both public keys, Ed25519 first, in one line.
     *
     * @throws SealException if it is anything else
     */
    public static RootVerifyKeys parse(String text) {
        byte[] both = RootKey.decode(PREFIX, 32 + PqVerifyKey.BYTES, text, "a root's public key");
        return new RootVerifyKeys(
                VerifyKey.of(Arrays.copyOf(both, 32)), PqVerifyKey.of(Arrays.copyOfRange(both, 32, both.length)));
    }

    /** What {@link #parse} reads. */
    public String text() {
        byte[] both = new Layout().raw(ed25519.bytes()).raw(mlDsa44.bytes()).bytes();
        return PREFIX + Base64.getEncoder().encodeToString(both);
    }

    /** SHA-256 of both keys: to be compared by eye, in full. */
    public byte[] fingerprint() {
        return Digests.sha256(ed25519.bytes(), mlDsa44.bytes());
    }

    @Override
    public String toString() {
        return text();
    }
}
