// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * age's STREAM (C2SP age.md, "Payload"): chunks of 64 KiB under ChaCha20-Poly1305, the nonce being an 11-byte counter and
 * a byte that is 1 for the final chunk. One cipher object serves the whole file: getting a new one for each chunk costs a
 * tenth of the speed (measured).
 */
final class PayloadCipher {

    static final int CHUNK_BYTES = 64 * 1024;
    static final int TAG_BYTES = 16;
    static final int NONCE_BYTES = 16;

    private static final byte[] LABEL = "payload".getBytes(StandardCharsets.US_ASCII);

    private final Cipher cipher;
    private final Key key;
    private final int mode;
    private final byte[] nonce = new byte[12];
    private long chunk;

    private PayloadCipher(int mode, Key key) {
        this.mode = mode;
        this.key = key;
        try {
            this.cipher = Cipher.getInstance("ChaCha20-Poly1305");
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has ChaCha20-Poly1305", e);
        }
    }

    static PayloadCipher sealing(byte[] fileKey, byte[] payloadNonce) {
        return new PayloadCipher(Cipher.ENCRYPT_MODE, key(fileKey, payloadNonce));
    }

    static PayloadCipher opening(byte[] fileKey, byte[] payloadNonce) {
        return new PayloadCipher(Cipher.DECRYPT_MODE, key(fileKey, payloadNonce));
    }

    private static Key key(byte[] fileKey, byte[] payloadNonce) {
        return new SecretKeySpec(Hkdf.derive(fileKey, payloadNonce, LABEL, 32), "ChaCha20");
    }

    /**
     * The same cipher for the chunks from {@code number} on, for another thread. Each chunk of a file may be sealed once
     * only: the caller gives every number to one of them.
     */
    PayloadCipher from(long number) {
        PayloadCipher other = new PayloadCipher(mode, key);
        other.chunk = number;
        return other;
    }

    /** How many chunks are done. */
    long chunks() {
        return chunk;
    }

    /** Seals or opens the next chunk into {@code out}; the number of bytes written there. */
    int next(byte[] in, int length, byte[] out, boolean last) throws AEADBadTagException {
        ByteBuffer target = ByteBuffer.wrap(out);
        try {
            next(ByteBuffer.wrap(in, 0, length), target, last);
            return target.position();
        } catch (AEADBadTagException e) {
            Arrays.fill(out, (byte) 0);
            throw e;
        }
    }

    /** Seals or opens what remains of {@code in} as the next chunk; {@code out} advances by what was written. */
    void next(ByteBuffer in, ByteBuffer out, boolean last) throws AEADBadTagException {
        try {
            cipher.init(mode, key, new IvParameterSpec(nonce(last)));
            cipher.doFinal(in, out);
            chunk++;
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new AssertionError("ChaCha20-Poly1305 takes any chunk", e);
        }
    }

    /** The counter is 88 bits wide; 63 of them are 2^79 bytes. */
    private byte[] nonce(boolean last) {
        for (int i = 0; i < Long.BYTES; i++) {
            nonce[10 - i] = (byte) (chunk >>> (8 * i));
        }
        nonce[11] = (byte) (last ? 1 : 0);
        return nonce;
    }
}
