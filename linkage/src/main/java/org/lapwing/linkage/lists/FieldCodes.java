// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.lists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lapwing.linkage.compare.Comparison;
import org.lapwing.tables.CodedTable;

/**
 * Numbers the values of one field in the order of records: cells that are read as one value share a number, in whatever
 * script. Each different cell is read once. Belongs to one thread.
 */
final class FieldCodes {

    private static final int CHUNK = 4096;
    private static final int UNKNOWN = -1;

    private final FieldPlan plan;
    private final int[] codes;
    private final int stride;
    private final Map<Object, Integer> known = new HashMap<>();
    private final List<Object> values = new ArrayList<>();
    private int at;

    /** @param offset the field's place among the fields of a record */
    FieldCodes(FieldPlan plan, int[] codes, int stride, int offset) {
        this.plan = plan;
        this.codes = codes;
        this.stride = stride;
        this.at = offset;
        values.add("");
    }

    Object[] values() {
        return values.toArray();
    }

    /** The next records: those of a list in this order of rows. */
    void add(CellSource source, int[] order) {
        CodedTable.Coded column = source.only();
        if (column != null) {
            @Nullable Object[] read = read(column);
            int[] numbers = new int[read.length];
            Arrays.fill(numbers, UNKNOWN);
            for (int row : order) {
                int cell = column.codes()[row];
                if (numbers[cell] == UNKNOWN) {
                    numbers[cell] = number(read[cell]);
                }
                put(numbers[cell]);
            }
            return;
        }
        Comparison<Object> comparison = Field.comparison(plan.kind());
        Map<String, Integer> numbers = new HashMap<>();
        for (int row : order) {
            put(numbers.computeIfAbsent(source.cell(row), cell -> number(read(comparison, cell))));
        }
    }

    private void put(int number) {
        codes[at] = number;
        at += stride;
    }

    private int number(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        Integer number = known.putIfAbsent(value, values.size());
        if (number != null) {
            return number;
        }
        values.add(value);
        return values.size() - 1;
    }

    private @Nullable Object[] read(CodedTable.Coded column) {
        int size = column.texts().size();
        @Nullable Object[] read = new Object[size];
        IntStream.range(0, (size + CHUNK - 1) / CHUNK).parallel().forEach(chunk -> {
            Comparison<Object> own = Field.comparison(plan.kind());
            int until = Math.min(size, (chunk + 1) * CHUNK);
            for (int cell = chunk * CHUNK; cell < until; cell++) {
                read[cell] = read(own, column.texts().get(cell));
            }
        });
        return read;
    }

    private static @Nullable Object read(Comparison<Object> comparison, String cell) {
        return Missing.is(cell) ? null : comparison.read(cell).orElse(null);
    }
}
