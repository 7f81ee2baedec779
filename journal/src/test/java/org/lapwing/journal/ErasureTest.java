// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.entry.Basis;
import org.lapwing.entry.Draft;
import org.lapwing.entry.Fields;
import org.lapwing.entry.Id;
import org.lapwing.entry.Json;
import org.lapwing.seal.Epoch;
import org.lapwing.seal.ShredKey;
import org.lapwing.seal.ShredStore;

class ErasureTest {
    @TempDir
    Path folder;

    @Test
    void forgetsOneSourceAndKeepsTheHistory() throws IOException {
        try (House house = new House(folder)) {
            ShredStore store = ShredStore.create(
                    folder.resolve("shred"), new ShredStore.Sealing(new byte[32], House.CLOCK, house.group.random));
            Keyring keys = over(store, house);
            Id goes = Id.of(store.create().id());
            Id stays = Id.of(store.create().id());
            Blob blob = house.blobs.store(new ByteArrayInputStream(new byte[1000]));
            append(house, keys, goes, "told by one");
            append(house, keys, stays, "told by another");
            house.sign();
            Folding<Integer> counting = new Folding<>(house.journal, "casebook", new Counting(), keys);
            Folded<Integer> counted = counting.advance(counting.empty(house.snapshots));
            house.snapshots.save(Group.epoch("casebook", 1), new Counting(), counted, house.log);
            assertThat(house.snapshots.files()).hasSize(1);

            new Erasure(house.journal, store, house.snapshots, house.blobs).erase(List.of(goes), List.of(blob.name()));

            List<Read> reads = house.journal.scan("casebook", 0, keys).stream().toList();
            assertThat(reads.get(0)).isInstanceOf(Read.Erased.class);
            assertThat(Group.words(reads.get(1))).isEqualTo("told by another");
            assertThat(house.snapshots.files()).isEmpty();
            assertThatIOException().isThrownBy(() -> house.blobs.open(blob).close());
            assertThat(Files.size(folder.resolve("journal.db-wal"))).isZero();
            assertThat(house.sign()).isInstanceOf(JournalLog.Signing.Signed.class);
            Fsck.Keys all = new Fsck.Keys(keys, house.group.surroundings().signers(), Set.of("casebook"), true);
            Fsck.Report report = Fsck.check(
                    house.journal,
                    house.folder,
                    new Fsck.Knowledge(Optional.of(house.logKey.verifier()), Optional.of(all), Optional.of(List.of())));
            assertThat(report.findings()).isEmpty();
            assertThat(report.counts()).isEqualTo(new Fsck.Counts(2, 1, 1, 0));
        }
    }

    private static void append(House house, Keyring keys, Id source, String words) {
        Draft draft = new Draft("NoteTaken", 1, "casebook", List.of(), source, Fields.of(Map.of(0, Json.of(words))));
        assertThat(house.journal.append(house.group.wren, List.of(draft), Basis.NOTHING, keys))
                .isInstanceOf(Outcome.Appended.class);
    }

    private static Keyring over(ShredStore store, House house) {
        return new Keyring() {
            @Override
            public Optional<Epoch> newest(String compartment) {
                return house.keys.newest(compartment);
            }

            @Override
            public List<Epoch> epochs(String compartment) {
                return house.keys.epochs(compartment);
            }

            @Override
            public Optional<ShredKey> shredKey(Id id) {
                return store.get(id.bytes());
            }
        };
    }
}
