// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.charset.StandardCharsets;

/**
 * One signer's two signatures over a roster's digest: Ed25519 and ML-DSA-44, both of which must hold. Its line can be
 * carried from an offline machine.
 *
 * @param signer {@code root} or a member's id
 */
public record RosterSignature(String signer, byte[] ed25519, byte[] mlDsa44) {

    /** The signer of version 1. */
    public static final String ROOT = "root";

    private static final byte[] LABEL = "lapwing/roster/v1".getBytes(StandardCharsets.US_ASCII);

    public RosterSignature {
        if (!signer.equals(ROOT)) {
            Names.id(signer, "a roster's signer");
        }
        ed25519 = Layout.exactly(64, ed25519, "an Ed25519 signature");
        mlDsa44 = Layout.exactly(PqVerifyKey.SIGNATURE_BYTES, mlDsa44, "an ML-DSA-44 signature");
    }

    /** The root's, over the digest that set-up shows. */
    public static RosterSignature byRoot(RootKey root, byte[] digest) {
        byte[] message = message(digest);
        return new RosterSignature(
                ROOT, root.ed25519().sign(message), root.mlDsa44().sign(message));
    }

    public static RosterSignature byMember(String id, MemberKeys keys, Roster roster) {
        byte[] message = message(roster.digest());
        return new RosterSignature(
                id, keys.signing().sign(message), keys.pqSigning().sign(message));
    }

    /** Reads {@code signature SIGNER ED25519 ML-DSA-44}, the last two in base64. */
    public static RosterSignature parse(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 4 || !words[0].equals("signature")) {
            throw new SealException(
                    "this is not a roster's signature: accepted is \"signature SIGNER ED25519 ML-DSA-44\"");
        }
        return new RosterSignature(words[1], RosterText.base64(words[2]), RosterText.base64(words[3]));
    }

    public String line() {
        return String.join(" ", "signature", signer, RosterRules.base64(ed25519), RosterRules.base64(mlDsa44));
    }

    boolean verifies(VerifyKey first, PqVerifyKey second, Roster roster) {
        byte[] message = message(roster.digest());
        return first.verify(message, ed25519) && second.verify(message, mlDsa44);
    }

    private static byte[] message(byte[] digest) {
        return new Layout()
                .raw(LABEL)
                .raw(Layout.exactly(32, digest, "a roster's digest"))
                .bytes();
    }

    @Override
    public String toString() {
        return "RosterSignature[" + signer + "]";
    }
}
