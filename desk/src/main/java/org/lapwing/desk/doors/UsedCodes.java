// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lapwing.seal.Totp;

/**
 * Which six digits a member used last, so that none opens twice. The desk's process is replaced when its last member has
 * locked, so this is kept beside the key file too: as a mark that says nothing to anybody without the member's secret.
 */
final class UsedCodes {
    private final Path folder;
    private final Map<String, Long> lastSteps = new ConcurrentHashMap<>();

    UsedCodes(Path folder) {
        this.folder = folder;
    }

    /** Whether these digits are of now and were not used yet; they are used then. */
    synchronized boolean use(String member, Totp totp, String typed, Instant now) {
        var step = totp.accept(typed, now, last(member, totp, now));
        if (step.isEmpty()) {
            return false;
        }
        lastSteps.put(member, step.getAsLong());
        keep(member, totp.mark(step.getAsLong()));
        return true;
    }

    long last(String member, Totp totp, Instant now) {
        Path file = file(member);
        Long known = lastSteps.get(member);
        if (known != null || !Files.exists(file)) {
            return known == null ? Totp.NEVER : known;
        }
        return totp.stepOf(DeskPlace.read(file), now);
    }

    private void keep(String member, byte[] mark) {
        try {
            DeskPlace.write(file(member), mark);
            // When members unlock is nobody's business.
            Files.setLastModifiedTime(file(member), FileTime.from(Instant.EPOCH));
        } catch (IOException | UncheckedIOException full) {
            // A full disk locks nobody out: this process remembers, as it always does.
            System.err.println("lapwing desk: a used code cannot be kept: "
                    + full.getClass().getSimpleName());
        }
    }

    private Path file(String member) {
        return folder.resolve(member + ".used");
    }
}
