// SPDX-License-Identifier: Apache-2.0
package org.lapwing.fuzz;

import static org.lapwing.fuzz.Parser.read;
import static org.lapwing.fuzz.Parser.same;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lapwing.linkage.LinkageException;
import org.lapwing.linkage.files.ModelFile;
import org.lapwing.linkage.lists.RecordList;
import org.lapwing.linkage.lists.Records;
import org.lapwing.linkage.model.Model;
import org.lapwing.tables.OverlapTable;
import org.lapwing.tables.Row;
import org.lapwing.tables.Schema;
import org.lapwing.tables.Table;
import org.lapwing.tables.TableException;
import org.lapwing.tables.TableWriter;

/** Lists and what is made of them. */
final class TableTargets {
    private TableTargets() {}

    static void csv(byte[] input) throws Exception {
        Optional<Table> table = read(TableException.class, () -> table(input));
        if (table.isPresent()) {
            byte[] written = written(table.get());
            same(written, written(table(written)), "a table");
        }
    }

    private static Table table(byte[] bytes) {
        return Table.read(new ByteArrayInputStream(bytes), "list.csv", Schema.none());
    }

    private static byte[] written(Table table) throws IOException {
        var out = new ByteArrayOutputStream();
        try (TableWriter writer = TableWriter.to(out, table.header(), TableWriter.Formulas.AS_THEY_ARE)) {
            for (Row row : table.rows()) {
                writer.row(table.header().stream().map(row::text).toList());
            }
            writer.finish();
        }
        return out.toByteArray();
    }

    static void overlap(byte[] input) throws Exception {
        Optional<OverlapTable> table = read(TableException.class, () -> overlapOf(input));
        if (table.isPresent()) {
            var out = new ByteArrayOutputStream();
            table.get().write(out);
            same(table.get(), overlapOf(out.toByteArray()), "an overlap table");
        }
    }

    private static OverlapTable overlapOf(byte[] bytes) {
        return OverlapTable.read(new ByteArrayInputStream(bytes), "overlap.csv");
    }

    static void model(byte[] input) throws Exception {
        String text = new String(input, StandardCharsets.UTF_8);
        Optional<Model> model = read(LinkageException.class, () -> ModelFile.read(text, "model.yaml"));
        if (model.isPresent()) {
            Records none = Records.of(List.<RecordList>of(), model.get().layout());
            String written = ModelFile.text(model.get(), none);
            same(written, ModelFile.text(ModelFile.read(written, "model.yaml"), none), "a model");
        }
    }
}
