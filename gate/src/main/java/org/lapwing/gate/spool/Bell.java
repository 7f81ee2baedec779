// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.spool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * How many reports since the desk last asked say that somebody is held or in danger now: a number and nothing else, so
 * that whoever is on call can be woken while every key is locked. Survives a restart.
 */
public final class Bell {

    private final Path file;
    private final DayStamp days;

    public Bell(Path file, DayStamp days) {
        this.file = file;
        this.days = days;
    }

    public synchronized void ring() throws IOException {
        write(read() + 1);
    }

    /** The number since the last answer; starts anew at nought. */
    public synchronized int answer() throws IOException {
        int rung = read();
        if (rung > 0) {
            write(0);
        }
        return rung;
    }

    private int read() throws IOException {
        try {
            return Integer.parseInt(Files.readString(file).strip());
        } catch (NoSuchFileException silent) {
            return 0;
        } catch (NumberFormatException broken) {
            return 1; // rather once too often
        }
    }

    private void write(int rung) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        SealedFile.write(part, (rung + "\n").getBytes(StandardCharsets.US_ASCII));
        days.stamp(part);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
