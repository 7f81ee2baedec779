// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.lapwing.entry.Id;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.HybridIdentity;
import org.lapwing.seal.SealingStream;
import org.lapwing.seal.SizeClass;

/**
 * Files too large for an entry: each an age file under a random name, sealed to an identity of its own and padded to a
 * size class. Streamed both ways, never whole in memory. A blob is durable before {@link #store} returns; write its entry
 * after that, and a crash between the two leaves an orphan that nobody can open.
 *
 * <p>Not guaranteed: that a member who has the seed and the disk did not seal another content to the same identity. An
 * entry that must exclude this holds the content's hash. Safe for several threads.
 */
public final class Blobs {
    static final String SUFFIX = ".age";

    private final Path folder;
    private final SecureRandom random;

    public Blobs(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    /** Reads {@code in} to its end and seals it. When reading or writing fails nothing is left. */
    public Blob store(InputStream in) throws IOException {
        Files.createDirectories(folder);
        Id name = Id.random(random);
        HybridIdentity identity = HybridIdentity.generate(random);
        long[] length = new long[1];
        WholeFile.write(file(name), out -> {
            SealingStream sealing = AgeFile.seal(List.of(identity.recipient()), out, random);
            length[0] = in.transferTo(sealing);
            SizeClass.pad(sealing, length[0]);
            sealing.close();
        });
        return new Blob(name, identity.revealSeed(), length[0]);
    }

    /**
     * The content; each byte is authenticated before it is handed out, and a file that was cut short throws instead of
     * ending.
     *
     * @throws IOException when the file is not there
     */
    public InputStream open(Blob blob) throws IOException {
        InputStream file = Files.newInputStream(file(blob.name()));
        try {
            HybridIdentity identity = HybridIdentity.fromSeed(blob.seed());
            return SizeClass.unpadded(AgeFile.open(List.of(identity), file), blob.length());
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Deletes these, where they are there. */
    public void delete(List<Id> names) throws IOException {
        for (Id name : names) {
            Files.deleteIfExists(file(name));
        }
        if (!names.isEmpty() && Files.isDirectory(folder)) {
            WholeFile.force(folder);
        }
    }

    /** The names of all files in the folder, blobs or not, sorted. */
    List<String> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    long length(String file) throws IOException {
        return Files.size(folder.resolve(file));
    }

    /** Whether a size class sealed to one recipient has this length. */
    static boolean isSealedLength(long sealed) {
        long size = SizeClass.SMALLEST_BYTES;
        while (sealedLength(size) < sealed && size < SizeClass.MAX_LENGTH) {
            size = SizeClass.paddedLength(size + 1);
        }
        return sealedLength(size) == sealed;
    }

    /** {@code docs/formats/seal.md}: header and nonce for one hybrid recipient, and a tag for each chunk of 64 KiB. */
    private static long sealedLength(long size) {
        return 1643 + size + 16 * Math.ceilDiv(size, 1L << 16);
    }

    /** The first bytes of a file in the folder. */
    byte[] head(String file, int length) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            return in.readNBytes(length);
        }
    }

    private Path file(Id name) {
        return folder.resolve(name + SUFFIX);
    }
}
