// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.lapwing.tables.Row;
import org.lapwing.tables.Schema;
import org.lapwing.tables.Table;

/** The demonstration's files, as {@code README.md} beside them describes. */
final class DemoFiles {
    private DemoFiles() {}

    static List<Row> table(String name) {
        try (InputStream in = open(name).orElseThrow()) {
            return Table.read(in, name, Schema.none()).rows();
        } catch (IOException e) {
            throw new UncheckedIOException("the demonstration's " + name + " cannot be read", e);
        }
    }

    static Optional<String> text(String name) {
        try (InputStream in = open(name).orElse(null)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the demonstration's " + name + " cannot be read", e);
        }
    }

    private static Optional<InputStream> open(String name) {
        return Optional.ofNullable(DemoFiles.class.getResourceAsStream(name));
    }

    /** The texts of a numbered folder, from 1 on, gaps passed over. */
    static List<String> folder(String name, String prefix, int most) {
        var texts = new ArrayList<String>();
        for (int i = 1; i <= most; i++) {
            String plain = name + "/" + prefix + i + ".txt";
            text(name + "/" + prefix + (i < 10 ? "0" : "") + i + ".txt")
                    .or(() -> text(plain))
                    .ifPresent(texts::add);
        }
        return texts;
    }

    /** {@code key: value} lines up to the first empty one. */
    static DemoHeaders headers(String text) {
        var headers = new LinkedHashMap<String, String>();
        for (String line : text.split("\n\n", 2)[0].split("\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                headers.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return new DemoHeaders(headers);
    }

    static String body(String text) {
        return text.split("\n\n", 2)[1].strip();
    }

    /** The value, unless it is one of the words that say that there is none. */
    static Optional<String> some(String value) {
        return value.isBlank() || value.equals("none") || value.equals("unknown")
                ? Optional.empty()
                : Optional.of(value);
    }
}
