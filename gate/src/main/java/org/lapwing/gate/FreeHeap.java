// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of the heap that is in use no more. Strings and what libraries make of them cannot be wiped one by one, and a
 * collection moves what lives but leaves the dead as they were: so the free heap is filled with zeros and let go.
 *
 * <p>Made for the serial collector, as {@code lapwing} starts the gate: everything that lives lies in the old generation
 * after a full collection, so that eden and both survivor spaces can be written over. With another one it does what it can.
 * {@code -XX:+ZeroTLAB} belongs to it: without it what a thread's share of eden has left over stays.
 */
final class FreeHeap {

    private static final int PIECE_BYTES = 240;
    /** What two collections copy: once into either survivor space. */
    private static final int ROUNDS = 2;

    /** Kept so that the compiler does not leave the writing out. */
    private volatile byte[] piece = new byte[0];

    /** Takes a moment, in which the collector stops the process twice. */
    void overwrite() {
        System.gc();
        for (int round = 0; round < ROUNDS; round++) {
            fill(free("Survivor") + free("Tenured"), free("Eden"));
        }
        System.gc();
    }

    /** Zeros that live until eden is full, so that they are copied into the other spaces, and as many that do not. */
    private void fill(long living, long eden) {
        List<byte[]> kept = new ArrayList<>();
        for (long bytes = 0; bytes < living; bytes += PIECE_BYTES + 16) {
            kept.add(new byte[PIECE_BYTES]);
        }
        for (long bytes = 0; bytes < eden + eden / 8; bytes += PIECE_BYTES + 16) {
            piece = new byte[PIECE_BYTES];
        }
        piece = kept.isEmpty() ? piece : kept.getLast();
    }

    private static long free(String space) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(each -> each.getName().contains(space))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(FreeHeap::free)
                .sum();
    }

    private static long free(MemoryUsage usage) {
        return Math.max(0, usage.getCommitted() - usage.getUsed());
    }
}
