// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * One share: its index (1 to 255, public) and its bytes (as many as the secret has). Made by {@link Shares#split}.
 */
public record Share(int index, byte[] value) {

    private static final byte[] LABEL = "lapwing/share/v1".getBytes(StandardCharsets.US_ASCII);

    public Share {
        if (index < 1 || index > 255) {
            throw new SealException("a share's index is 1 to 255, not " + index);
        }
        value = value.clone();
    }

    @Override
    public byte[] value() {
        return value.clone();
    }

    /** SHA-256(label ‖ index ‖ bytes): says that a share is the one made, and nothing else of it. */
    public byte[] commitment() {
        return Digests.sha256(LABEL, new byte[] {(byte) index}, value);
    }

    public boolean matches(byte[] commitment) {
        return MessageDigest.isEqual(commitment(), commitment);
    }

    @Override
    public String toString() {
        return "Share[" + index + "]";
    }
}
