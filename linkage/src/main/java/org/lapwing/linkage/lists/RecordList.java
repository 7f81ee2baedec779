// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.lists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lapwing.linkage.LinkageException;

/**
 * One list as read: cells by column, equal cells shared. Not changed after {@link Builder#build}.
 *
 * @param name how outputs call it: the file's name without its ending
 * @param file how messages call it
 * @param header trimmed names of the columns
 * @param cells by column, then by row
 * @param lines the line on which each row begins
 */
public record RecordList(String name, String file, List<String> header, String[][] cells, int[] lines) {

    public int size() {
        return lines.length;
    }

    /** Takes rows one by one. */
    public static final class Builder {
        private static final int MOST_SHARED = 1 << 20;

        private final String name;
        private final String file;
        private final List<String> header;
        private final List<Map<String, String>> shared = new ArrayList<>();
        private final String[][] cells;
        private int[] lines = new int[1024];
        private int rows;

        public Builder(String name, String file, List<String> header) {
            this.name = name;
            this.file = file;
            List<String> trimmed = new ArrayList<>();
            for (String each : header) {
                String bare = each.strip();
                if (trimmed.contains(bare)) {
                    throw new LinkageException(file + ", line 1, column \"" + bare
                            + "\": two columns have this name; accepted: each name once");
                }
                trimmed.add(bare);
                shared.add(new HashMap<>());
            }
            this.header = List.copyOf(trimmed);
            this.cells = new String[header.size()][1024];
        }

        /** The cells of one row, as many as the header has. */
        public void row(long line, List<String> row) {
            if (rows == lines.length) {
                lines = Arrays.copyOf(lines, rows * 2);
                for (int c = 0; c < cells.length; c++) {
                    cells[c] = Arrays.copyOf(cells[c], rows * 2);
                }
            }
            lines[rows] = (int) line;
            for (int c = 0; c < cells.length; c++) {
                cells[c][rows] = once(c, row.get(c).strip());
            }
            rows++;
        }

        private String once(int column, String cell) {
            Map<String, String> known = shared.get(column);
            if (known.size() > MOST_SHARED) {
                return cell;
            }
            String earlier = known.putIfAbsent(cell, cell);
            return earlier == null ? cell : earlier;
        }

        public RecordList build() {
            if (rows == 0) {
                throw new LinkageException(
                        file + ", line 1: there is a header and no row; accepted: a header and one row at least");
            }
            String[][] exact = new String[cells.length][];
            for (int c = 0; c < cells.length; c++) {
                exact[c] = Arrays.copyOf(cells[c], rows);
            }
            return new RecordList(name, file, header, exact, Arrays.copyOf(lines, rows));
        }
    }
}
