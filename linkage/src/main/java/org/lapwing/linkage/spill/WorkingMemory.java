// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.spill;

import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * So much memory for groups of records and for found pairs; what is more goes to an encrypted file. Results do not depend on
 * it. Safe between threads; whoever made it closes it, and with it the file.
 */
public final class WorkingMemory implements AutoCloseable {

    private final long bound;
    private final Spill spill;
    private long used;
    private long reserved;

    /** @param bytes for all that is counted, with what cannot be spilled */
    public WorkingMemory(long bytes, Spill spill) {
        this.bound = bytes;
        this.spill = spill;
    }

    /** Everything fits: nothing is ever written to disk. */
    public static WorkingMemory unbounded() {
        return new WorkingMemory(Long.MAX_VALUE, new Spill(Path.of(""), new SecureRandom(), new NeverLocked()));
    }

    /** Counts what is held in any case. */
    public synchronized void reserve(long bytes) {
        reserved += bytes;
    }

    /** Whether so many bytes more may be held; if so, they count from now on. */
    public synchronized boolean take(long bytes) {
        boolean fits = bytes <= bound - reserved - used;
        used += fits ? bytes : 0;
        return fits;
    }

    public Spill spill() {
        return spill;
    }

    @Override
    public void close() {
        spill.close();
    }
}
