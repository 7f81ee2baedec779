// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.seal.Epoch;

class SnapshotsTest {
    /** All words so far: large enough to span blocks. */
    record Words(int version) implements Fold<List<String>>, SnapshotCodec<List<String>> {
        @Override
        public List<String> empty() {
            return List.of();
        }

        @Override
        public List<String> apply(List<String> state, Read read) {
            List<String> longer = new ArrayList<>(state);
            longer.add(Group.words(read));
            return longer;
        }

        @Override
        public Optional<SnapshotCodec<List<String>>> codec() {
            return Optional.of(this);
        }

        @Override
        public void encode(List<String> state, OutputStream out) throws IOException {
            DataOutputStream data = new DataOutputStream(out);
            data.writeInt(state.size());
            for (String word : state) {
                data.writeUTF(word);
            }
        }

        @Override
        public List<String> decode(InputStream in) throws IOException {
            DataInputStream data = new DataInputStream(in);
            List<String> words = new ArrayList<>();
            for (int left = data.readInt(); left > 0; left--) {
                words.add(data.readUTF());
            }
            return words;
        }
    }

    private static final Epoch EPOCH = Group.epoch("casebook", 1);

    @TempDir
    Path folder;

    private House house;
    private Folding<List<String>> folding;
    private final List<String> ignored = new ArrayList<>();

    @BeforeEach
    void open() {
        house = new House(folder);
        folding = new Folding<>(house.journal, "casebook", new Words(1), house.keys);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Folded<List<String>> newest() {
        return folding.newest(house.snapshots, house.log, ignored::add);
    }

    private Folded<List<String>> saved() throws IOException {
        Folded<List<String>> folded = folding.advance(newest());
        assertThat(house.snapshots.save(EPOCH, folding.fold(), folded, house.log))
                .isTrue();
        return folded;
    }

    private Path file() throws IOException {
        return house.snapshots.files().getFirst();
    }

    @Test
    void givesTheStateWithoutReadingTheRowsAgain() throws IOException {
        house.append(List.of(
                house.group.note("casebook", "x".repeat(60_000)), house.group.note("casebook", "y".repeat(60_000))));
        house.notes(300);
        Folded<List<String>> before = saved();
        house.notes(1);

        Folded<List<String>> found = newest();
        assertThat(found.next()).isEqualTo(302);
        assertThat(found.state()).isEqualTo(before.state()).hasSize(302);
        assertThat(folding.advance(found).state()).hasSize(303);
        assertThat(ignored).isEmpty();
        assertThat(house.snapshots.files()).hasSize(1);
    }

    @Test
    void passesOverWhatIsAlteredCutShortOrOfAnotherVersion() throws IOException {
        house.notes(3);
        saved();
        byte[] whole = Files.readAllBytes(file());

        folding = new Folding<>(house.journal, "casebook", new Words(2), house.keys);
        assertThat(newest().next()).isZero();
        folding = new Folding<>(house.journal, "casebook", new Words(1), house.keys);
        byte[] altered = whole.clone();
        altered[altered.length - 1] ^= 1;
        Files.write(file(), altered);
        assertThat(newest().next()).isZero();
        Files.write(file(), java.util.Arrays.copyOf(whole, whole.length - 10));
        assertThat(newest().next()).isZero();
        assertThat(ignored).hasSize(3);
        assertThat(ignored.getFirst()).contains("another version");

        assertThat(saved().next()).isEqualTo(3);
        assertThat(newest().next()).isEqualTo(3);
    }

    @Test
    void passesOverASnapshotOfAnotherHistory() throws IOException, SQLException {
        house.notes(3);
        saved();
        house.behindItsBack("UPDATE entries SET leaf = zeroblob(32) WHERE seq = 1");
        house.reopen();

        assertThat(newest().next()).isZero();
        assertThat(ignored).singleElement().asString().contains("other rows");
    }

    @Test
    void opensForNobodyWithoutTheEpoch() throws IOException {
        house.notes(3);
        saved();
        Path elsewhere = folder.resolve("snapshots")
                .resolve(file().getFileName().toString().replaceFirst("^[0-9a-f]{16}", "0000000000000000"));
        Files.move(file(), elsewhere);

        assertThat(newest().next()).isZero();
        Keyring next = house.group.keys(java.util.Map.of("casebook", List.of(Group.epoch("casebook", 2))));
        assertThat(house.snapshots
                        .newest("casebook", new Words(1), next, house.log)
                        .folded())
                .isEmpty();
        assertThat(new String(Files.readAllBytes(elsewhere), StandardCharsets.ISO_8859_1))
                .doesNotContain("casebook")
                .doesNotContain("note 1");
    }

    @Test
    void writesNoStateFromBeforeAnErasure() throws IOException {
        house.notes(3);
        Folded<List<String>> before = saved();

        house.snapshots.deleteAllThen(() -> house.group.shredKeys.clear());

        assertThat(house.snapshots.files()).isEmpty();
        assertThat(house.snapshots.save(EPOCH, folding.fold(), before, house.log))
                .isFalse();
        assertThat(house.snapshots.files()).isEmpty();
    }
}
