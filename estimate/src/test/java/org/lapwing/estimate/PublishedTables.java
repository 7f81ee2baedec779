// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.lapwing.tables.OverlapTable;

/** The published tables and what the reference programs printed for them; outside of the repository. */
public final class PublishedTables {
    private static final Path FOLDER = Path.of(System.getProperty("lapwing.shared", "../shared"), "data", "estimate");

    private PublishedTables() {}

    public static Path file(String name) {
        Path file = FOLDER.resolve(name + ".csv");
        Assumptions.assumeTrue(Files.exists(file), "the published tables are not beside this repository");
        return file;
    }

    public static CaptureTable table(String name) {
        return CaptureTable.of(OverlapTable.read(file(name)));
    }
}
