// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tables;

import java.util.List;

/** The columns that a table must have, in any order, and whether it may have others, or no rows. */
public record Schema(List<Column<?>> columns, boolean othersAllowed, boolean rowsNeeded) {

    public Schema {
        columns = List.copyOf(columns);
    }

    /** Any header; all cells are text; at least one row. */
    public static Schema none() {
        return new Schema(List.of(), true, true);
    }

    public static Schema of(Column<?>... columns) {
        return new Schema(List.of(columns), false, true);
    }

    public Schema andOthers() {
        return new Schema(columns, true, rowsNeeded);
    }

    public Schema orNoRows() {
        return new Schema(columns, othersAllowed, false);
    }
}
