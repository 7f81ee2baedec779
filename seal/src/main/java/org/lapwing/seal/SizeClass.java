// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * Size classes: what is sealed is filled with zero bytes at its end up to the next class, so that a file's length tells
 * little of its content. The first class is 64 KiB, each next one an eighth larger, rounded up to a multiple of 256:
 *
 * <pre>
 *   c(0) = 65,536      c(n+1) = 256 · ⌈ 9 · c(n) / 8 / 256 ⌉
 * </pre>
 *
 * <p>so at most 12.7 % is added above 64 KiB, and 500 MiB are told apart in 78 classes. The true length lies in the report
 * file. Pure functions; the classes are part of the format and never change.
 */
public final class SizeClass {

    /** The smallest class, which the words of a report always fill: 64 KiB, one chunk of an age file. */
    public static final int SMALLEST_BYTES = 64 * 1024;

    /** Longest content that has a class: 1 TiB. */
    public static final long MAX_LENGTH = 1L << 40;

    private static final byte[] ZEROS = new byte[8 * 1024];

    private SizeClass() {}

    /** The smallest class that holds {@code length} bytes. */
    public static long paddedLength(long length) {
        if (length < 0 || length > MAX_LENGTH) {
            throw new IllegalArgumentException("lengths of 0 to %,d bytes have a size class".formatted(MAX_LENGTH));
        }
        long size = SMALLEST_BYTES;
        while (size < length) {
            size = next(size);
        }
        return size;
    }

    private static long next(long size) {
        return Math.ceilDiv(9 * size, 8 * 256) * 256;
    }

    /** Writes the zero bytes that {@code written} bytes lack to their class. */
    public static void pad(OutputStream out, long written) throws IOException {
        for (long left = paddedLength(written) - written; left > 0; left -= ZEROS.length) {
            out.write(ZEROS, 0, (int) Math.min(left, ZEROS.length));
        }
    }

    /**
     * What lies before the padding of a content that does not end in a zero byte, as JSON does not: so the report file
     * needs no stated length.
     *
     * @throws SealException if the whole is not of the content's class
     */
    public static byte[] unpaddedText(byte[] padded) {
        int length = padded.length;
        while (length > 0 && padded[length - 1] == 0) {
            length--;
        }
        if (padded.length != paddedLength(length)) {
            throw new SealException("This content has %,d bytes in all; its size class asks for %,d."
                    .formatted(padded.length, paddedLength(length)));
        }
        return Arrays.copyOf(padded, length);
    }

    /**
     * The first {@code length} bytes of a padded content. Before it ends it reads the padding, and refuses one that is not
     * zero or not of the class: nothing can be hidden there.
     */
    public static InputStream unpadded(InputStream padded, long length) {
        return new Unpadding(padded, length);
    }

    private static final class Unpadding extends InputStream {

        private final InputStream in;
        private final long padding;
        private long left;
        private boolean checked;

        Unpadding(InputStream in, long length) {
            this.in = in;
            this.left = length;
            this.padding = paddedLength(length) - length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, bytes.length);
            if (length == 0) {
                return 0;
            }
            if (left == 0) {
                checkPadding();
                return -1;
            }
            int n = in.read(bytes, offset, (int) Math.min(length, left));
            if (n < 0) {
                throw new SealException(
                        "This content is shorter than its stated length, by %,d bytes.".formatted(left));
            }
            left -= n;
            return n;
        }

        private void checkPadding() throws IOException {
            if (checked) {
                return;
            }
            byte[] buffer = new byte[ZEROS.length];
            long seen = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    if (buffer[i] != 0) {
                        throw new SealException(
                                "This content's padding is not all zero, so its stated length is wrong.");
                    }
                }
                seen += n;
            }
            if (seen != padding) {
                throw new SealException(
                        "This content is padded by %,d bytes; its size class asks for %,d.".formatted(seen, padding));
            }
            checked = true;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
