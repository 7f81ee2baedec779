// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.nio.file.Path;

/** Where a journal's rows lie. */
public sealed interface JournalPlace {
    /** One SQLite file; its write-ahead log and its lock file lie beside it. */
    record SqliteFile(Path file) implements JournalPlace {
        public SqliteFile {
            // sqlite-jdbc takes what follows a question mark for settings
            if (file.toString().indexOf('?') >= 0) {
                throw new JournalException("the path of a journal must not hold a question mark");
            }
            file = file.toAbsolutePath();
        }
    }

    /**
     * A PostgreSQL database of its own, 15 or newer.
     *
     * @param url {@code jdbc:postgresql://...}; it may hold a password, so it is never shown
     */
    record PostgresUrl(String url) implements JournalPlace {
        public PostgresUrl {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new JournalException("the address of a journal on PostgreSQL begins with jdbc:postgresql:");
            }
        }

        @Override
        public String toString() {
            return "PostgresUrl";
        }
    }
}
