// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A whole table in memory; for large ones use {@link TableReader}. */
public record Table(String name, List<String> header, List<Row> rows) {

    public Table {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** The name is how messages call the file. The stream is read to its end and left open. */
    public static Table read(InputStream in, String name, Schema schema) {
        try {
            return rowsOf(TableReader.open(in, name, schema), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Table read(Path file, Schema schema) {
        try (InputStream in = Files.newInputStream(file)) {
            return rowsOf(TableReader.open(in, file.toString(), schema), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Table rowsOf(TableReader reader, String name) throws IOException {
        List<Row> rows = new ArrayList<>();
        reader.forEachRemaining(rows::add);
        return new Table(name, reader.header(), rows);
    }
}
