// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench.evacuation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one case gave, by name; kept in a file of its own until the folder is swept. */
record Measured(String name, Map<String, String> values) {

    static Measured of(String name) {
        return new Measured(name, new LinkedHashMap<>());
    }

    Measured put(String key, Object value) {
        values.put(key, String.valueOf(value));
        return this;
    }

    Optional<Double> number(String key) {
        String value = values.get(key);
        return value == null || value.equals("null") ? Optional.empty() : Optional.of(Double.valueOf(value));
    }

    String text(String key) {
        return values.getOrDefault(key, "");
    }

    void keep(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        values.forEach((key, value) -> lines.add(key + "\t" + value));
        Files.createDirectories(folder);
        Path beside = folder.resolve(name + ".part");
        Files.write(beside, lines, StandardCharsets.UTF_8);
        Files.move(beside, folder.resolve(name + ".tsv"));
    }

    static Optional<Measured> kept(Path folder, String name) throws IOException {
        Path file = folder.resolve(name + ".tsv");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Measured measured = of(name);
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            measured.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1));
        }
        return Optional.of(measured);
    }
}
