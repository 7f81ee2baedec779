// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.lapwing.seal.Totp;

/**
 * Lets each one-time code in once: also when the clock jumps back, and when the process was replaced since, as it is each
 * time the last member locks. What is on disk tells nobody who came or when. Safe for use by several threads.
 */
final class UsedCodes {
    /** A code is accepted for a minute and a half; so many members do not unlock within it. */
    private static final int KEPT = 64;

    private final Optional<Path> file;
    private final Clock clock;
    private final Map<String, Long> lastSteps = new HashMap<>();
    private final Deque<String> marks = new ArrayDeque<>();

    private UsedCodes(Optional<Path> file, Clock clock) {
        this.file = file;
        this.clock = clock;
        file.filter(Files::exists)
                .ifPresent(there ->
                        new String(DeskPlace.read(there), US_ASCII).lines().forEach(marks::add));
    }

    static UsedCodes keptIn(Path file, Clock clock) {
        return new UsedCodes(Optional.of(file), clock);
    }

    static UsedCodes inMemory(Clock clock) {
        return new UsedCodes(Optional.empty(), clock);
    }

    /** Whether {@code typed} is this member's code of the moment and comes for the first time. */
    synchronized boolean accept(String member, Totp secret, String typed) {
        OptionalLong step = secret.accept(typed, clock.instant(), lastSteps.getOrDefault(member, Totp.NEVER));
        if (step.isEmpty()) {
            return false;
        }
        String mark = HexFormat.of().formatHex(secret.usedMark(step.getAsLong()));
        if (marks.contains(mark)) {
            return false;
        }
        lastSteps.put(member, step.getAsLong());
        marks.add(mark);
        while (marks.size() > KEPT) {
            marks.remove();
        }
        file.ifPresent(this::keep);
        return true;
    }

    private void keep(Path place) {
        try {
            DeskPlace.write(place, (String.join("\n", marks) + "\n").getBytes(US_ASCII));
        } catch (UncheckedIOException e) {
            // a full disk must not keep members from reading; this process remembers the code all the same
            System.err.println("lapwing desk: the codes that were used cannot be kept: " + place.getFileName());
        }
    }
}
