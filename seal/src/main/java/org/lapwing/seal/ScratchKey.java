// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/**
 * A key for what one process puts on its disk for a while and reads back itself: drawn in memory, written nowhere, gone with
 * the process. Pieces are sealed by AES-256-GCM (NIST SP 800-38D); a piece's number is its nonce. Safe for use by several
 * threads.
 */
public final class ScratchKey implements AutoCloseable {
    /** So much longer is a sealed piece than the plain one. */
    public static final int OVERHEAD_BYTES = Gcm.TAG_BYTES;

    private static final byte[] NOTHING = new byte[0];

    private final byte[] key = new byte[Gcm.KEY_BYTES];

    private ScratchKey(SecureRandom random) {
        random.nextBytes(key);
    }

    public static ScratchKey generate(SecureRandom random) {
        return new ScratchKey(random);
    }

    /** @param number never used twice with this key: two pieces under one nonce would tell of each other */
    public byte[] seal(long number, byte[] plain) {
        return Gcm.seal(key, nonce(number), NOTHING, plain);
    }

    /** What was sealed under this number, or empty where this is anything else. */
    public Optional<byte[]> open(long number, byte[] sealed) {
        return Optional.ofNullable(Gcm.open(key, nonce(number), NOTHING, sealed));
    }

    private static byte[] nonce(long number) {
        return ByteBuffer.allocate(Gcm.NONCE_BYTES)
                .putLong(Gcm.NONCE_BYTES - Long.BYTES, number)
                .array();
    }

    /** Overwrites the key; nothing opens any more. */
    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }
}
