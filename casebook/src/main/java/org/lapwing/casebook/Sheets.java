// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lapwing.entry.PackedIn;

/** Packed facts one behind the other, in sheets of about a megabyte. Filled by one thread; then safe for several. */
final class Sheets {
    private static final int BYTES = 1 << 20;

    private final List<byte[]> sheets = new ArrayList<>();
    private long[] places;
    private int size;
    private byte[] sheet = new byte[0];
    private int used;

    Sheets(int expected) {
        this.places = new long[Math.max(expected, 8)];
    }

    /** Room for one more fact of this length. */
    private void room(int length) {
        if (sheet.length - used < length) {
            trim();
            sheet = new byte[Math.max(length, size == 0 ? 4096 : BYTES)];
            used = 0;
            sheets.add(sheet);
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
        }
        places[size++] = (long) (sheets.size() - 1) << 32 | used;
    }

    void add(byte[] packed, int from, int length) {
        room(length);
        System.arraycopy(packed, from, sheet, used, length);
        used += length;
    }

    void add(Sheets other, int position) {
        add(other.sheetOf(position), other.from(position), other.length(position));
    }

    /** Gives back what the last sheet does not use. */
    void trim() {
        if (!sheets.isEmpty() && used < sheet.length) {
            sheet = Arrays.copyOf(sheet, used);
            sheets.set(sheets.size() - 1, sheet);
        }
    }

    PackedIn at(int position) {
        return new PackedIn(sheetOf(position), from(position), from(position) + length(position));
    }

    byte[] sheetOf(int position) {
        return sheets.get((int) (places[position] >>> 32));
    }

    int from(int position) {
        return (int) places[position];
    }

    int length(int position) {
        boolean last = position + 1 == size || places[position + 1] >>> 32 != places[position] >>> 32;
        int end = last ? end((int) (places[position] >>> 32)) : from(position + 1);
        return end - from(position);
    }

    private int end(int number) {
        return number == sheets.size() - 1 ? used : sheets.get(number).length;
    }
}
