// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import javax.crypto.AEADBadTagException;
import org.jspecify.annotations.Nullable;

/**
 * Opens a payload chunk by chunk. A byte is handed out only after its chunk's tag was checked; the end is reported only
 * after a chunk that is authenticated as the final one and lies at the very end of the file.
 *
 * <p>One byte is read ahead of each chunk: so it is known beforehand whether the chunk is the last, and a final chunk with
 * something behind it is not handed out at all.
 */
final class OpeningStream extends InputStream {

    private static final int SEALED_CHUNK_BYTES = PayloadCipher.CHUNK_BYTES + PayloadCipher.TAG_BYTES;

    private final InputStream in;
    private final PayloadCipher cipher;
    private final byte[] sealed = new byte[SEALED_CHUNK_BYTES + 1];
    private final byte[] plain = new byte[PayloadCipher.CHUNK_BYTES];
    private int ahead;
    private int at;
    private int end;
    private boolean last;
    private @Nullable String broken;

    OpeningStream(InputStream in, PayloadCipher cipher) {
        this.in = in;
        this.cipher = cipher;
    }

    @Override
    public int read() throws IOException {
        return fill() ? plain[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int n = Math.min(length, end - at);
        System.arraycopy(plain, at, bytes, offset, n);
        at += n;
        return n;
    }

    @Override
    public long transferTo(OutputStream out) throws IOException {
        long total = 0;
        while (fill()) {
            int n = end - at;
            out.write(plain, at, n);
            at = end;
            total += n;
        }
        return total;
    }

    @Override
    public int available() {
        return end - at;
    }

    /** Whether a byte is ready; false at the end of a file that is whole. */
    private boolean fill() throws IOException {
        while (at == end) {
            if (broken != null) {
                throw fault(broken, null);
            }
            if (last) {
                return false;
            }
            openChunk();
        }
        return true;
    }

    private void openChunk() throws IOException {
        broken = "an earlier read of it failed";
        at = 0;
        end = 0;
        int got = ahead + in.readNBytes(sealed, ahead, sealed.length - ahead);
        boolean isLast = got < sealed.length;
        int length = isLast ? got : SEALED_CHUNK_BYTES;
        if (length < PayloadCipher.TAG_BYTES) {
            throw fault("it is cut short after chunk " + cipher.chunks(), null);
        }
        if (isLast && length == PayloadCipher.TAG_BYTES && cipher.chunks() > 0) {
            throw fault("its final chunk is empty", null);
        }
        try {
            end = cipher.next(sealed, length, plain, isLast);
        } catch (AEADBadTagException e) {
            throw fault(
                    "chunk %d was altered, or the file was cut short or extended there".formatted(cipher.chunks() + 1),
                    e);
        }
        last = isLast;
        ahead = 1;
        sealed[0] = sealed[SEALED_CHUNK_BYTES];
        broken = null;
    }

    /** The stream stays at fault: every later read throws the same. */
    private AgeFileException fault(String what, @Nullable Throwable cause) {
        broken = what;
        return new AgeFileException(
                AgeFileException.Fault.PAYLOAD, "This age file does not open whole: " + what + ".", cause);
    }

    /** Closes the stream beneath. Closing before the end proves nothing about the rest. */
    @Override
    public void close() throws IOException {
        in.close();
    }
}
