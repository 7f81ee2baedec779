// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Published tables that nobody here wrote, against the figures that their index states. */
final class PublishedTablesTest {

    private static final Column<Long> LISTS = Column.wholeNumber("lists");
    private static final Column<Long> CELLS = Column.wholeNumber("cells");
    private static final Column<Long> OBSERVED = Column.wholeNumber("n_obs");
    private static final Column<Long> SINGLES = Column.wholeNumber("singles");
    private static final Column<Long> PAIRS = Column.wholeNumber("pairs");

    private static Path data(String room) {
        Path folder = Path.of(System.getProperty("lapwing.shared", "absent"), "data", room);
        assumeTrue(Files.isDirectory(folder), "published tables are not at hand: data/" + room);
        return folder;
    }

    @Test
    void readsEveryPublishedOverlapTableAsItsIndexSays() throws IOException {
        Path folder = data("estimate");
        Schema schema = Schema.of(LISTS, CELLS, OBSERVED, SINGLES, PAIRS).andOthers();
        List<String> ran = new ArrayList<>();
        for (Row row : Table.read(folder.resolve("tables.csv"), schema).rows()) {
            OverlapTable table = OverlapTable.read(folder.resolve(row.text("table") + ".csv"));
            assertThat(table.lists())
                    .as(row.text("table"))
                    .hasSize(row.get(LISTS).intValue());
            assertThat(table.counts())
                    .as(row.text("table"))
                    .hasSize(row.get(CELLS).intValue());
            assertThat(table.leastObserved()).isEqualTo(row.get(OBSERVED)).isEqualTo(table.mostObserved());
            assertThat(onExactly(1, table)).as(row.text("table")).isEqualTo(row.get(SINGLES));
            assertThat(onExactly(2, table)).as(row.text("table")).isEqualTo(row.get(PAIRS));
            assertThat(listSizes(table)).isEqualTo(row.text("list_sizes"));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            table.write(out);
            assertThat(OverlapTable.read(new ByteArrayInputStream(out.toByteArray()), "again"))
                    .isEqualTo(table);
            ran.add(row.text("table"));
        }
        assertThat(ran)
                .containsExactly("kosovo", "UKdat", "UKdat_5", "Ned", "Ned_5", "Artificial_3", "hare", "MY_spina3");
    }

    private static long onExactly(int lists, OverlapTable table) {
        return table.counts().entrySet().stream()
                .filter(e -> Integer.bitCount(e.getKey()) == lists)
                .mapToLong(e -> e.getValue().least())
                .sum();
    }

    private static String listSizes(OverlapTable table) {
        long[] sizes = new long[table.lists().size()];
        for (Map.Entry<Integer, Count> e : table.counts().entrySet()) {
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] += (e.getKey() >> i & 1) * e.getValue().least();
            }
        }
        return String.join("/", Arrays.stream(sizes).mapToObj(Long::toString).toList());
    }

    @Test
    void readsPublishedListsToTheLastRow() {
        assertThat(rows("estimate", "reference.csv")).isEqualTo(244);
        assertThat(rows("estimate", "coverage.csv")).isEqualTo(48);
        assertThat(rows("linkage", "RLdata10000.csv")).isEqualTo(10_000);
        assertThat(rows("linkage", "dataset3.csv")).isEqualTo(5_000);
        assertThat(rows("names", "nomenklatura_name_bench_cases.csv")).isEqualTo(826);
    }

    private static int rows(String room, String name) {
        return Table.read(data(room).resolve(name), Schema.none()).rows().size();
    }
}
