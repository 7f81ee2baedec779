// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.lists;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lapwing.linkage.LinkageException;
import org.lapwing.tables.CodedTable;

/**
 * One list as read, each different cell of a column once. Not changed once built.
 *
 * @param name how outputs call it: the file's name without its ending
 * @param file how messages call it
 */
public record RecordList(String name, String file, CodedTable table) {

    public RecordList {
        refuseTwice(file, table.header());
        if (table.lines().length == 0) {
            throw new LinkageException(
                    file + ", line 1: there is a header and no row; accepted: a header and one row at least");
        }
    }

    private static void refuseTwice(String file, List<String> header) {
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!seen.add(name)) {
                throw new LinkageException(file + ", line 1, column \"" + name
                        + "\": two columns have this name; accepted: each name once");
            }
        }
    }

    /** Trimmed names of the columns. */
    public List<String> header() {
        return table.header();
    }

    public int size() {
        return table.lines().length;
    }

    /** The line on which a row begins. */
    int line(int row) {
        return table.lines()[row];
    }

    CodedTable.Coded column(int column) {
        return table.columns().get(column);
    }

    /** Takes rows one by one. */
    public static final class Builder {
        private final String name;
        private final String file;
        private final CodedTable.Rows rows;

        public Builder(String name, String file, List<String> header) {
            this.name = name;
            this.file = file;
            refuseTwice(file, header.stream().map(String::strip).toList());
            this.rows = new CodedTable.Rows(header);
        }

        /** The cells of one row, as many as the header has. */
        public void row(long line, List<String> row) {
            rows.row(line, row);
        }

        public RecordList build() {
            return new RecordList(name, file, rows.table());
        }
    }
}
