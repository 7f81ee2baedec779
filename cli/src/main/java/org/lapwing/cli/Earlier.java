// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.lapwing.linkage.Known;
import org.lapwing.linkage.cluster.Edges;
import org.lapwing.linkage.files.ModelFile;
import org.lapwing.linkage.lists.Records;
import org.lapwing.linkage.model.Model;
import org.lapwing.tables.CellType;
import org.lapwing.tables.Column;
import org.lapwing.tables.Row;
import org.lapwing.tables.Schema;

/**
 * An earlier result that a new list is added to.
 *
 * @param names by record: its cluster's name then; empty if it is new
 */
record Earlier(String[] names, Known known) {

    static Earlier none(Records records) {
        String[] names = new String[records.size()];
        Arrays.fill(names, "");
        return new Earlier(names, Known.nothing(records));
    }

    /** The model of an earlier result. */
    static Optional<Model> model(Path folder, ListFiles files) throws IOException {
        Path file = file(folder, "model.yaml");
        return Optional.of(ModelFile.read(files.text(file), file.toString()));
    }

    static Earlier read(Path folder, Records records, ListFiles files) throws IOException {
        Map<String, Integer> numbers = ListFiles.numbers(records);
        String[] names = new String[records.size()];
        Arrays.fill(names, "");
        boolean[] seen = new boolean[records.size()];
        Schema clusters = Schema.of(Column.text("list"), Column.text("id"), Column.text("cluster"))
                .andOthers();
        for (Row row : files.rows(file(folder, "clusters.csv"), clusters)) {
            Integer record = numbers.get(row.text("list") + "\0" + row.text("id"));
            if (record != null) {
                names[record] = row.text("cluster");
                seen[record] = true;
            }
        }
        Column<Double> weight = Column.of("weight", CellType.of("a number", "a number", Earlier::number));
        Schema pairs = Schema.of(
                        Column.text("left_list"),
                        Column.text("left_id"),
                        Column.text("right_list"),
                        Column.text("right_id"),
                        weight)
                .andOthers()
                .orNoRows();
        Edges.Builder edges = new Edges.Builder();
        for (Row row : files.rows(file(folder, "pairs.csv"), pairs)) {
            Integer left = numbers.get(row.text("left_list") + "\0" + row.text("left_id"));
            Integer right = numbers.get(row.text("right_list") + "\0" + row.text("right_id"));
            if (left != null && right != null) {
                edges.add(left, right, row.get(weight));
            }
        }
        return new Earlier(names, new Known(seen, edges));
    }

    private static Optional<Double> number(String cell) {
        try {
            return Optional.of(Double.parseDouble(cell));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Path file(Path folder, String name) {
        Path plain = folder.resolve(name);
        Path sealed = folder.resolve(name + ".age");
        if (!Files.exists(plain) && !Files.exists(sealed)) {
            throw new BadInput(plain + ": there is no such file; accepted: the folder of an earlier `lapwing link`");
        }
        return Files.exists(plain) ? plain : sealed;
    }
}
