// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Bytes being packed, in memory. Whole numbers take seven bits a byte, lowest first, as in LEB128. For one thread. */
public final class PackedOut {
    private byte[] bytes = new byte[256];
    private int size;

    public void flag(boolean value) {
        room(1);
        bytes[size++] = (byte) (value ? 1 : 0);
    }

    /** A number that is not negative. */
    public void count(long value) {
        room(10);
        long left = value;
        while ((left & ~0x7fL) != 0) {
            bytes[size++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
    }

    /** Any number: zigzag, so that small negative ones are short too. */
    public void whole(long value) {
        count((value << 1) ^ (value >> 63));
    }

    /** Length in bytes, then UTF-8. */
    public void text(String value) {
        byte[] utf8 = value.getBytes(UTF_8);
        count(utf8.length);
        raw(utf8, 0, utf8.length);
    }

    public void id(Id id) {
        room(16);
        eight(id.high());
        eight(id.low());
    }

    public void raw(byte[] from, int offset, int length) {
        room(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    private void eight(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }

    public int size() {
        return size;
    }

    public byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }
}
