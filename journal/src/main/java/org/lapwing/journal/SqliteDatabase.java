// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;

/**
 * SQLite with a write-ahead log and full sync (a commit that returned survives a power cut), overwritten pages zeroed,
 * temporary tables in memory, and its native library unpacked inside the data folder, never in the shared temp folder.
 */
record SqliteDatabase(Connection writing, Connection reading, FileChannel lock) implements Database {
    private static final String TMPDIR = "org.sqlite.tmpdir";

    static SqliteDatabase open(Path file) {
        Path folder = file.getParent();
        if (folder == null) {
            throw new JournalException("a journal needs a file in a folder");
        }
        FileChannel lock = lock(folder, file.resolveSibling(file.getFileName() + ".lock"));
        Connection writing = null;
        try {
            writing = connect(file, false);
            expect(writing, "journal_mode", "wal");
            expect(writing, "synchronous", "2");
            expect(writing, "secure_delete", "1");
            expect(writing, "temp_store", "2");
            return new SqliteDatabase(writing, connect(file, true), lock);
        } catch (SQLException e) {
            close(writing);
            close(lock);
            throw new JournalException(
                    "the journal " + file
                            + " cannot be opened. Maybe it is not a journal, or its disk is full or can only be read",
                    e);
        }
    }

    private static FileChannel lock(Path folder, Path file) {
        FileChannel channel = null;
        try {
            Files.createDirectories(folder);
            Path unpacked = folder.resolve("tmp");
            Files.createDirectories(unpacked);
            if (System.getProperty(TMPDIR) == null) {
                System.setProperty(TMPDIR, unpacked.toString());
            }
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException _) {
            // held by this very process: the same refusal
        } catch (IOException e) {
            close(channel);
            throw new JournalException(
                    "the folder " + folder + " cannot hold a journal. Maybe its disk is full or can only be read", e);
        }
        close(channel);
        throw new JournalException(
                "the journal is open already (its lock is " + file + "). Maybe a desk is running on this folder");
    }

    private static Connection connect(Path file, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setBusyTimeout(10_000);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        if (readOnly) {
            run(connection, "PRAGMA query_only = true");
        } else {
            connection.setAutoCommit(false);
        }
        return connection;
    }

    private static void expect(Connection connection, String pragma, String value) throws SQLException {
        List<String> found = rows(connection, "PRAGMA " + pragma);
        if (!found.equals(List.of(value))) {
            throw new SQLException("PRAGMA " + pragma + " is " + found + ", needed is " + value);
        }
    }

    @Override
    public String wholeType() {
        return "INTEGER";
    }

    @Override
    public String bytesType() {
        return "BLOB";
    }

    @Override
    public void scrub() throws SQLException {
        writing.commit();
        writing.setAutoCommit(true);
        try {
            List<String> busy = rows(writing, "PRAGMA wal_checkpoint(TRUNCATE)");
            if (!busy.equals(List.of("0"))) {
                throw new SQLException("the write-ahead log could not be emptied: a reader holds it");
            }
        } finally {
            writing.setAutoCommit(false);
        }
    }

    @Override
    public void rollBack() throws SQLException {
        try {
            writing.rollback();
        } catch (SQLException _) {
            // SQLite ends a transaction itself where the disk is full; the driver has to be told to begin another
            run(writing, "BEGIN");
        }
    }

    @Override
    public List<String> integrity() throws SQLException {
        List<String> found = rows(reading, "PRAGMA integrity_check");
        return found.equals(List.of("ok")) ? List.of() : found;
    }

    @Override
    public void close() {
        close(reading);
        close(writing);
        close(lock);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of each row. */
    private static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private static void close(@org.jspecify.annotations.Nullable AutoCloseable open) {
        Closing.quietly(open);
    }
}
