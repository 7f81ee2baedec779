// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.entry.Basis;
import org.lapwing.entry.Draft;
import org.lapwing.tlog.LogKey;
import org.lapwing.tlog.TileDirectory;

/** A group with its journal in SQLite, its log, blobs and snapshots, all under one folder. */
final class House implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Group.TIME, ZoneOffset.UTC);

    final Group group = new Group();
    final Keyring keys = group.keys("casebook", "names");
    final JournalFolder folder;
    final LogKey logKey = new LogKey("log.morvel.example/journal", new byte[32]);
    final TileDirectory tiles;
    final Blobs blobs;
    final Snapshots snapshots;
    Journal journal;
    JournalLog log;

    House(Path root) {
        folder = new JournalFolder(root);
        tiles = new TileDirectory(folder.log());
        blobs = new Blobs(folder.blobs(), group.random);
        snapshots = new Snapshots(folder.snapshots(), group.random);
        journal = Journal.open(folder.sqlite(), group.surroundings());
        log = new JournalLog(tiles, journal.leaves());
    }

    void reopen() {
        journal.close();
        open();
    }

    /** Appends {@code count} notes. */
    void notes(int count) {
        for (int at = 0; at < count; at += 500) {
            append(group.notes("casebook", Math.min(500, count - at)));
        }
    }

    Outcome append(List<Draft> drafts) {
        return journal.append(group.wren, drafts, Basis.NOTHING, keys);
    }

    JournalLog.Signing sign() {
        return log.sign(logKey, CLOCK);
    }

    /** The rows as they are now, as a backup would hold them. */
    byte[] copyOfTheRows() throws IOException {
        journal.close();
        byte[] copy = Files.readAllBytes(folder.root().resolve("journal.db"));
        open();
        return copy;
    }

    void rollBackTo(byte[] rows) throws IOException {
        journal.close();
        Files.write(folder.root().resolve("journal.db"), rows);
        open();
    }

    private void open() {
        journal = Journal.open(folder.sqlite(), group.surroundings());
        log = new JournalLog(tiles, journal.leaves());
    }

    /** Goes past the journal, as one who has the file can. */
    void behindItsBack(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.root().resolve("journal.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    List<Finding> fsckWithoutKeys() {
        return Fsck.check(journal, folder, Fsck.Knowledge.NONE).findings();
    }

    List<Finding> fsck() {
        return fsck(Optional.empty());
    }

    List<Finding> fsck(Optional<List<Blob>> named) {
        Fsck.Keys all = new Fsck.Keys(keys, group.surroundings().signers(), Set.of("casebook", "names"), true);
        return Fsck.check(journal, folder, new Fsck.Knowledge(Optional.of(logKey.verifier()), Optional.of(all), named))
                .findings();
    }

    @Override
    public void close() {
        journal.close();
    }
}
