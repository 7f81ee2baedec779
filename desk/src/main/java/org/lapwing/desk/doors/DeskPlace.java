// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.lapwing.entry.Id;

/** Where the desk keeps its files, all of them sealed or public keys. */
public record DeskPlace(Path data) {
    /** The roster's versions, one signed text each. */
    public Path rosters() {
        return data.resolve("roster");
    }

    /** The root's public keys, pinned at set-up. */
    public Path root() {
        return data.resolve("root.pin");
    }

    /** One key file per member, named by the member's random id. */
    public Path keys() {
        return data.resolve("keys");
    }

    /** One sealed secret per member, name and epoch. */
    public Path grants() {
        return data.resolve("grants");
    }

    public Path journal() {
        return data.resolve("journal.db");
    }

    public Path blobs() {
        return data.resolve("blobs");
    }

    public Path log() {
        return data.resolve("log");
    }

    public Path snapshots() {
        return data.resolve("snapshots");
    }

    public Path marks() {
        return data.resolve("marks");
    }

    public Path shredKeys() {
        return data.resolve("shred.keys");
    }

    /** Which one-time codes were used last, as marks that only their secrets explain. */
    Path usedCodes() {
        return data.resolve("codes.used");
    }

    /** The shred key under which the group's own entries lie: an id, no secret. */
    public Id groupShredKey() {
        return Id.parse(new String(read(data.resolve("group.shred")), StandardCharsets.US_ASCII).strip());
    }

    void groupShredKey(Id id) {
        write(data.resolve("group.shred"), (id + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Certificates of intake keys, and their seeds sealed to the intake compartment. */
    public Path intake() {
        return data.resolve("intake");
    }

    /** Published packages, as they left the house. */
    public Path released() {
        return data.resolve("released");
    }

    /** Deletes what was written and will not be used; it may be absent. */
    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes beside, makes durable, renames: a reader sees the old file or the new one, never a part. */
    public static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            try (FileChannel channel = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                var buffer = java.nio.ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            // else the rename itself may be lost with the power
            try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file.getFileName(), e);
        }
    }

    public static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.getFileName(), e);
        }
    }
}
