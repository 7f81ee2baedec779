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
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.lapwing.linkage.LinkageException;

/** One encrypted file for pieces that are written once and read any number of times. It is made when the first is written. */
public final class Spill implements AutoCloseable {

    private static final int MOST_INTS = 1 << 18;
    private static final int TAG = 16;
    private static final int NONCE = 12;

    private final Path folder;
    private final SecureRandom random;
    private final byte[] key = new byte[32];
    private @Nullable Path file;
    private @Nullable FileChannel channel;
    private long end;
    private long pieces;

    /** Where one piece lies. Its number is its nonce: no two pieces under one key have the same. */
    public record Piece(long number, long at, int bytes) {}

    /** @param folder on the disk that is to take it; not one that lies in memory, as {@code /tmp} may */
    public Spill(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
        random.nextBytes(key);
    }

    /** Seals and writes; the buffer is read from its position to its limit. */
    public Piece write(ByteBuffer plain) {
        Piece piece = next(plain.remaining());
        try {
            ByteBuffer sealed = ByteBuffer.allocate(piece.bytes() + TAG);
            cipher(Cipher.ENCRYPT_MODE, piece).doFinal(plain, sealed);
            sealed.flip();
            for (long at = piece.at(); sealed.hasRemaining(); ) {
                at += open().write(sealed, at);
            }
            return piece;
        } catch (IOException e) {
            throw refused(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is in every Java", e);
        }
    }

    private synchronized Piece next(int bytes) {
        Piece piece = new Piece(pieces++, end, bytes);
        end += bytes + TAG;
        return piece;
    }

    /** What was written, or a {@link LinkageException} if the file holds anything else. */
    public ByteBuffer read(Piece piece) {
        ByteBuffer sealed = ByteBuffer.allocate(piece.bytes() + TAG);
        try {
            while (sealed.hasRemaining()) {
                if (open().read(sealed, piece.at() + sealed.position()) < 0) {
                    throw new EOFException("the file was cut short");
                }
            }
            sealed.flip();
            ByteBuffer plain = ByteBuffer.allocate(piece.bytes());
            cipher(Cipher.DECRYPT_MODE, piece).doFinal(sealed, plain);
            return plain.flip();
        } catch (IOException e) {
            throw refused(e);
        } catch (GeneralSecurityException e) {
            throw new LinkageException(folder
                    + ": what waited on disk there came back changed; nothing is written; accepted: a sound disk");
        }
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

    private Cipher cipher(int mode, Piece piece) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = ByteBuffer.allocate(NONCE)
                .putLong(NONCE - Long.BYTES, piece.number())
                .array();
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG, nonce));
        return cipher;
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
        Arrays.fill(key, (byte) 0);
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
