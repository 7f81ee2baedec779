// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * The group's root: an Ed25519 and an ML-DSA-44 key that sign version 1 of the roster and are then kept offline. Made by
 * {@code lapwing keygen --root} on a machine of its own. Immutable; shows nothing of itself in {@link #toString()}.
 */
public final class RootKey {

    static final String PREFIX = "LAPWING-ROOT-KEY-1 ";

    private final SigningKey ed25519;
    private final PqSigningKey mlDsa44;

    private RootKey(SigningKey ed25519, PqSigningKey mlDsa44) {
        this.ed25519 = ed25519;
        this.mlDsa44 = mlDsa44;
    }

    public static RootKey generate(SecureRandom random) {
        return new RootKey(SigningKey.generate(random), PqSigningKey.generate(random));
    }

    /**
     * Reads {@code LAPWING-ROOT-KEY-1 } and the base64 of both seeds, Ed25519 first, in one line.
     *
     * @throws SealException if it is anything else; the message does not repeat it
     */
    public static RootKey parse(String text) {
        byte[] both = decode(PREFIX, 64, text, "a root's secret key");
        return new RootKey(
                SigningKey.fromSeed(Arrays.copyOf(both, 32)), PqSigningKey.fromSeed(Arrays.copyOfRange(both, 32, 64)));
    }

    /** What {@link #parse} reads. Whoever reads it founds the group anew. */
    public String revealText() {
        byte[] both =
                new Layout().raw(ed25519.revealSeed()).raw(mlDsa44.revealSeed()).bytes();
        return PREFIX + Base64.getEncoder().encodeToString(both);
    }

    public RootVerifyKeys verifyKeys() {
        return new RootVerifyKeys(ed25519.verifyKey(), mlDsa44.verifyKey());
    }

    SigningKey ed25519() {
        return ed25519;
    }

    PqSigningKey mlDsa44() {
        return mlDsa44;
    }

    /** Strict base64 behind a prefix: one text for one key. */
    static byte[] decode(String prefix, int size, String text, String what) {
        String line = text.strip();
        if (line.startsWith(prefix)) {
            try {
                String encoded = line.substring(prefix.length());
                byte[] bytes = Base64.getDecoder().decode(encoded);
                if (bytes.length == size
                        && Base64.getEncoder().encodeToString(bytes).equals(encoded)) {
                    return bytes;
                }
            } catch (IllegalArgumentException notBase64) {
                throw new SealException(refusal(prefix, size, what)); // the cause would quote the key
            }
        }
        throw new SealException(refusal(prefix, size, what));
    }

    private static String refusal(String prefix, int size, String what) {
        return "this is not " + what + ": accepted is \"" + prefix + "\" and the base64 of " + size + " bytes";
    }

    @Override
    public String toString() {
        return "RootKey";
    }
}
