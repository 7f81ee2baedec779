// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The few lines in which SQLite and PostgreSQL differ. Open from the moment it exists; holds the lock until closed. */
interface Database extends AutoCloseable {
    static Database open(JournalPlace place) {
        return switch (place) {
            case JournalPlace.SqliteFile(var file) -> SqliteDatabase.open(file);
            case JournalPlace.PostgresUrl(var url) -> PostgresDatabase.open(url);
        };
    }

    /** The one connection that writes, without auto-commit; a commit on it is durable when it returns. */
    Connection writing();

    /** The connection that reads what is committed. */
    Connection reading();

    /** The type of {@code seq}. */
    String wholeType();

    /** The type of the sealed columns. */
    String bytesType();

    /** Leaves nothing of overwritten pages in a write-ahead log. Called between transactions, on the writing thread. */
    void scrub() throws SQLException;

    /** Ends a transaction that failed, so that the next can begin. Called on the writing thread. */
    void rollBack() throws SQLException;

    /** What the database itself finds wrong with its files. */
    List<String> integrity() throws SQLException;

    @Override
    void close();
}
