// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * PostgreSQL. The lock is an advisory one of the writing connection itself: when that connection is gone, so is the
 * lock, and nothing more can be written without it. One journal per schema.
 */
record PostgresDatabase(Connection writing, Connection reading) implements Database {
    /** First half of the advisory lock's key: "lapw" in ASCII; the second names the schema. */
    private static final int LOCK = 0x6c617077;

    /** Lock not available: PostgreSQL's documentation, appendix A. */
    private static final String TIMED_OUT = "55P03";

    static PostgresDatabase open(String url) {
        Connection writing = null;
        try {
            writing = DriverManager.getConnection(url);
            writing.setAutoCommit(false);
            // a killed process's server side may need a moment to notice
            run(writing, "SET lock_timeout = '3s'");
            run(writing, "SELECT pg_advisory_lock(" + LOCK + ", hashtext(current_schema()))");
            run(writing, "SET lock_timeout = 0");
            run(writing, "SET synchronous_commit = on");
            writing.commit();
            Connection reading = DriverManager.getConnection(url);
            reading.setReadOnly(true);
            return new PostgresDatabase(writing, reading);
        } catch (SQLException e) {
            Closing.quietly(writing);
            if (TIMED_OUT.equals(e.getSQLState())) {
                throw new JournalException("the journal is open already. Maybe a desk is running on this database", e);
            }
            throw new JournalException(
                    "the journal on PostgreSQL cannot be opened. Maybe the server is not running", e);
        }
    }

    @Override
    public String wholeType() {
        return "BIGINT";
    }

    @Override
    public String bytesType() {
        return "BYTEA";
    }

    /** PostgreSQL's own log holds rows as they were appended, which are ciphertext and never overwritten. */
    @Override
    public void scrub() throws SQLException {
        writing.commit();
    }

    @Override
    public void rollBack() throws SQLException {
        writing.rollback();
    }

    @Override
    public List<String> integrity() {
        return List.of();
    }

    @Override
    public void close() {
        Closing.quietly(reading);
        Closing.quietly(writing);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
