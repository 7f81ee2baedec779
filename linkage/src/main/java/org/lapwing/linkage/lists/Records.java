// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.lists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lapwing.linkage.LinkageException;
import org.lapwing.linkage.compare.BirthFromAge;

/**
 * The records of all lists in one order that does not depend on the order of rows: list by list as given, within a list by
 * id. Records are numbered from 0. Not changed once built; safe between threads.
 */
public final class Records {

    private final List<String> lists;
    private final int[] listOf;
    private final String[] ids;
    private final List<Field> fields;
    private final List<String> notes;

    private Records(List<String> lists, int[] listOf, String[] ids, List<Field> fields, List<String> notes) {
        this.lists = lists;
        this.listOf = listOf;
        this.ids = ids;
        this.fields = List.copyOf(fields);
        this.notes = List.copyOf(notes);
    }

    public static Records of(List<RecordList> given, Layout layout) {
        int size = given.stream().mapToInt(RecordList::size).sum();
        int[] listOf = new int[size];
        String[] ids = new String[size];
        List<String> notes = new ArrayList<>();
        List<int[]> orders = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < given.size(); i++) {
            RecordList list = given.get(i);
            String[] own = ids(list, layout, notes);
            int[] order = order(own);
            orders.add(order);
            for (int row : order) {
                listOf[at] = i;
                ids[at++] = own[row];
            }
            refuseTwice(list, own, order, layout);
        }
        List<Field> fields = layout.fields().parallelStream()
                .map(plan -> field(plan, given, orders, size))
                .toList();
        return new Records(given.stream().map(RecordList::name).toList(), listOf, ids, fields, notes);
    }

    private static String[] ids(RecordList list, Layout layout, List<String> notes) {
        for (String name : layout.idColumns()) {
            int column = list.header().indexOf(name);
            if (column >= 0) {
                return list.cells()[column];
            }
        }
        notes.add(list.file() + ": no column tells records apart; lines of the file are used as ids");
        return Arrays.stream(list.lines()).mapToObj(Integer::toString).toArray(String[]::new);
    }

    private static int[] order(String[] ids) {
        boolean numbers = Arrays.stream(ids).allMatch(id -> id.length() < 10 && id.matches("0|[1-9]\\d*"));
        Comparator<Integer> by = numbers
                ? Comparator.comparingInt(row -> Integer.parseInt(ids[row]))
                : Comparator.comparing(row -> ids[row]);
        Integer[] rows = IntStream.range(0, ids.length).boxed().toArray(Integer[]::new);
        Arrays.parallelSort(rows, by);
        return Arrays.stream(rows).mapToInt(Integer::intValue).toArray();
    }

    private static void refuseTwice(RecordList list, String[] ids, int[] order, Layout layout) {
        for (int k = 0; k < order.length; k++) {
            String id = ids[order[k]];
            boolean twice = k > 0 && id.equals(ids[order[k - 1]]);
            if (twice || id.isEmpty()) {
                int line =
                        twice ? Math.max(list.lines()[order[k]], list.lines()[order[k - 1]]) : list.lines()[order[k]];
                String column = layout.idColumns().stream()
                        .filter(list.header()::contains)
                        .findFirst()
                        .orElse("");
                throw new LinkageException(list.file() + ", line " + line + ", column \"" + column + "\": "
                        + (twice ? "another row has the same id" : "the id is empty")
                        + "; accepted: an id of its own in each row");
            }
        }
    }

    private static Field field(FieldPlan plan, List<RecordList> given, List<int[]> orders, int size) {
        Field.Builder builder = new Field.Builder(plan, size);
        for (int i = 0; i < given.size(); i++) {
            RecordList list = given.get(i);
            List<String[]> columns = new ArrayList<>();
            for (String name : plan.columns()) {
                int column = list.header().indexOf(name);
                if (column >= 0) {
                    columns.add(list.cells()[column]);
                }
            }
            Optional<String[][]> ages = columns.isEmpty() ? agesAndDates(plan, list) : Optional.empty();
            for (int row : orders.get(i)) {
                int at = row;
                builder.add(ages.map(both ->
                                BirthFromAge.interval(both[0][at], both[1][at]).orElse(""))
                        .orElseGet(() -> cell(columns, at, plan.joiner())));
            }
        }
        return builder.build();
    }

    private static Optional<String[][]> agesAndDates(FieldPlan plan, RecordList list) {
        for (String column : plan.columns()) {
            int at = column.indexOf(FieldPlan.AGE_ON);
            int age = at < 0 ? -1 : list.header().indexOf(column.substring(0, at));
            int date = at < 0 ? -1 : list.header().indexOf(column.substring(at + FieldPlan.AGE_ON.length()));
            if (age >= 0 && date >= 0) {
                return Optional.of(new String[][] {list.cells()[age], list.cells()[date]});
            }
        }
        return Optional.empty();
    }

    private static String cell(List<String[]> columns, int row, String joiner) {
        if (columns.size() == 1) {
            return columns.getFirst()[row];
        }
        StringBuilder joined = new StringBuilder();
        for (String[] column : columns) {
            if (!Missing.is(column[row])) {
                joined.append(joined.isEmpty() ? "" : joiner).append(column[row]);
            }
        }
        return joined.toString();
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
        int[] lists = Arrays.stream(chosen).map(record -> listOf[record]).toArray();
        String[] theirs = Arrays.stream(chosen).mapToObj(record -> ids[record]).toArray(String[]::new);
        List<Field> some = fields.stream().map(field -> field.of(chosen)).toList();
        return new Records(this.lists, lists, theirs, some, notes);
    }

    public int size() {
        return listOf.length;
    }

    public List<String> lists() {
        return lists;
    }

    public int list(int record) {
        return listOf[record];
    }

    public String id(int record) {
        return ids[record];
    }

    public List<Field> fields() {
        return fields;
    }

    public List<String> notes() {
        return notes;
    }

    /** How many records each list has. */
    public int[] sizes() {
        int[] sizes = new int[lists.size()];
        for (int list : listOf) {
            sizes[list]++;
        }
        return sizes;
    }
}
