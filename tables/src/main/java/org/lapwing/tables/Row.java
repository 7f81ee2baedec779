// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tables;

import java.util.List;
import java.util.Map;

/** One row, with the line on which it begins. */
public final class Row {
    /** Side by side: a schema is short, so looking along it costs less than a map for each row. */
    record Values(List<Column<?>> columns, List<Object> values) {}

    private final long line;
    private final List<String> cells;
    private final Map<String, Integer> places;
    private final Values values;

    Row(long line, List<String> cells, Map<String, Integer> places, Values values) {
        this.line = line;
        this.cells = cells;
        this.places = places;
        this.values = values;
    }

    public long line() {
        return line;
    }

    /** In the order of the header. */
    public List<String> cells() {
        return cells;
    }

    /** The text under a name of the header. */
    public String text(String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException("the header has no column of that name");
        }
        return cells.get(place);
    }

    /** The value of a column of the schema: of that very object, not of one equal to it. */
    @SuppressWarnings({"unchecked", "ReferenceEquality"}) // the reader put it there by this very column
    public <T> T get(Column<T> column) {
        for (int i = 0; i < values.columns().size(); i++) {
            if (values.columns().get(i) == column) {
                return (T) values.values().get(i);
            }
        }
        throw new IllegalArgumentException("the schema has no such column");
    }
}
