// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The one small file of all shred keys, sealed under the store's secret and rewritten whole at each change: beside, synced,
 * renamed, its folder synced. A change that returned survives a crash; one that did not leaves the old file.
 *
 * <p>Erasing takes the key out and keeps its id, so that restoring an older copy erases it again before anything opens.
 * Copies are kept at most {@value #BACKUP_DAYS} days. Not promised: that the disk forgets the blocks of the old file; what
 * lies there is sealed under the store's secret. Thread-safe; one process at a time.
 */
public final class ShredStore {

    public static final int SECRET_BYTES = 32;
    public static final int BACKUP_DAYS = 30;
    /** How grants and the recovery file call the store's secret. */
    public static final String SECRET_NAME = "shred";

    private static final Pattern BACKUP = Pattern.compile("shred-(\\d{4}-\\d{2}-\\d{2})\\.sealed");

    private final Path file;
    private final Sealing sealing;
    private volatile ShredKeys keys;

    /** What a store is sealed under and reckons by. */
    public record Sealing(byte[] secret, Clock clock, SecureRandom random) {

        public Sealing {
            secret = Layout.exactly(SECRET_BYTES, secret, "a shred store's secret");
        }

        @Override
        public String toString() {
            return "Sealing";
        }
    }

    private ShredStore(Path file, Sealing sealing, ShredKeys keys) {
        this.file = file;
        this.sealing = sealing;
        this.keys = keys;
    }

    /** A new, empty store; refuses where a file lies already. */
    public static ShredStore create(Path file, Sealing sealing) {
        if (Files.exists(file)) {
            throw new SealException(
                    "a shred store lies at " + file.getFileName() + " already; it is never overwritten");
        }
        ShredStore store = new ShredStore(file, sealing, ShredKeys.NONE);
        store.replaceBy(ShredKeys.NONE);
        return store;
    }

    /**
     * Opens a store.
     *
     * @throws SealException if the secret is another, or the file was altered or cut
     */
    public static ShredStore open(Path file, Sealing sealing) {
        return new ShredStore(file, sealing, read(file, sealing));
    }

    /**
     * Puts a backup in the store's place. What was erased since, by the store that is there (if it can be read) and by
     * {@code erasedSince} (which the journal knows), is erased in it before anything can open.
     */
    public static ShredStore restore(Path file, Path backup, Collection<byte[]> erasedSince, Sealing sealing) {
        ShredKeys restored = read(backup, sealing).without(erasedSince);
        if (Files.exists(file)) {
            try {
                restored = restored.without(read(file, sealing).erasedIds());
            } catch (SealException unreadable) {
                // That is why one restores; then the journal's list has to do.
                restored = restored.without(List.of());
            }
        }
        ShredStore store = new ShredStore(file, sealing, restored);
        store.replaceBy(restored);
        return store;
    }

    /** The key of this id, or empty where it was erased or never was. */
    public Optional<ShredKey> get(byte[] id) {
        return keys.get(id);
    }

    /** A new key, on disk when this returns. */
    public synchronized ShredKey create() {
        return create(1).getFirst();
    }

    /** Several at the cost of one rewriting. */
    public synchronized List<ShredKey> create(int count) {
        List<ShredKey> fresh = Stream.generate(() -> ShredKey.generate(sealing.random()))
                .limit(count)
                .toList();
        replaceBy(keys.with(fresh));
        return fresh;
    }

    /** Destroys these keys; unknown ids are kept as erased too. Gone from the disk's live file when this returns. */
    public synchronized void erase(Collection<byte[]> ids) {
        replaceBy(keys.without(ids));
    }

    /** How many keys there are. */
    public synchronized int size() {
        return keys.size();
    }

    public synchronized boolean isErased(byte[] id) {
        return keys.isErased(id);
    }

    /** Copies the store into {@code folder} under today's date, and deletes the copies there that are too old. */
    public synchronized Path backUp(Path folder) {
        LocalDate today = LocalDate.now(sealing.clock());
        try {
            Files.createDirectories(folder);
            Path copy = folder.resolve("shred-" + today + ".sealed");
            write(copy, Files.readAllBytes(file));
            deleteOldBackups(folder);
            return copy;
        } catch (IOException broken) {
            throw new UncheckedIOException("the shred store could not be backed up", broken);
        }
    }

    /** Deletes copies of {@value #BACKUP_DAYS} days and older; to be called daily even when nothing is backed up. */
    public void deleteOldBackups(Path folder) {
        LocalDate today = LocalDate.now(sealing.clock());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path copy : files.toList()) {
                Optional<LocalDate> day = backupDay(copy);
                if (day.isPresent() && !day.get().plusDays(BACKUP_DAYS).isAfter(today)) {
                    Files.delete(copy);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("old backups of the shred store could not be deleted", broken);
        }
    }

    private static Optional<LocalDate> backupDay(Path copy) {
        Matcher name = BACKUP.matcher(copy.getFileName().toString());
        try {
            return name.matches() ? Optional.of(LocalDate.parse(name.group(1))) : Optional.empty();
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static ShredKeys read(Path file, Sealing sealing) {
        try {
            return ShredKeys.open(Files.readAllBytes(file), sealing.secret());
        } catch (IOException broken) {
            throw new UncheckedIOException("the shred store could not be read", broken);
        }
    }

    private void replaceBy(ShredKeys next) {
        try {
            write(file, next.seal(sealing.secret(), sealing.random()));
            keys = next;
        } catch (IOException broken) {
            throw new UncheckedIOException("the shred store could not be written; the one before stands", broken);
        }
    }

    private static void write(Path target, byte[] bytes) throws IOException {
        Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent(), "a file lies in a folder");
        Path beside = folder.resolve(target.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel out = FileChannel.open(beside, Set.of(StandardOpenOption.WRITE))) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true); // else the rename itself may be lost
        }
    }
}
