// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** The demonstration's files as they lie on the class path, read with nothing but the JDK. */
final class WorldFiles {
    private final Path root;

    WorldFiles() {
        try {
            var readme = Objects.requireNonNull(WorldFiles.class.getResource("README.md"), "README.md of the demo");
            root = Objects.requireNonNull(Path.of(readme.toURI()).getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a folder, by name. */
    List<Path> folder(String name) {
        try (var files = Files.list(root.resolve(name))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One column of a table, as a set; fails when a value stands twice. */
    TreeSet<String> keys(String table, String column) {
        var keys = new TreeSet<String>();
        for (var row : table(table)) {
            if (!keys.add(cell(row, column))) {
                throw new AssertionError(table + ": " + column + " twice: " + cell(row, column));
            }
        }
        return keys;
    }

    static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), () -> "no column " + column + " in " + row.keySet());
    }

    /** RFC 4180 with a header row; a row of another width fails. */
    List<Map<String, String>> table(String name) {
        var lines = cells(text(root.resolve(name)));
        var head = lines.getFirst();
        var rows = new ArrayList<Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            if (line.size() != head.size()) {
                throw new AssertionError(name + ": " + line.size() + " cells instead of " + head.size() + ": " + line);
            }
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < head.size(); i++) {
                row.put(head.get(i), line.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> cells(String csv) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }
}
