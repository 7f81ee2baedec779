// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads what {@link PackedOut} wrote, and refuses to read beyond the end. For one thread. */
public final class PackedIn {
    private final byte[] bytes;
    private final int end;
    private int at;

    /** @param end one past the last byte that may be read */
    public PackedIn(byte[] bytes, int from, int end) {
        if (from < 0 || end < from || end > bytes.length) {
            throw new EntryException("packed bytes lie within their array");
        }
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    public boolean flag() {
        return switch (one()) {
            case 0 -> false;
            case 1 -> true;
            default -> throw new EntryException("a packed flag is 0 or 1");
        };
    }

    public long count() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = one();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new EntryException("a packed number has at most ten bytes");
    }

    /** A count of things of which each takes at least one byte: never more than bytes are left. */
    public int length() {
        long length = count();
        if (length < 0 || length > end - at) {
            throw new EntryException("a packed length reaches beyond the end");
        }
        return (int) length;
    }

    public long whole() {
        long value = count();
        return (value >>> 1) ^ -(value & 1);
    }

    public String text() {
        int length = length();
        String text = new String(bytes, at, length, UTF_8);
        at += length;
        return text;
    }

    public Id id() {
        return new Id(eight(), eight());
    }

    private long eight() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | (one() & 0xff);
        }
        return value;
    }

    private byte one() {
        if (at >= end) {
            throw new EntryException("packed bytes are cut short");
        }
        return bytes[at++];
    }

    /** Passes over bytes and gives where they begin. */
    public int pass(int length) {
        if (length < 0 || length > end - at) {
            throw new EntryException("packed bytes are cut short");
        }
        at += length;
        return at - length;
    }

    /** Whether everything has been read. */
    public boolean ended() {
        return at == end;
    }
}
