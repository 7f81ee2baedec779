// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.lapwing.tables.CellType;
import org.lapwing.tables.Column;
import org.lapwing.tables.Count;
import org.lapwing.tables.OverlapTable;
import org.lapwing.tables.Row;
import org.lapwing.tables.Schema;
import org.lapwing.tables.Table;
import org.lapwing.tables.TableException;

/**
 * One overlap table for each combination of values in some columns: strata, or the samples of a linkage. The file is an
 * overlap table with these columns beside. Names are {@code region=north, year=1998}, in the order in which they first occur.
 */
public record GroupedTables(List<String> by, SequencedMap<String, OverlapTable> tables) {
    private static final CellType<Boolean> ON_LIST = CellType.zeroOrOne();

    public GroupedTables {
        by = List.copyOf(by);
        tables = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tables));
    }

    /** @throws TableException naming file, line and column, if a column is missing or a cell cannot be used */
    public static GroupedTables read(InputStream in, String file, List<String> by) {
        Column<Count> number = Column.of("count", Count.type());
        List<Column<?>> needed = new ArrayList<>(List.of(number));
        by.forEach(column -> needed.add(Column.text(column)));
        Table table = Table.read(in, file, new Schema(needed, true, true));
        List<String> lists = new ArrayList<>(table.header());
        lists.remove("count");
        lists.removeAll(by);
        Map<String, TreeMap<Integer, Count>> cells = new LinkedHashMap<>();
        Map<String, Long> lines = new HashMap<>();
        for (Row row : table.rows()) {
            String group = name(row, by);
            int pattern = pattern(row, lists, file);
            Long before = lines.putIfAbsent(pattern + " " + group, row.line());
            if (before != null) {
                throw new TableException(
                        file,
                        row.line(),
                        "",
                        "line " + before + " has the same pattern and " + String.join(", ", by),
                        "each pattern once in each group");
            }
            cells.computeIfAbsent(group, key -> new TreeMap<>()).put(pattern, row.get(number));
        }
        SequencedMap<String, OverlapTable> tables = new LinkedHashMap<>();
        try {
            cells.forEach((group, counts) -> tables.put(group, new OverlapTable(lists, counts)));
        } catch (TableException e) {
            throw new TableException(file, 1, e.column(), e.problem(), e.accepted());
        }
        return new GroupedTables(by, tables);
    }

    private static String name(Row row, List<String> by) {
        List<String> parts = new ArrayList<>();
        for (String column : by) {
            String value = row.text(column).strip();
            parts.add(column + "=" + (value.isEmpty() ? "?" : value));
        }
        return String.join(", ", parts);
    }

    private static int pattern(Row row, List<String> lists, String file) {
        int pattern = 0;
        for (int i = 0; i < Math.min(lists.size(), OverlapTable.MOST_LISTS); i++) {
            String list = lists.get(i);
            boolean on = ON_LIST.parse(row.text(list))
                    .orElseThrow(() -> new TableException(
                            file,
                            row.line(),
                            list,
                            "the cell is not 0 or 1; if the column is not a list, name it with --by",
                            ON_LIST.accepted()));
            pattern |= on ? 1 << i : 0;
        }
        if (pattern == 0) {
            throw new TableException(file, row.line(), "", "the row is on no list", "one 1 at least in each row");
        }
        return pattern;
    }

    /**
     * The same by all columns but the last, such as the samples of each stratum: in each group one table for every value of the
     * last column in the file, in one order; where a group has no row of a value, a table with nobody.
     */
    public SequencedMap<String, List<OverlapTable>> nested() {
        String last = ", " + by.getLast() + "=";
        SequencedSet<String> values = new LinkedHashSet<>();
        SequencedMap<String, Map<String, OverlapTable>> groups = new LinkedHashMap<>();
        tables.forEach((name, table) -> {
            int at = name.lastIndexOf(last);
            values.add(name.substring(at));
            groups.computeIfAbsent(name.substring(0, at), _ -> new HashMap<>()).put(name.substring(at), table);
        });
        SequencedMap<String, List<OverlapTable>> nested = new LinkedHashMap<>();
        groups.forEach((group, found) -> {
            OverlapTable nobody =
                    new OverlapTable(found.values().iterator().next().lists(), new TreeMap<>());
            nested.put(
                    group,
                    values.stream()
                            .map(value -> found.getOrDefault(value, nobody))
                            .toList());
        });
        return nested;
    }
}
