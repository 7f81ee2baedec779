// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.util.Arrays;
import org.lapwing.entry.Id;

/**
 * Ids numbered in the order in which they came, found again by open addressing. 24 bytes an id: a casebook knows millions.
 * Filled by one thread; safe for several once nothing is added.
 */
final class IdTable {
    private long[] halves;
    private int[] slots;
    private int size;

    IdTable(int expected) {
        halves = new long[2 * Math.max(expected, 8)];
        slots = new int[Math.max(16, Integer.highestOneBit(Math.max(expected, 8)) * 4)];
    }

    /** The id's number, of what it has had or has from now on. */
    int add(Id id) {
        int slot = slot(id.high(), id.low());
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (2 * (size + 1) > slots.length) {
            grow();
            slot = slot(id.high(), id.low());
        }
        if (2 * size == halves.length) {
            halves = Arrays.copyOf(halves, 2 * halves.length);
        }
        halves[2 * size] = id.high();
        halves[2 * size + 1] = id.low();
        slots[slot] = ++size;
        return size - 1;
    }

    /** The id's number, or -1. */
    int find(Id id) {
        return slots[slot(id.high(), id.low())] - 1;
    }

    Id get(int number) {
        return new Id(halves[2 * number], halves[2 * number + 1]);
    }

    int size() {
        return size;
    }

    private int slot(long high, long low) {
        int mask = slots.length - 1;
        // ids are random bits; the multiplication is for those of tests, which count upwards
        long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (slots[slot] != 0
                && (halves[2 * (slots[slot] - 1)] != high || halves[2 * (slots[slot] - 1) + 1] != low)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        for (int number = 0; number < size; number++) {
            slots[slot(halves[2 * number], halves[2 * number + 1])] = number + 1;
        }
    }
}
