// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days in UTC, and files that tell no more than the day. */
public record DayStamp(Clock clock) {

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /**
     * Sets a file's time to the midnight before. The inode's change time stays the kernel's: who takes a running machine's
     * disk can read that, and THREATS says so.
     */
    void stamp(Path path) throws IOException {
        Files.setLastModifiedTime(
                path, FileTime.from(today().atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    static LocalDate of(Path path) throws IOException {
        return LocalDate.ofInstant(Files.getLastModifiedTime(path).toInstant(), ZoneOffset.UTC);
    }
}
