// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Shares the disk between words and files. Words keep a reserve that no file takes; when the rest is full, files wait.
 * Nothing that was acknowledged is ever evicted to make room.
 */
final class DiskRoom {

    /** What a report without files takes: report file, identity file, folder, in blocks of 4 KiB. */
    static final long REPORT_BYTES = 96 * 1024;

    private final Path folder;
    private final long most;
    private final long reserve;
    private long used;

    DiskRoom(Path folder, SpoolLimits limits) {
        this.folder = folder;
        this.most = limits.spoolBytes();
        this.reserve = limits.reservedReports() * REPORT_BYTES;
    }

    /** Takes room for so many bytes of a file, if that leaves the reserve alone. */
    boolean takeForFile(long bytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        synchronized (this) {
            if (used + bytes > most - reserve || bytes > free - Math.min(reserve, free / 2)) {
                return false;
            }
            used += bytes;
            return true;
        }
    }

    synchronized boolean takeForReport() {
        if (used + REPORT_BYTES > most) {
            return false;
        }
        used += REPORT_BYTES;
        return true;
    }

    /** Whether a report of words would find room. */
    boolean hasRoomForReport() throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        synchronized (this) {
            return used + REPORT_BYTES <= most && free >= REPORT_BYTES;
        }
    }

    synchronized void takeUnasked(long bytes) {
        used += bytes;
    }

    synchronized void give(long bytes) {
        used -= bytes;
    }
}
