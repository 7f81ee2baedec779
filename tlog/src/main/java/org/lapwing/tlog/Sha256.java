// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The two hashes of RFC 6962, section 2.1, on one reused digest. Not thread-safe: each walk over a tree makes its own.
 */
final class Sha256 {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = digest();

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new TlogException("this Java has no SHA-256", e);
        }
    }

    Hash leaf(byte[] leaf) {
        digest.update(LEAF);
        digest.update(leaf);
        return Hash.owning(digest.digest());
    }

    Hash node(Hash left, Hash right) {
        digest.update(NODE);
        digest.update(left.raw());
        digest.update(right.raw());
        return Hash.owning(digest.digest());
    }

    /**
     * The root over {@code count} hashes that lie side by side from {@code offset} on; {@code count} is a power of two.
     */
    Hash complete(byte[] hashes, int offset, int count) {
        byte[] level = new byte[count * Hash.BYTES];
        System.arraycopy(hashes, offset, level, 0, level.length);
        try {
            for (int left = count; left > 1; left /= 2) {
                for (int i = 0; i < left / 2; i++) {
                    digest.update(NODE);
                    digest.update(level, 2 * i * Hash.BYTES, 2 * Hash.BYTES);
                    digest.digest(level, i * Hash.BYTES, Hash.BYTES);
                }
            }
        } catch (DigestException e) {
            throw new TlogException("SHA-256 did not fit 32 bytes", e);
        }
        return Hash.at(level, 0);
    }
}
