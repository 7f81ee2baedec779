// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.nio.file.Path;

/** Where the parts of a desk's journal lie under its data folder. */
public record JournalFolder(Path root) {
    /** The rows, where they are in SQLite. */
    public JournalPlace.SqliteFile sqlite() {
        return new JournalPlace.SqliteFile(root.resolve("journal.db"));
    }

    public Path blobs() {
        return root.resolve("blobs");
    }

    public Path log() {
        return root.resolve("log");
    }

    public Path marks() {
        return root.resolve("marks");
    }

    public Path snapshots() {
        return root.resolve("snapshots");
    }
}
