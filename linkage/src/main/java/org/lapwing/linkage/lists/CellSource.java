// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.lists;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lapwing.linkage.compare.BirthFromAge;
import org.lapwing.tables.CodedTable;

/**
 * Where a list keeps a field: one column, several that are joined, or an age and its date.
 *
 * @param columns of this list; empty if it has none of the field's
 * @param areAgeAndDate whether the two columns together tell a date of birth
 */
record CellSource(List<CodedTable.Coded> columns, String joiner, boolean areAgeAndDate) {

    static CellSource of(FieldPlan plan, RecordList list) {
        List<CodedTable.Coded> columns = new ArrayList<>();
        for (String name : plan.columns()) {
            int column = list.header().indexOf(name);
            if (column >= 0) {
                columns.add(list.column(column));
            }
        }
        for (String column : columns.isEmpty() ? plan.columns() : List.<String>of()) {
            int at = column.indexOf(FieldPlan.AGE_ON);
            int age = at < 0 ? -1 : list.header().indexOf(column.substring(0, at));
            int date = at < 0 ? -1 : list.header().indexOf(column.substring(at + FieldPlan.AGE_ON.length()));
            if (age >= 0 && date >= 0) {
                return new CellSource(List.of(list.column(age), list.column(date)), "", true);
            }
        }
        return new CellSource(columns, plan.joiner(), false);
    }

    /** The one column that is all there is. */
    CodedTable.@Nullable Coded only() {
        return columns.size() == 1 ? columns.getFirst() : null;
    }

    /** The cell of a row as written, or put together. */
    String cell(int row) {
        if (areAgeAndDate) {
            return BirthFromAge.interval(
                            columns.get(0).text(row), columns.get(1).text(row))
                    .orElse("");
        }
        if (columns.size() == 1) {
            return columns.getFirst().text(row);
        }
        StringBuilder joined = new StringBuilder();
        for (CodedTable.Coded column : columns) {
            String cell = column.text(row);
            if (!Missing.is(cell)) {
                joined.append(joined.isEmpty() ? "" : joiner).append(cell);
            }
        }
        return joined.toString();
    }
}
