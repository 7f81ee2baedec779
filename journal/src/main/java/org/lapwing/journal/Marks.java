// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.lapwing.seal.Epoch;

/**
 * Where marks lie: sealed as snapshots are, but in a folder of their own, since a mark holds nothing of what entries say
 * and outlives erasures. Only one under the newest epoch counts: whoever left the compartment cannot have written it.
 */
public final class Marks {
    private final Snapshots files;

    public Marks(Path folder, SecureRandom random) {
        this.files = new Snapshots(folder, random);
    }

    /** The mark that is there and of these rows, or {@link Mark#NOTHING}. */
    public Mark newest(String compartment, Keyring keyring, JournalLog log, Consumer<String> ignored) {
        Snapshots.Newest<Mark> newest = files.newest(compartment, new Form(), keyring, log);
        newest.ignored().forEach(ignored);
        return newest.folded()
                .map(folded -> new Mark(
                        folded.next(), folded.state().digest(), folded.state().unsigned()))
                .orElse(Mark.NOTHING);
    }

    /** Writes the mark down in place of the one before. The log's tiles must have been brought up. */
    public void save(Epoch epoch, Mark mark, JournalLog log) throws IOException {
        files.save(epoch, new Form(), new Folded<>(mark, mark.until(), files.era()), log);
    }

    /** A mark's bytes in its file. */
    private record Form() implements Fold<Mark>, SnapshotCodec<Mark> {
        @Override
        public String name() {
            return "mark";
        }

        @Override
        public Mark empty() {
            return Mark.NOTHING;
        }

        /** What was read says nothing of what was verified: scans make marks. */
        @Override
        public Mark apply(Mark mark, Read read) {
            throw new UnsupportedOperationException("marks are made by scans");
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public Optional<SnapshotCodec<Mark>> codec() {
            return Optional.of(this);
        }

        @Override
        public void encode(Mark mark, OutputStream bytes) throws IOException {
            DataOutputStream out = new DataOutputStream(bytes);
            out.write(mark.digest());
            out.writeInt(mark.unsigned().size());
            for (long index : new TreeSet<>(mark.unsigned())) {
                out.writeLong(index);
            }
            out.flush();
        }

        @Override
        public Mark decode(InputStream bytes) throws IOException {
            DataInputStream in = new DataInputStream(bytes);
            byte[] digest = in.readNBytes(Mark.DIGEST_BYTES);
            Set<Long> unsigned = new HashSet<>();
            for (int left = in.readInt(); left > 0; left--) {
                unsigned.add(in.readLong());
            }
            return new Mark(0, digest, unsigned);
        }
    }
}
