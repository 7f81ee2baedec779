// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tables;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Different texts, each once, numbered from 0 in the order in which they came: their UTF-8 lies end to end in pieces of
 * {@value #PIECE} bytes, so that ten million short texts cost about 16 bytes each beside their own. Belongs to one thread while it
 * grows; afterwards safe between threads.
 */
public final class Texts {

    private static final int PIECE_BITS = 22;
    private static final int PIECE = 1 << PIECE_BITS;
    private static final int EMPTY = 0;

    private byte[][] pieces = new byte[1][1024];
    private long[] ends = new long[64];
    private int size;
    private long free;

    /** Open addressing with linear probing; a text's number plus one. */
    private int[] table = new int[128];

    public int size() {
        return size;
    }

    /** The number of a text, new or known. */
    public int code(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return code(bytes, 0, bytes.length);
    }

    /** The number of the text that these bytes of UTF-8 are. */
    public int code(byte[] bytes, int from, int length) {
        int at = hash(bytes, from, length) & (table.length - 1);
        while (table[at] != EMPTY) {
            int known = table[at] - 1;
            if (is(known, bytes, from, length)) {
                return known;
            }
            at = (at + 1) & (table.length - 1);
        }
        table[at] = size + 1;
        append(bytes, from, length);
        if (size * 2 > table.length) {
            grow();
        }
        return size - 1;
    }

    public String get(int code) {
        long start = start(code);
        if (start == ends[code]) {
            return "";
        }
        return new String(
                pieces[(int) (start >>> PIECE_BITS)],
                (int) start & (PIECE - 1),
                (int) (ends[code] - start),
                StandardCharsets.UTF_8);
    }

    /** Whether an empty text is among them. */
    public boolean hasEmpty() {
        for (int code = 0; code < size; code++) {
            if (ends[code] == (code == 0 ? 0 : ends[code - 1])) {
                return true;
            }
        }
        return false;
    }

    /** Frees what only finding needs; nothing can be added afterwards. */
    public Texts closed() {
        table = new int[0];
        ends = Arrays.copyOf(ends, size);
        return this;
    }

    /** Where a text begins: it never lies in two pieces, so the rest of a piece may stay empty before it. */
    private long start(int code) {
        long before = code == 0 ? 0 : ends[code - 1];
        return before >>> PIECE_BITS == (ends[code] - 1) >>> PIECE_BITS || ends[code] == before
                ? before
                : (ends[code] - 1) >>> PIECE_BITS << PIECE_BITS;
    }

    private boolean is(int code, byte[] bytes, int from, int length) {
        long start = start(code);
        int at = (int) start & (PIECE - 1);
        return ends[code] - start == length
                && (length == 0
                        || Arrays.equals(
                                pieces[(int) (start >>> PIECE_BITS)], at, at + length, bytes, from, from + length));
    }

    private void append(byte[] bytes, int from, int length) {
        if (length > PIECE) {
            throw new IllegalArgumentException("a text is longer than " + PIECE + " bytes");
        }
        int at = (int) free & (PIECE - 1);
        if (length > 0 && at + length > PIECE) {
            free = ((free >>> PIECE_BITS) + 1) << PIECE_BITS;
            at = 0;
        }
        int piece = (int) (free >>> PIECE_BITS);
        if (piece == pieces.length) {
            pieces = Arrays.copyOf(pieces, piece * 2);
        }
        if (pieces[piece] == null || pieces[piece].length < at + length) {
            int most = piece == 0 ? Math.min(PIECE, Math.max(2 * at, at + length)) : PIECE;
            pieces[piece] = pieces[piece] == null ? new byte[most] : Arrays.copyOf(pieces[piece], most);
        }
        System.arraycopy(bytes, from, pieces[piece], at, length);
        free += length;
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size + (size >> 1));
        }
        ends[size++] = free;
    }

    private void grow() {
        int[] larger = new int[table.length * 2];
        for (int code = 0; code < size; code++) {
            long start = start(code);
            int length = (int) (ends[code] - start);
            int hash = length == 0
                    ? hash(new byte[0], 0, 0)
                    : hash(pieces[(int) (start >>> PIECE_BITS)], (int) start & (PIECE - 1), length);
            int at = hash & (larger.length - 1);
            while (larger[at] != EMPTY) {
                at = (at + 1) & (larger.length - 1);
            }
            larger[at] = code + 1;
        }
        table = larger;
    }

    private static int hash(byte[] bytes, int from, int length) {
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = hash * 31 + bytes[i];
        }
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 15;
    }
}
