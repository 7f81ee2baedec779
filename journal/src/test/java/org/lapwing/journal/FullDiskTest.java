// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lapwing.entry.Basis;
import org.lapwing.testing.PostgresServer;
import org.lapwing.testing.SmallDisk;
import org.lapwing.tlog.TileDirectory;

/** A disk that is full or can only be read: one clear error, nothing acknowledged that is not there, and on it goes. */
class FullDiskTest {
    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    /** What was acknowledged, by index. */
    private final List<String> acknowledged = new ArrayList<>();

    private int refused;

    /** Appends until the store refuses, and a few times more. */
    private void appendUntilRefused(Group group, Journal journal, Keyring keys) {
        int before = refused;
        while (refused < before + 5) {
            append(group, journal, keys);
        }
    }

    private void append(Group group, Journal journal, Keyring keys) {
        String words = "words " + acknowledged.size() + " " + "x".repeat(3000);
        try {
            Outcome outcome = journal.append(group.wren, List.of(group.note("casebook", words)), Basis.NOTHING, keys);
            assertThat(outcome).isInstanceOf(Outcome.Appended.class);
            acknowledged.add(words);
        } catch (NotWritten e) {
            assertThat(e).hasMessageStartingWith("nothing was written: the disk of the journal is full.");
            refused++;
        }
    }

    private static List<String> words(Journal journal, Keyring keys) {
        try (Scan scan = journal.scan("casebook", 0, keys)) {
            return scan.stream().map(Group::words).toList();
        }
    }

    @Test
    void appendsNothingToAFullDiskAndGoesOnWhenThereIsRoom() throws Exception {
        try (SmallDisk disk = SmallDisk.mounted(6);
                House house = new House(disk.folder().resolve("desk"))) {
            for (int round = 0; round < ROUNDS; round++) {
                disk.fill(200_000);
                appendUntilRefused(house.group, house.journal, house.keys);
                assertThat(house.journal.size()).isEqualTo(acknowledged.size());
                assertThat(words(house.journal, house.keys)).isEqualTo(acknowledged);
                disk.makeRoom();
                append(house.group, house.journal, house.keys);
            }
            house.reopen();

            assertThat(words(house.journal, house.keys)).isEqualTo(acknowledged);
            assertThat(house.sign()).isInstanceOf(JournalLog.Signing.Signed.class);
            assertThat(house.fsck()).isEmpty();
        }
    }

    @Test
    void appendsNothingToAFullDiskOfPostgresAndGoesOn() throws Exception {
        try (SmallDisk disk = SmallDisk.mounted(2);
                PostgresServer server = PostgresServer.start()) {
            server.owns(disk.folder());
            try (var connection = DriverManager.getConnection(server.url());
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLESPACE small LOCATION '" + disk.folder() + "'");
            }
            Group group = new Group();
            Keyring keys = group.keys("casebook");
            JournalPlace place = new JournalPlace.PostgresUrl(server.url() + "&options=-c%20default_tablespace=small");
            try (Journal journal = Journal.open(place, group.surroundings())) {
                for (int round = 0; round < ROUNDS; round++) {
                    disk.fill(100_000);
                    appendUntilRefused(group, journal, keys);
                    assertThat(words(journal, keys)).isEqualTo(acknowledged);
                    disk.makeRoom();
                    append(group, journal, keys);
                }
            }
            try (Journal journal = Journal.open(place, group.surroundings())) {
                assertThat(words(journal, keys)).isEqualTo(acknowledged);
            }
        }
    }

    @Test
    void opensNoJournalOnADiskThatCanOnlyBeRead() throws Exception {
        try (SmallDisk disk = SmallDisk.mounted(6)) {
            Path desk = disk.folder().resolve("desk");
            try (House house = new House(desk)) {
                house.notes(3);
            }
            disk.readOnly();
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> new House(desk))
                    .withMessageContaining("cannot hold a journal")
                    .withMessageContaining("Maybe its disk is full or can only be read");
            disk.writable();
            try (House house = new House(desk)) {
                assertThat(house.fsck()).isEmpty();
                assertThat(house.journal.size()).isEqualTo(3);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void writesNoTileNoCheckpointNoBlobAndNoSnapshotByHalf(boolean full) throws Exception {
        try (SmallDisk disk = SmallDisk.mounted(6);
                House rows = new House(folder)) {
            Beside beside = new Beside(rows, disk.folder());
            rows.notes(40);
            assertThat(beside.sign()).isInstanceOf(JournalLog.Signing.Signed.class);
            Folded<List<String>> forty = beside.folding.advance(beside.folding.empty(beside.snapshots));
            beside.save(forty);
            Blob kept = beside.store();
            byte[] checkpoint = beside.tiles.checkpoint().orElseThrow();
            rows.notes(60);
            Folded<List<String>> more = beside.folding.advance(forty);

            if (full) {
                disk.fill(0);
            } else {
                disk.readOnly();
            }
            for (int i = 0; i < ROUNDS; i++) {
                assertThat(beside.sign())
                        .isInstanceOfSatisfying(
                                JournalLog.Signing.RefusedToSign.class,
                                refusal -> assertThat(refusal.reason()).startsWith("cannot write "));
                assertThatIOException().isThrownBy(beside::store);
                assertThatIOException().isThrownBy(() -> beside.save(more));
            }
            assertThat(beside.tiles.checkpoint()).hasValue(checkpoint);
            assertThat(beside.newest().next()).isEqualTo(40);
            if (full) {
                disk.makeRoom();
            } else {
                disk.writable();
            }

            assertThat(beside.sign()).isInstanceOf(JournalLog.Signing.Signed.class);
            beside.save(more);
            assertThat(beside.newest().next()).isEqualTo(100);
            assertThat(beside.fsck(List.of(kept, beside.store()))).isEmpty();
        }
    }

    /** Log, blobs and snapshots of a house on another disk than its rows. */
    private static final class Beside {
        private final House rows;
        private final JournalFolder where;
        private final TileDirectory tiles;
        private final JournalLog log;
        private final Blobs blobs;
        private final Snapshots snapshots;
        private final Folding<List<String>> folding;

        Beside(House rows, Path disk) {
            this.rows = rows;
            this.where = new JournalFolder(disk.resolve("desk"));
            this.tiles = new TileDirectory(where.log());
            this.log = new JournalLog(tiles, rows.journal.leaves());
            this.blobs = new Blobs(where.blobs(), rows.group.random);
            this.snapshots = new Snapshots(where.snapshots(), rows.group.random);
            this.folding = new Folding<>(rows.journal, "casebook", new SnapshotsTest.Words(1), rows.keys);
        }

        JournalLog.Signing sign() {
            return log.sign(rows.logKey, House.CLOCK);
        }

        Blob store() throws IOException {
            return blobs.store(new ByteArrayInputStream(new byte[10]));
        }

        void save(Folded<List<String>> state) throws IOException {
            snapshots.save(Group.epoch("casebook", 1), folding.fold(), state, log);
        }

        Folded<List<String>> newest() {
            return folding.newest(snapshots, log, ignored -> {
                throw new AssertionError(ignored);
            });
        }

        List<Finding> fsck(List<Blob> named) {
            Fsck.Keys all =
                    new Fsck.Keys(rows.keys, rows.group.surroundings().signers(), Set.of("casebook", "names"), true);
            return Fsck.check(
                            rows.journal,
                            where,
                            new Fsck.Knowledge(
                                    Optional.of(rows.logKey.verifier()), Optional.of(all), Optional.of(named)))
                    .findings();
        }
    }
}
