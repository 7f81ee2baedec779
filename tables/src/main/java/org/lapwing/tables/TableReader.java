// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tables;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows one at a time, each checked against the schema before it is handed out. Memory is that of one row. Iterating can
 * throw {@link TableException} at any row: a caller that must change nothing on bad input reads to the end first.
 */
public final class TableReader implements Iterator<Row>, Closeable {

    private final InputStream in;
    private final String file;
    private final Schema schema;
    private final CsvParser parser;
    private final List<String> header;
    private final Map<String, Integer> places = new HashMap<>();
    private @Nullable Row ahead;

    private TableReader(InputStream in, String file, Schema schema, Limits limits) throws IOException {
        this.in = in;
        this.file = file;
        this.schema = schema;
        this.parser = new CsvParser(in, file, limits);
        this.header = readHeader();
        this.ahead = readRow();
        if (ahead == null && schema.rowsNeeded()) {
            throw new TableException(file, 1, "", "there is a header and no row", "a header and one row at least");
        }
    }

    /** Reads the header and the first row. */
    public static TableReader open(InputStream in, String file, Schema schema) throws IOException {
        return new TableReader(in, file, schema, Limits.DEFAULT);
    }

    public static TableReader open(InputStream in, String file, Schema schema, Limits limits) throws IOException {
        return new TableReader(in, file, schema, limits);
    }

    public List<String> header() {
        return header;
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public Row next() {
        Row row = ahead;
        if (row == null) {
            throw new NoSuchElementException("the table has no more rows");
        }
        try {
            ahead = readRow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return row;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private List<String> readHeader() throws IOException {
        List<String> names = header(parser, file);
        for (int i = 0; i < names.size(); i++) {
            places.put(names.get(i), i);
        }
        checkSchema();
        return names;
    }

    /** The names of the columns, each once and none empty. */
    static List<String> header(CsvParser parser, String file) throws IOException {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        if (!parser.readRecord(names)) {
            throw new TableException(file, 0, "", "the file is empty", "a header and one row at least");
        }
        parser.expectColumns(names);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isBlank()) {
                throw new TableException(file, 1, "", "column " + (i + 1) + " has no name", "a name for each column");
            }
            if (!seen.add(name)) {
                throw new TableException(file, 1, shown(name), "two columns have this name", "each name once");
            }
        }
        return List.copyOf(names);
    }

    private void checkSchema() {
        List<String> wanted = schema.columns().stream().map(Column::name).toList();
        for (String name : wanted) {
            if (!places.containsKey(name)) {
                throw new TableException(
                        file, 1, name, "this column is missing", "the columns " + String.join(", ", wanted));
            }
        }
        if (!schema.othersAllowed()) {
            for (String name : places.keySet()) {
                if (!wanted.contains(name)) {
                    throw new TableException(
                            file,
                            1,
                            shown(name),
                            "this column is not expected",
                            "the columns " + String.join(", ", wanted));
                }
            }
        }
    }

    private @Nullable Row readRow() throws IOException {
        List<String> cells = new ArrayList<>(places.size());
        if (!parser.readRecord(cells)) {
            return null;
        }
        long line = parser.recordLine();
        List<Object> values = new ArrayList<>(schema.columns().size());
        for (Column<?> column : schema.columns()) {
            values.add(value(column, cells.get(places.getOrDefault(column.name(), 0)), line));
        }
        return new Row(line, List.copyOf(cells), places, new Row.Values(schema.columns(), values));
    }

    private Object value(Column<?> column, String cell, long line) {
        Optional<?> value = column.type().parse(cell);
        if (value.isPresent()) {
            return value.get();
        }
        String subject = column.isSealed() ? "the value" : '"' + shown(cell) + '"';
        throw new TableException(
                file,
                line,
                column.name(),
                subject + " is not " + column.type().name(),
                column.type().accepted());
    }

    /** At most 40 characters, on one line. */
    static String shown(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "·");
        return plain.length() <= 40 ? plain : plain.substring(0, plain.offsetByCodePoints(0, 20)) + "…";
    }
}
