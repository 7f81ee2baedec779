// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** Fixed inputs for tests and for the worked examples of docs/formats/seal.md. */
final class Fixed {

    static final HexFormat HEX = HexFormat.of();

    private Fixed() {}

    /** A "random" source that counts: 00 01 02 ... ff 00 .... Never outside tests. */
    static final class Counting extends SecureRandom {
        private int next;

        Counting(int first) {
            next = first;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) next++;
            }
        }
    }

    static byte[] bytes(int size, int value) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    static byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }
}
