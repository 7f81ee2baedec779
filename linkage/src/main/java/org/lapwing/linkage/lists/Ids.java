// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.lists;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.lapwing.linkage.LinkageException;
import org.lapwing.tables.CodedTable;
import org.lapwing.tables.Texts;

/** Orders the rows of a list by their ids: as numbers if all are plain numbers, otherwise as texts. */
final class Ids {

    private static final int LONGEST_PREFIX = 8;

    private Ids() {}

    /** @param column the column of ids, or none if lines serve as ids; refuses an empty id and one that stands twice */
    static int[] order(RecordList list, int[] column) {
        if (column.length == 0) {
            return IntStream.range(0, list.size()).toArray();
        }
        CodedTable.Coded ids = list.column(column[0]);
        int[] rowOf = new int[ids.texts().size()];
        Arrays.fill(rowOf, -1);
        for (int row = 0; row < list.size(); row++) {
            int id = ids.codes()[row];
            if (rowOf[id] >= 0 || ids.texts().get(id).isEmpty()) {
                throw refused(list, row, list.header().get(column[0]), rowOf[id] >= 0);
            }
            rowOf[id] = row;
        }
        return sorted(ids.texts(), rowOf);
    }

    private static LinkageException refused(RecordList list, int row, String column, boolean twice) {
        return new LinkageException(list.file() + ", line " + list.line(row) + ", column \"" + column + "\": "
                + (twice ? "another row has the same id" : "the id is empty")
                + "; accepted: an id of its own in each row");
    }

    /** Rows in the order of ids. Texts are sorted by their first characters as numbers, and by themselves where those tie. */
    private static int[] sorted(Texts texts, int[] rowOf) {
        int n = texts.size();
        boolean numbers = true;
        long[] first = new long[n];
        for (int id = 0; id < n; id++) {
            String text = texts.get(id);
            first[id] = prefix(text);
            numbers &= isPlainNumber(text);
        }
        if (numbers) {
            for (int id = 0; id < n; id++) {
                first[id] = Long.parseLong(texts.get(id));
            }
        }
        return numbers ? byNumber(first, rowOf) : byText(texts, first, rowOf);
    }

    private static int[] byNumber(long[] numbers, int[] rowOf) {
        long[] keyed = new long[numbers.length];
        for (int id = 0; id < keyed.length; id++) {
            keyed[id] = numbers[id] << 32 | rowOf[id];
        }
        Arrays.parallelSort(keyed);
        return Arrays.stream(keyed).mapToInt(key -> (int) key).toArray();
    }

    private static int[] byText(Texts texts, long[] first, int[] rowOf) {
        Integer[] ids = IntStream.range(0, first.length).boxed().toArray(Integer[]::new);
        Comparator<Integer> byPrefix = (a, b) -> Long.compareUnsigned(first[a], first[b]);
        Arrays.parallelSort(ids, byPrefix.thenComparing(texts::get));
        int[] rows = new int[ids.length];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = rowOf[ids[k]];
        }
        return rows;
    }

    /** The first characters, so that unequal prefixes are ordered as their texts are; ASCII only, others tie. */
    private static long prefix(String text) {
        long prefix = 0;
        boolean plain = true;
        for (int i = 0; i < LONGEST_PREFIX; i++) {
            plain &= i >= text.length() || text.charAt(i) < 0x80;
            long c = i < text.length() ? (plain ? text.charAt(i) : 0xFF) : 0;
            prefix = prefix << 8 | c;
        }
        return prefix;
    }

    private static boolean isPlainNumber(String text) {
        if (text.length() > 9 || (text.length() > 1 && text.charAt(0) == '0')) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
