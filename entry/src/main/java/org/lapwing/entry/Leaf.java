// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * The opening of a log leaf. The leaf itself is 32 opaque bytes:
 * {@code SHA-256("lapwing/leaf/v1" || salt || header hash || field root || ciphertext hash)}.
 *
 * <p>Whoever has the opening can tie a field proof to the log. When the salt has died with its record, the leaf says
 * nothing.
 */
public record Leaf(byte[] salt, byte[] headerHash, byte[] fieldRoot, byte[] ciphertextHash) {
    private static final byte[] LABEL = "lapwing/leaf/v1".getBytes(StandardCharsets.US_ASCII);

    public Leaf {
        for (byte[] part : List.of(salt, headerHash, fieldRoot, ciphertextHash)) {
            if (part.length != 32) {
                throw new EntryException("each part of a leaf has 32 bytes, not " + part.length);
            }
        }
    }

    public byte[] hash() {
        MessageDigest sha = FieldTree.sha256();
        sha.update(LABEL);
        sha.update(salt);
        sha.update(headerHash);
        sha.update(fieldRoot);
        return sha.digest(ciphertextHash);
    }
}
