// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.lapwing.seal.Epoch;

/**
 * The table of rows. Reading goes in pieces of {@link #PIECE} rows on one connection under a lock: rows never change, so
 * no transaction has to span the pieces, and no reader holds up the write-ahead log.
 */
final class Rows {
    /** Rows fetched at once: small enough for memory, large enough that the query costs nothing. */
    static final int PIECE = 256;

    private static final int FORMAT = 1;

    private static final String WHOLE = "SELECT seq, epoch, tag, leaf, wrapped_key, header, body";

    /** What is needed to find and judge a row without its body. */
    record Head(long index, int epoch, byte[] tag, byte[] header) {}

    private final Database database;
    private final ReentrantLock readLock = new ReentrantLock();

    Rows(Database database) {
        this.database = database;
        try {
            createTables();
        } catch (SQLException e) {
            throw new JournalException("the journal's tables can be neither found nor made", e);
        }
    }

    private void createTables() throws SQLException {
        Connection connection = database.writing();
        String bytes = database.bytesType();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS about (format INTEGER NOT NULL)");
            int format = 0;
            try (ResultSet result = statement.executeQuery("SELECT format FROM about")) {
                while (result.next()) {
                    format = Math.max(format, result.getInt(1));
                }
            }
            if (format == 0) {
                // only here: a journal that has lost its table of rows must not pass for an empty one
                statement.execute("CREATE TABLE IF NOT EXISTS entries (seq " + database.wholeType() + " PRIMARY KEY,"
                        + " epoch INTEGER NOT NULL, tag " + bytes + " NOT NULL, leaf " + bytes + " NOT NULL,"
                        + " wrapped_key " + bytes + " NOT NULL, header " + bytes + " NOT NULL, body " + bytes
                        + " NOT NULL)");
                statement.execute("INSERT INTO about (format) VALUES (" + FORMAT + ")");
            } else if (format != FORMAT) {
                throw new JournalException("the journal has format " + format + ", this Lapwing reads " + FORMAT
                        + ". Maybe it was written by a newer Lapwing");
            }
        }
        connection.commit();
    }

    /** One past the last index. */
    long next() throws SQLException {
        try (Statement statement = database.writing().createStatement();
                ResultSet result = statement.executeQuery("SELECT COALESCE(MAX(seq), -1) + 1 FROM entries")) {
            result.next();
            long next = result.getLong(1);
            database.writing().commit();
            return next;
        }
    }

    /** Writes the rows in one transaction; durable on return. */
    void insert(List<StoredRow> rows) throws SQLException {
        Connection connection = database.writing();
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO entries (seq, epoch, tag, leaf, wrapped_key, header, body)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (StoredRow row : rows) {
                insert.setLong(1, row.index());
                insert.setInt(2, row.epoch());
                insert.setBytes(3, row.tag());
                insert.setBytes(4, row.leaf());
                insert.setBytes(5, row.wrappedKey());
                insert.setBytes(6, row.header());
                insert.setBytes(7, row.body());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    /** Says of a row, by its clear columns, under which epoch it is wanted. */
    interface Finder {
        Optional<Epoch> epoch(long index, int number, byte[] tag);
    }

    /** A row that was wanted. */
    record Found(StoredRow row, Epoch epoch) {}

    /**
     * At most {@link #PIECE} rows from {@code from} to {@code until} (exclusive), in order; nothing in place of each that is
     * not wanted, whose sealed columns are not fetched.
     */
    List<Optional<Found>> piece(long from, long until, Finder finder) {
        return select(WHOLE, from, until, result -> {
            Optional<Epoch> epoch = finder.epoch(result.getLong(1), result.getInt(2), result.getBytes(3));
            return epoch.isEmpty() ? Optional.empty() : Optional.of(new Found(row(result), epoch.get()));
        });
    }

    /** At most {@link #PIECE} rows from {@code from} to {@code until} (exclusive), in order. */
    List<StoredRow> piece(long from, long until) {
        return select(WHOLE, from, until, Rows::row);
    }

    private static StoredRow row(ResultSet result) throws SQLException {
        return new StoredRow(
                result.getLong(1),
                result.getInt(2),
                result.getBytes(3),
                result.getBytes(4),
                result.getBytes(5),
                result.getBytes(6),
                result.getBytes(7));
    }

    /** At most {@link #PIECE} rows after {@code seq}, wherever they are: for checking, where gaps are what is sought. */
    List<StoredRow> after(long seq) {
        return piece(seq + 1, Long.MAX_VALUE);
    }

    List<Head> heads(long from, long until) {
        return select(
                "SELECT seq, epoch, tag, header",
                from,
                until,
                result -> new Head(result.getLong(1), result.getInt(2), result.getBytes(3), result.getBytes(4)));
    }

    List<byte[]> leaves(long from, long until) {
        return select("SELECT seq, leaf", from, until, result -> result.getBytes(2));
    }

    List<String> integrity() {
        readLock.lock();
        try {
            return database.integrity();
        } catch (SQLException e) {
            throw new JournalException("the database could not check itself", e);
        } finally {
            readLock.unlock();
        }
    }

    private interface Reading<T> {
        T read(ResultSet result) throws SQLException;
    }

    /**
     * @param columns the first of them {@code seq}. In a damaged file a store may hand out rows that nobody asked for, and
     *     whoever goes on behind the last of them would never come to an end.
     */
    private <T> List<T> select(String columns, long from, long until, Reading<T> reading) {
        long least = from;
        List<T> found = new ArrayList<>();
        readLock.lock();
        try (PreparedStatement select = database.reading()
                .prepareStatement(columns + " FROM entries WHERE seq >= ? AND seq < ? ORDER BY seq LIMIT " + PIECE)) {
            select.setLong(1, from);
            select.setLong(2, until);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    long index = result.getLong(1);
                    if (index < least || index >= until) {
                        throw new JournalException(
                                "behind row " + (least - 1) + " stands row " + index + ": the store is damaged");
                    }
                    least = index + 1;
                    found.add(reading.read(result));
                }
            }
        } catch (SQLException e) {
            throw new JournalException("rows from " + from + " on cannot be read. Maybe the store is damaged", e);
        } finally {
            readLock.unlock();
        }
        return found;
    }
}
