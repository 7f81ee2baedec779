// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes the fixed binary layouts of docs/formats/seal.md: big-endian numbers, and short strings behind one length
 * byte, so that no two different lists of parts encode alike.
 */
final class Layout {

    /** Its own array: many short ones are written for each entry that is opened. */
    private byte[] out = new byte[96];

    private int size;

    static Layout of(String label) {
        return new Layout().raw(label.getBytes(StandardCharsets.US_ASCII));
    }

    Layout raw(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, out, size, bytes.length);
        size += bytes.length;
        return this;
    }

    Layout u8(int value) {
        if (value < 0 || value > 0xff) {
            throw new SealException("one byte holds 0 to 255, not " + value);
        }
        room(1);
        out[size++] = (byte) value;
        return this;
    }

    private void room(int more) {
        if (more > out.length - size) {
            out = Arrays.copyOf(out, Math.max(Math.addExact(size, more), 2 * size));
        }
    }

    Layout u16(int value) {
        return u8(value >>> 8).u8(value & 0xff);
    }

    Layout u32(int value) {
        return u16(value >>> 16).u16(value & 0xffff);
    }

    Layout u64(long value) {
        return u32((int) (value >>> 32)).u32((int) value);
    }

    Layout name(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return u8(bytes.length).raw(bytes);
    }

    /** Zeros up to {@code whole} bytes in all. */
    Layout padTo(int whole) {
        if (size > whole) {
            throw new SealException("holds " + size + " bytes, at most " + whole + " fit");
        }
        return raw(new byte[whole - size]);
    }

    int size() {
        return size;
    }

    byte[] bytes() {
        return Arrays.copyOf(out, size);
    }

    static byte[] exactly(int size, byte[] bytes, String what) {
        if (bytes.length != size) {
            throw new SealException(what + " is " + size + " bytes, not " + bytes.length);
        }
        return bytes.clone();
    }

    static boolean onlyZeros(byte[] bytes, int from) {
        int seen = 0;
        for (int i = from; i < bytes.length; i++) {
            seen |= bytes[i];
        }
        return seen == 0;
    }
}
