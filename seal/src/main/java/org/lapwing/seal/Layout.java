// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes the fixed binary layouts of docs/formats/seal.md: big-endian numbers, and short strings behind one length
 * byte, so that no two different lists of parts encode alike.
 */
final class Layout {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static Layout of(String label) {
        return new Layout().raw(label.getBytes(StandardCharsets.US_ASCII));
    }

    Layout raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Layout u8(int value) {
        if (value < 0 || value > 0xff) {
            throw new SealException("one byte holds 0 to 255, not " + value);
        }
        out.write(value);
        return this;
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

    /** Zeros up to {@code size} bytes in all. */
    Layout padTo(int size) {
        if (out.size() > size) {
            throw new SealException("holds " + out.size() + " bytes, at most " + size + " fit");
        }
        return raw(new byte[size - out.size()]);
    }

    int size() {
        return out.size();
    }

    byte[] bytes() {
        return out.toByteArray();
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
