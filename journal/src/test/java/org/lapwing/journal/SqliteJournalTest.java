// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.entry.Basis;
import org.lapwing.entry.Draft;
import org.lapwing.entry.Id;

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

    /** Two rivals in one group: the second is judged against the first, which is not in the database yet. */
    @Test
    void judgesAnAppendAgainstThoseOfItsOwnGroup() throws Exception {
        Id heron = Id.parse("aaaqeayeaudaocajbifqydiob4");
        Basis basis = new Basis(0, List.of(heron));
        journal.append(group.wren, List.of(group.note("casebook", "drawn", heron)), Basis.NOTHING, both);
        Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        try (Connection holding = behindItsBack();
                Statement statement = holding.createStatement()) {
            statement.execute("BEGIN IMMEDIATE"); // holds the writer up in the commit of the first
            for (Basis each : List.of(Basis.NOTHING, basis, basis)) {
                Draft draft = group.note("casebook", "mine", each.subjects().toArray(Id[]::new));
                Thread thread = Thread.ofPlatform()
                        .start(() -> outcomes.add(journal.append(group.wren, List.of(draft), each, both)));
                threads.add(thread);
                while (thread.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
            }
            statement.execute("ROLLBACK");
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(outcomes).filteredOn(Outcome.Stale.class::isInstance).hasSize(1);
        assertThat(journal.size()).isEqualTo(3);
    }
}
