// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The records of all lists in one order that does not depend on the order of rows: list by list as given, within a list by
 * id. Records are numbered from 0. Not changed once built; safe between threads.
 */
public final class Records {

    private final List<RecordList> lists;
    private final List<String> names;
    private final int[] rowOf;
    private final byte[] listOf;
    private final List<int[]> idColumns;
    private final int[] codes;
    private final List<Field> fields;
    private final Swaps swaps;
    private final List<String> notes;

    private Records(Origin origin, int[] codes, List<Field> fields, Swaps swaps) {
        this.lists = origin.lists();
        this.names = lists.stream().map(RecordList::name).toList();
        this.rowOf = origin.rowOf();
        this.listOf = origin.listOf();
        this.idColumns = origin.idColumns();
        this.notes = List.copyOf(origin.notes());
        this.codes = codes;
        this.fields = List.copyOf(fields);
        this.swaps = swaps;
    }

    /**
     * Where records come from.
     *
     * @param rowOf by record
     * @param listOf by record
     * @param idColumns by list: the column of ids, or none if lines serve as ids
     */
    private record Origin(
            List<RecordList> lists, int[] rowOf, byte[] listOf, List<int[]> idColumns, List<String> notes) {}

    public static Records of(List<RecordList> given, Layout layout) {
        int size = Math.toIntExact(given.stream().mapToLong(RecordList::size).sum());
        byte[] listOf = new byte[size];
        int[] rowOf = new int[size];
        List<String> notes = new ArrayList<>();
        List<int[]> orders = new ArrayList<>();
        List<int[]> idColumns = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < given.size(); i++) {
            RecordList list = given.get(i);
            int[] column = idColumn(list, layout, notes);
            idColumns.add(column);
            int[] order = Ids.order(list, column);
            orders.add(order);
            for (int row : order) {
                listOf[at] = (byte) i;
                rowOf[at++] = row;
            }
        }
        int stride = layout.fields().size();
        int[] codes = new int[Math.multiplyExact(size, stride)];
        List<Field> fields = IntStream.range(0, stride)
                .parallel()
                .mapToObj(f -> {
                    FieldPlan plan = layout.fields().get(f);
                    FieldCodes numbers = new FieldCodes(plan, codes, stride, f);
                    for (int i = 0; i < given.size(); i++) {
                        numbers.add(CellSource.of(plan, given.get(i)), orders.get(i));
                    }
                    return new Field(plan, codes, stride, f, numbers.values());
                })
                .toList();
        return new Records(new Origin(given, rowOf, listOf, idColumns, notes), codes, fields, Swaps.of(fields));
    }

    private static int[] idColumn(RecordList list, Layout layout, List<String> notes) {
        for (String name : layout.idColumns()) {
            int column = list.header().indexOf(name);
            if (column >= 0) {
                return new int[] {column};
            }
        }
        notes.add(list.file() + ": no column tells records apart; lines of the file are used as ids");
        return new int[0];
    }

    /** At most this many records, chosen at random, with the frequencies of all. */
    public Records some(int most, long seed) {
        if (size() <= most) {
            return this;
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[] chosen = new int[most];
        int left = most;
        for (int record = 0; record < size(); record++) {
            if (random.nextInt(size() - record) < left) {
                chosen[most - left--] = record;
            }
        }
        byte[] theirLists = new byte[most];
        int[] theirRows = new int[most];
        int stride = fields.size();
        int[] theirCodes = new int[most * stride];
        for (int k = 0; k < most; k++) {
            theirLists[k] = listOf[chosen[k]];
            theirRows[k] = rowOf[chosen[k]];
            System.arraycopy(codes, chosen[k] * stride, theirCodes, k * stride, stride);
        }
        List<Field> some =
                fields.stream().map(field -> new Field(field, theirCodes)).toList();
        return new Records(new Origin(lists, theirRows, theirLists, idColumns, notes), theirCodes, some, swaps);
    }

    public int size() {
        return rowOf.length;
    }

    public List<String> lists() {
        return names;
    }

    public int list(int record) {
        return listOf[record];
    }

    public String id(int record) {
        RecordList list = lists.get(listOf[record]);
        int[] column = idColumns.get(listOf[record]);
        return column.length == 0
                ? Integer.toString(list.line(rowOf[record]))
                : list.column(column[0]).text(rowOf[record]);
    }

    public List<Field> fields() {
        return fields;
    }

    /** The codes of all fields, record by record: what one record has lies together. Not to be changed. */
    public int[] codes() {
        return codes;
    }

    public Swaps swaps() {
        return swaps;
    }

    /** The cell as written, or as joined from several; empty if it is missing or says nothing that was understood. */
    public String text(int field, int record) {
        Field of = fields.get(field);
        return of.code(record) == 0
                ? ""
                : CellSource.of(of.plan(), lists.get(listOf[record])).cell(rowOf[record]);
    }

    /**
     * About how much memory the lists and what was read from them take, counted from the arrays that are held; the formula of
     * docs/formats/linkage.md.
     */
    public long bytes() {
        long cells = 0;
        long different = 0;
        for (RecordList list : lists) {
            cells += (long) list.size() * list.header().size();
            for (int column = 0; column < list.header().size(); column++) {
                different += list.column(column).texts().size();
            }
        }
        long values = fields.stream().mapToLong(Field::size).sum();
        return 4 * (cells + codes.length) + 45L * size() + 40 * different + 500 * values;
    }

    public List<String> notes() {
        return notes;
    }

    /** How many records each list has. */
    public int[] sizes() {
        int[] sizes = new int[names.size()];
        for (byte list : listOf) {
            sizes[list]++;
        }
        return sizes;
    }
}
