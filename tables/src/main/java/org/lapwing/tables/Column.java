// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tables;

/** A column that a caller needs, by its exact name. The values of a sealed column appear in no message. */
public record Column<T>(String name, CellType<T> type, boolean isSealed) {

    public static <T> Column<T> of(String name, CellType<T> type) {
        return new Column<>(name, type, false);
    }

    public static Column<String> text(String name) {
        return of(name, CellType.text());
    }

    public static Column<Long> wholeNumber(String name) {
        return of(name, CellType.wholeNumber(Long.MIN_VALUE + 1, Long.MAX_VALUE));
    }

    public Column<T> withValuesSealed() {
        return new Column<>(name, type, true);
    }
}
