// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import javax.crypto.AEADBadTagException;

/**
 * Seals what is written to it, chunk by chunk, in constant memory (128 KiB at most). {@link #close} seals the final chunk
 * and closes the stream beneath: only then is the file whole. {@link #abort} closes without it: what was written so far
 * stays a file that every reader refuses as cut short. After a failed write, {@code close} does what {@code abort} does.
 *
 * <p>Beware of try-with-resources around a source that may break off: its close would seal half a file as a whole one.
 * {@link AgeFile#seal(java.util.List, java.io.InputStream, OutputStream, java.security.SecureRandom)} aborts then.
 */
public final class SealingStream extends OutputStream {

    private static final int FIRST_BUFFER_BYTES = 4 * 1024;

    private final OutputStream out;
    private final PayloadCipher cipher;
    private byte[] plain = new byte[FIRST_BUFFER_BYTES];
    private byte[] sealed = new byte[0];
    private int held;
    private boolean broken;
    private boolean closed;

    SealingStream(OutputStream out, PayloadCipher cipher) {
        this.out = out;
        this.cipher = cipher;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        requireUsable();
        int at = offset;
        int left = length;
        while (left > 0) {
            // a full chunk waits until more comes: the final one must be marked as such
            if (held == PayloadCipher.CHUNK_BYTES) {
                sealChunk(false);
            }
            int n = Math.min(left, PayloadCipher.CHUNK_BYTES - held);
            makeRoom(held + n);
            System.arraycopy(bytes, at, plain, held, n);
            held += n;
            at += n;
            left -= n;
        }
    }

    private void makeRoom(int bytes) {
        if (bytes > plain.length) {
            byte[] larger =
                    Arrays.copyOf(plain, bytes > plain.length * 4 ? PayloadCipher.CHUNK_BYTES : plain.length * 4);
            Arrays.fill(plain, (byte) 0);
            plain = larger;
        }
    }

    private void sealChunk(boolean last) throws IOException {
        broken = true;
        if (sealed.length < held + PayloadCipher.TAG_BYTES) {
            sealed = new byte[held + PayloadCipher.TAG_BYTES];
        }
        try {
            int n = cipher.next(plain, held, sealed, last);
            out.write(sealed, 0, n);
        } catch (AEADBadTagException e) {
            throw new AssertionError("sealing checks no tag", e);
        }
        held = 0;
        broken = false;
    }

    private void requireUsable() throws IOException {
        if (broken || closed) {
            throw new IOException(closed ? "this age file is closed" : "this age file broke off at an earlier write");
        }
    }

    /** Passes on what is sealed; chunks not yet full stay here, as an early end would change the file's form. */
    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** Seals the final chunk and closes the stream beneath. A second call does nothing. */
    @Override
    public void close() throws IOException {
        if (closed || broken) {
            abort();
            return;
        }
        try {
            sealChunk(true);
        } finally {
            abort();
        }
    }

    /** Closes the stream beneath without a final chunk: what is there is refused by every reader. */
    public void abort() throws IOException {
        if (!closed) {
            closed = true;
            Arrays.fill(plain, (byte) 0);
            out.close();
        }
    }
}
