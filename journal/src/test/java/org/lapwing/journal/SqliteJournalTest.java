// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.entry.Basis;

class SqliteJournalTest extends JournalPromises {
    @TempDir
    Path folder;

    @Override
    JournalPlace place() {
        return new JournalPlace.SqliteFile(folder.resolve("journal.db"));
    }

    @Override
    Connection behindItsBack() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
    }

    @Test
    void leavesAnEmptyWriteAheadLogAfterScrubbing() throws IOException {
        journal.append(group.wren, List.of(group.note("casebook", "x")), Basis.NOTHING, both);
        assertThat(Files.size(folder.resolve("journal.db-wal"))).isPositive();
        journal.scrub();
        assertThat(Files.size(folder.resolve("journal.db-wal"))).isZero();
        assertThat(journal.scan("casebook", 0, both)).hasSize(1);
    }
}
