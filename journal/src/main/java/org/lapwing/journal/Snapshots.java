// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.Epoch;
import org.lapwing.seal.HybridIdentity;
import org.lapwing.seal.SealException;
import org.lapwing.seal.SealingStream;
import org.lapwing.seal.SizeClass;
import org.lapwing.tlog.Hash;

/**
 * Folds at rest, so that unlocking need not read every row: one sealed file per compartment and fold. Disposable: a file
 * that is invalid or of another journal, version or history is passed over and said so, and the rows give the state again.
 *
 * <p>Sealed to an identity derived from the epoch's snapshot key, whose public half is nowhere written down: only holders
 * of the epoch can make one that opens. A snapshot is therefore as trustworthy as the members of its compartment together
 * with whoever can write the folder; it is not signed. Safe for several threads.
 */
public final class Snapshots {
    private static final String LABEL = "lapwing/snapshot/v1";
    static final String SUFFIX = ".snapshot";

    private final Path folder;
    private final SecureRandom random;
    private long era;

    public Snapshots(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    /**
     * What was found.
     *
     * @param ignored why files that were there are of no use, one line each
     */
    public record Newest<S>(Optional<Folded<S>> folded, List<String> ignored) {
        public Newest {
            ignored = List.copyOf(ignored);
        }
    }

    /** Counts erasures in this process. */
    public synchronized long era() {
        return era;
    }

    /** The fold's snapshot, if valid; of the newest epoch only: who left the compartment cannot have written it. */
    public <S> Newest<S> newest(String compartment, Fold<S> fold, Keyring keyring, JournalLog log) {
        Optional<SnapshotCodec<S>> codec = fold.codec();
        List<String> ignored = new ArrayList<>();
        if (codec.isEmpty()) {
            return new Newest<>(Optional.empty(), ignored);
        }
        long began = era();
        Optional<Folded<S>> found = Optional.empty();
        Optional<Epoch> epoch = keyring.newest(compartment);
        if (epoch.isPresent()) {
            Path file = file(epoch.get(), fold);
            try {
                found = Optional.of(read(file, new Expected<>(epoch.get(), fold, codec.get(), began), log));
            } catch (NoSuchFileException _) {
                // none was written under this epoch
            } catch (IOException | RuntimeException e) {
                // the codec may throw anything on bytes it did not write; whatever it is, the rows give the state again
                ignored.add(file.getFileName() + ": " + e.getMessage());
            }
        }
        return new Newest<>(found, ignored);
    }

    private record Expected<S>(Epoch epoch, Fold<S> fold, SnapshotCodec<S> codec, long era) {}

    private static <S> Folded<S> read(Path file, Expected<S> expected, JournalLog log) throws IOException {
        HybridIdentity identity = identity(expected.epoch());
        try (InputStream plain = AgeFile.open(List.of(identity), Files.newInputStream(file))) {
            DataInputStream in = new DataInputStream(plain);
            expect(in, LABEL);
            expect(in, expected.epoch().compartment());
            expect(in, expected.fold().name());
            if (in.readInt() != expected.fold().version()) {
                throw new JournalException("it is of another version of the fold");
            }
            long next = in.readLong();
            byte[] root = in.readNBytes(Hash.BYTES);
            if (!log.rootAt(next)
                    .map(Hash::bytes)
                    .filter(now -> Arrays.equals(now, root))
                    .isPresent()) {
                throw new JournalException("it is of other rows than these");
            }
            InputStream blocks = Blocks.reading(in);
            S state = expected.codec().decode(blocks);
            if (blocks.read() >= 0) {
                throw new JournalException("it has more bytes than its fold reads");
            }
            // to the end: only then is it known to be whole
            in.transferTo(OutputStream.nullOutputStream());
            return new Folded<>(state, next, expected.era());
        }
    }

    private static void expect(DataInputStream in, String text) throws IOException {
        if (!in.readUTF().equals(text)) {
            throw new JournalException("it is of another compartment or fold");
        }
    }

    /**
     * Writes the state down in place of the fold's snapshot before.
     *
     * @return false, and nothing was written, when the fold has no codec or an erasure came since the reading began
     */
    public synchronized <S> boolean save(Epoch epoch, Fold<S> fold, Folded<S> folded, JournalLog log)
            throws IOException {
        Optional<SnapshotCodec<S>> codec = fold.codec();
        if (codec.isEmpty() || folded.era() != era) {
            return false;
        }
        Hash root =
                log.rootAt(folded.next()).orElseThrow(() -> new JournalException("a snapshot reaches beyond the rows"));
        Files.createDirectories(folder);
        WholeFile.write(file(epoch, fold), file -> {
            SealingStream sealing = AgeFile.seal(List.of(identity(epoch).recipient()), file, random);
            DataOutputStream out = new DataOutputStream(sealing);
            out.writeUTF(LABEL);
            out.writeUTF(epoch.compartment());
            out.writeUTF(fold.name());
            out.writeInt(fold.version());
            out.writeLong(folded.next());
            out.write(root.bytes());
            try (OutputStream blocks = Blocks.writing(out)) {
                codec.get().encode(folded.state(), blocks);
            }
            SizeClass.pad(out, out.size());
            sealing.close();
        });
        return true;
    }

    private Path file(Epoch epoch, Fold<?> fold) {
        if (!fold.name().matches("[A-Za-z][A-Za-z0-9-]{0,63}")) {
            throw new JournalException("a fold's name has 1 to 64 letters, digits and hyphens");
        }
        return folder.resolve(identity(epoch).recipient().shortName() + "." + fold.name() + SUFFIX);
    }

    private static HybridIdentity identity(Epoch epoch) {
        return HybridIdentity.fromSeed(epoch.revealSnapshotKey());
    }

    /** Whether the file opens to its end under the epoch it is named after, where that is among these. */
    static boolean opens(Path file, List<Epoch> epochs) {
        for (Epoch epoch : epochs) {
            HybridIdentity identity = identity(epoch);
            if (String.valueOf(file.getFileName())
                    .startsWith(identity.recipient().shortName() + ".")) {
                try (InputStream in = AgeFile.open(List.of(identity), Files.newInputStream(file))) {
                    in.transferTo(OutputStream.nullOutputStream());
                } catch (IOException | SealException _) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The step of an erasure after which the old states must not come back. */
    interface Erasing {
        void run() throws IOException;
    }

    /**
     * Deletes every snapshot and then erases, while none can be saved; states read before can never be. A crash in
     * between costs snapshots only.
     */
    synchronized void deleteAllThen(Erasing erasing) throws IOException {
        era++;
        List<Path> files = files();
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        if (!files.isEmpty()) {
            WholeFile.force(folder);
        }
        erasing.run();
    }

    List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
