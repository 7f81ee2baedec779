// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Content of a length not known beforehand, inside another stream: blocks behind their length, then a length of zero. */
final class Blocks {
    private static final int LARGEST = 1 << 16;

    private Blocks() {}

    /** Closing it ends the blocks and leaves {@code out} open. */
    static OutputStream writing(DataOutputStream out) {
        return new BufferedOutputStream(new Writing(out), LARGEST);
    }

    static InputStream reading(DataInputStream in) {
        return new Reading(in);
    }

    private static final class Writing extends OutputStream {
        private final DataOutputStream out;

        Writing(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int at = 0; at < length; at += LARGEST) {
                int part = Math.min(LARGEST, length - at);
                out.writeInt(part);
                out.write(bytes, offset + at, part);
            }
        }

        @Override
        public void close() throws IOException {
            out.writeInt(0);
            out.flush();
        }
    }

    private static final class Reading extends InputStream {
        private final DataInputStream in;
        private int left;
        private boolean ended;

        Reading(DataInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (left == 0 && !ended) {
                left = in.readInt();
                ended = left == 0;
                if (left < 0 || left > LARGEST) {
                    throw new IOException("a block has 1 to " + LARGEST + " bytes, not " + left);
                }
            }
            if (ended) {
                return -1;
            }
            int n = in.read(bytes, offset, Math.min(left, length));
            if (n < 0) {
                throw new EOFException("a block is cut short");
            }
            left -= n;
            return n;
        }
    }
}
