// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The key of one source without which none of its entries opens; destroying it is what erasure means. Lives only in a
 * {@link ShredStore}. Immutable.
 */
public final class ShredKey {

    public static final int ID_BYTES = 16;
    public static final int SECRET_BYTES = 32;

    private final byte[] id;
    private final byte[] secret;

    private ShredKey(byte[] id, byte[] secret) {
        this.id = id;
        this.secret = secret;
    }

    public static ShredKey of(byte[] id, byte[] secret) {
        return new ShredKey(
                Layout.exactly(ID_BYTES, id, "a shred key's id"),
                Layout.exactly(SECRET_BYTES, secret, "a shred key's secret"));
    }

    public static ShredKey generate(SecureRandom random) {
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        return new ShredKey(id, secret);
    }

    /** Public within a compartment: entries name it in their header. */
    public byte[] id() {
        return id.clone();
    }

    byte[] secret() {
        return secret;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShredKey that
                && Arrays.equals(id, that.id)
                && MessageDigest.isEqual(secret, that.secret);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(id);
    }

    @Override
    public String toString() {
        return "ShredKey";
    }
}
