// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.spill;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lapwing.linkage.LinkageException;

/** One encrypted file for pieces that are written once and read any number of times. It is made when the first is written. */
public final class Spill implements AutoCloseable {

    private static final int MOST_INTS = 1 << 18;

    private final Path folder;
    private final SecureRandom random;
    private final PieceLock lock;
    private @Nullable Path file;
    private @Nullable FileChannel channel;
    private long end;
    private long pieces;

    /** Where one piece lies. No two pieces have the same number. */
    public record Piece(long number, long at, int bytes) {}

    /**
     * @param folder on the disk that is to take it; not one that lies in memory, as {@code /tmp} may
     * @param random for the file's name
     * @param lock its alone; closed with it
     */
    public Spill(Path folder, SecureRandom random, PieceLock lock) {
        this.folder = folder;
        this.random = random;
        this.lock = lock;
    }

    /** Seals and writes; the buffer is read from its position to its limit. */
    public Piece write(ByteBuffer plain) {
        Piece piece = next(plain.remaining());
        byte[] bytes = new byte[piece.bytes()];
        plain.get(bytes);
        ByteBuffer sealed = ByteBuffer.wrap(lock.lock(piece.number(), bytes));
        try {
            for (long at = piece.at(); sealed.hasRemaining(); ) {
                at += open().write(sealed, at);
            }
            return piece;
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private synchronized Piece next(int bytes) {
        Piece piece = new Piece(pieces++, end, bytes);
        end += bytes + lock.overhead();
        return piece;
    }

    /** What was written, or a {@link LinkageException} if the file holds anything else. */
    public ByteBuffer read(Piece piece) {
        ByteBuffer sealed = ByteBuffer.allocate(piece.bytes() + lock.overhead());
        try {
            while (sealed.hasRemaining()) {
                if (open().read(sealed, piece.at() + sealed.position()) < 0) {
                    throw new EOFException("the file was cut short");
                }
            }
        } catch (IOException e) {
            throw refused(e);
        }
        return lock.unlock(piece.number(), sealed.array())
                .map(ByteBuffer::wrap)
                .orElseThrow(() -> new LinkageException(folder
                        + ": what waited on disk there came back changed; nothing is written; accepted: a sound disk"));
    }

    /** Many numbers in pieces of at most a mebibyte. */
    public List<Piece> write(int[] numbers) {
        List<Piece> written = new ArrayList<>();
        for (int from = 0; from < numbers.length; from += MOST_INTS) {
            int count = Math.min(MOST_INTS, numbers.length - from);
            ByteBuffer plain = ByteBuffer.allocate(count * Integer.BYTES);
            plain.asIntBuffer().put(numbers, from, count);
            written.add(write(plain));
        }
        return written;
    }

    public int[] ints(List<Piece> written) {
        int[] numbers = new int[written.stream().mapToInt(Piece::bytes).sum() / Integer.BYTES];
        int at = 0;
        for (Piece piece : written) {
            int count = piece.bytes() / Integer.BYTES;
            read(piece).asIntBuffer().get(numbers, at, count);
            at += count;
        }
        return numbers;
    }

    /** How much lies on disk. */
    public synchronized long bytes() {
        return end;
    }

    private synchronized FileChannel open() throws IOException {
        FileChannel known = channel;
        if (known != null) {
            return known;
        }
        byte[] name = new byte[8];
        random.nextBytes(name);
        Path made = folder.resolve(".lapwing-link." + HexFormat.of().formatHex(name) + ".spill");
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        FileChannel opened = FileChannel.open(
                made,
                Set.of(
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE),
                owner);
        channel = opened;
        file = made;
        if (posix) {
            Files.deleteIfExists(made); // it goes on without a name; a crash then leaves nothing
        }
        return opened;
    }

    private LinkageException refused(IOException e) {
        return new LinkageException(
                folder + ": what does not fit in memory could not be kept on disk there (" + e.getMessage()
                        + "); accepted: a disk with " + (bytes() >> 20) + " MB free and more, or a larger --memory");
    }

    @Override
    public synchronized void close() {
        lock.close();
        FileChannel known = channel;
        Path named = file;
        if (known == null || named == null) {
            return;
        }
        try {
            known.close();
            Files.deleteIfExists(named);
        } catch (IOException e) {
            throw refused(e);
        }
    }
}
