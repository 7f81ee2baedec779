// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * How many people were on each combination of lists: the capture table that linkage writes and estimation reads. To the
 * byte in docs/formats/overlap-table.md.
 *
 * @param lists 2 to 20 names, no two alike but for case, width or spaces
 * @param counts by pattern: bit i is set if the person was on list i. Never pattern 0, which nobody can count; patterns
 *     that are absent are exactly zero, and exact zeros are left out
 */
public record OverlapTable(List<String> lists, SequencedMap<Integer, Count> counts) {

    public static final int MOST_LISTS = 20;
    private static final String COUNT = "count";
    private static final String SHAPE = "a header of 2 to " + MOST_LISTS + " list names and count";
    private static final CellType<Boolean> ON_LIST = CellType.zeroOrOne();

    public OverlapTable {
        lists = List.copyOf(lists);
        checkLists(lists, "overlap table");
        TreeMap<Integer, Count> kept = new TreeMap<>(counts);
        kept.values().removeIf(c -> c.equals(new Count.Exactly(0)));
        if (!kept.isEmpty() && (kept.firstKey() < 1 || kept.lastKey() >= 1 << lists.size())) {
            throw new IllegalArgumentException("a pattern has one list at least and no list beyond the header");
        }
        counts = Collections.unmodifiableSequencedMap(kept);
    }

    public Count count(int pattern) {
        return counts.getOrDefault(pattern, new Count.Exactly(0));
    }

    /** Everybody on one list at least: the fewest that the withheld counts allow. */
    public long leastObserved() {
        return counts.values().stream().mapToLong(Count::least).sum();
    }

    public long mostObserved() {
        return counts.values().stream().mapToLong(Count::most).sum();
    }

    public static OverlapTable read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static OverlapTable read(InputStream in, String file) {
        Column<Count> number = Column.of(COUNT, Count.type());
        Table table = Table.read(in, file, Schema.of(number).andOthers());
        List<String> lists = new ArrayList<>(table.header());
        lists.remove(COUNT);
        checkLists(lists, file);
        TreeMap<Integer, Count> counts = new TreeMap<>();
        Map<Integer, Long> lines = new HashMap<>();
        for (Row row : table.rows()) {
            int pattern = pattern(row, lists, file);
            Long before = lines.putIfAbsent(pattern, row.line());
            if (before != null) {
                throw new TableException(
                        file, row.line(), "", "line " + before + " has the same pattern", "each pattern once");
            }
            counts.put(pattern, row.get(number));
        }
        return new OverlapTable(lists, counts);
    }

    private static int pattern(Row row, List<String> lists, String file) {
        int pattern = 0;
        for (int i = 0; i < lists.size(); i++) {
            String list = lists.get(i);
            boolean on = ON_LIST.parse(row.text(list))
                    .orElseThrow(() -> new TableException(
                            file, row.line(), TableReader.shown(list), "the cell is not 0 or 1", ON_LIST.accepted()));
            pattern |= on ? 1 << i : 0;
        }
        if (pattern == 0) {
            throw new TableException(
                    file,
                    row.line(),
                    "",
                    "the row is on no list; nobody can have counted it",
                    "one 1 at least in each row");
        }
        return pattern;
    }

    private static void checkLists(List<String> lists, String file) {
        if (lists.size() < 2 || lists.size() > MOST_LISTS) {
            String problem = lists.size() == 1 ? "there is one list" : "there are " + lists.size() + " lists";
            throw new TableException(file, 1, "", problem, SHAPE);
        }
        Map<String, String> seen = new HashMap<>(Map.of(COUNT, COUNT));
        for (String list : lists) {
            if (list.startsWith("#")) { // kept for the mark of a later version of the format
                throw new TableException(file, 1, TableReader.shown(list), "a list name begins with #", "other names");
            }
            String other = seen.putIfAbsent(alike(list), list);
            if (other != null || list.isBlank()) {
                String problem = other == null
                        ? "a list has no name"
                        : "the name is too like \"" + TableReader.shown(other) + "\"";
                throw new TableException(
                        file, 1, TableReader.shown(list), problem, "names that differ by more than case or spaces");
            }
        }
    }

    private static String alike(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Cf}]+", "");
    }

    /** Beside, then renamed. */
    public void write(Path target) throws IOException {
        try (TableWriter writer = TableWriter.to(target, header(), TableWriter.Formulas.AS_THEY_ARE)) {
            writeRows(writer);
        }
    }

    public void write(OutputStream out) throws IOException {
        try (TableWriter writer = TableWriter.to(out, header(), TableWriter.Formulas.AS_THEY_ARE)) {
            writeRows(writer);
        }
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(lists);
        header.add(COUNT);
        return header;
    }

    private void writeRows(TableWriter writer) throws IOException {
        // A table of nothing but zeros still says so in one row: a header alone is refused on reading.
        Map<Integer, Count> rows = counts.isEmpty() ? Map.of(1, new Count.Exactly(0)) : counts;
        for (Map.Entry<Integer, Count> row : rows.entrySet()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < lists.size(); i++) {
                cells.add((row.getKey() >> i & 1) == 1 ? "1" : "0");
            }
            cells.add(row.getValue().toString());
            writer.row(cells);
        }
        writer.finish();
    }
}
