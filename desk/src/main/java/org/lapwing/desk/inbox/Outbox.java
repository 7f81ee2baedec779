// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.lapwing.desk.doors.DeskPlace;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.Json;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.HybridRecipient;
import org.lapwing.seal.SizeClass;

/**
 * Replies on their way to the gate: each sealed to its mailbox, which nobody here can open, all of one size. They wait on
 * the disk until the gate has taken them, so that a gate that is out of reach loses none. Safe for several threads.
 */
final class Outbox {
    /** What fits the smallest size class with room for its escapes and the rest of the JSON. */
    static final int MOST_WORD_BYTES = 30_000;

    private static final int VERSION = 1;
    private static final Pattern LOCATOR = Pattern.compile("[0-9a-f]{32}");

    private final Path folder;
    private final SecureRandom random;

    Outbox(DeskPlace place, SecureRandom random) {
        this.folder = place.data().resolve("outbox");
        this.random = random;
    }

    /** Whether the words fit a reply. */
    static boolean fits(String words) {
        return CanonicalJson.encode(Json.of(words)).length <= MOST_WORD_BYTES;
    }

    /** Seals a reply; a later one to the same receipt takes the place of one that still waits, as at the gate. */
    synchronized void put(String locator, String mailbox, String words, String language) {
        if (!LOCATOR.matcher(locator).matches()) {
            throw new IllegalArgumentException("a locator has 32 hexadecimal digits");
        }
        byte[] json = CanonicalJson.encode(
                Json.tree(Map.of("version", Json.of(VERSION), "words", Json.of(words), "language", Json.of(language))));
        var padded = new java.io.ByteArrayOutputStream();
        padded.writeBytes(json);
        try {
            SizeClass.pad(padded, json.length);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        byte[] sealed = AgeFile.sealBytes(List.of(HybridRecipient.parse(mailbox)), padded.toByteArray(), random);
        DeskPlace.write(folder.resolve(locator), sealed);
    }

    synchronized int waiting() {
        return files().size();
    }

    /** Brings what waits to the gate. */
    synchronized void push(GateClient gate) throws IOException {
        for (Path reply : files()) {
            gate.putReply(String.valueOf(reply.getFileName()), DeskPlace.read(reply));
            Files.delete(reply);
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file ->
                            LOCATOR.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the outbox cannot be read", e);
        }
    }
}
