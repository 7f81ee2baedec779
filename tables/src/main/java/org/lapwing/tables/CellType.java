// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tables;

import java.util.Optional;
import java.util.function.Function;

/** What a column's cells may hold. Rooms add their own with {@link #of}: dates, codes, names of places. */
public interface CellType<T> {

    /** The value, or empty if the cell is none of this type. */
    Optional<T> parse(String cell);

    /** As it follows "is not": "a whole number". */
    String name();

    /** As it follows "accepted:". */
    String accepted();

    static <T> CellType<T> of(String name, String accepted, Function<String, Optional<T>> parse) {
        return new CellType<>() {
            @Override
            public Optional<T> parse(String cell) {
                return parse.apply(cell);
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public String accepted() {
                return accepted;
            }
        };
    }

    static CellType<String> text() {
        return of("text", "any text", Optional::of);
    }

    /** ASCII digits, with a minus before them if the range allows it; no sign, point or grouping otherwise. */
    static CellType<Long> wholeNumber(long least, long most) {
        return of(
                "a whole number in range",
                "whole numbers from " + least + " to " + most,
                cell -> whole(cell).filter(n -> n >= least && n <= most));
    }

    static CellType<Boolean> zeroOrOne() {
        return of("0 or 1", "0 or 1", cell -> switch (cell) {
            case "0" -> Optional.of(false);
            case "1" -> Optional.of(true);
            default -> Optional.empty();
        });
    }

    /** The same type where an empty cell means "not known". */
    default CellType<Optional<T>> orEmpty() {
        return of(name(), accepted() + ", or an empty cell", cell -> {
            Optional<T> value = cell.isEmpty() ? Optional.empty() : parse(cell);
            return cell.isEmpty() || value.isPresent() ? Optional.of(value) : Optional.empty();
        });
    }

    private static Optional<Long> whole(String cell) {
        if (cell.length() > 19 || !cell.matches("-?[0-9]+")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(cell));
        } catch (NumberFormatException beyondLong) {
            return Optional.empty();
        }
    }
}
