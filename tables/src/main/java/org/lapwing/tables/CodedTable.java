// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A whole table with each different cell of a column once: cells are numbers into the column's {@link Texts}, without white space
 * at either end. For tables of millions of rows, read without making a string of any cell. Not changed once read.
 *
 * @param header names of columns, without white space at either end
 * @param columns as many as the header has
 * @param lines the line on which each row begins
 */
public record CodedTable(List<String> header, List<Coded> columns, int[] lines) {

    /**
     * One column.
     *
     * @param codes by row
     */
    public record Coded(int[] codes, Texts texts) {
        public String text(int row) {
            return texts.get(codes[row]);
        }
    }

    /** Refuses what {@link TableReader} refuses, in the same words. */
    public static CodedTable read(InputStream in, String file, Limits limits) throws IOException {
        CsvParser parser = new CsvParser(in, file, limits);
        List<String> header = TableReader.header(parser, file);
        Rows rows = new Rows(header);
        while (parser.readRecord(rows)) {
            rows.end(parser.recordLine());
        }
        return rows.table();
    }

    /** Takes rows cell by cell. Belongs to one thread. */
    public static final class Rows implements CsvParser.Taker {
        private final List<String> header;
        private final Texts[] texts;
        private final int[][] codes;
        private int[] lines = new int[1024];
        private int rows;
        private int column;

        public Rows(List<String> header) {
            this.header = header.stream().map(String::strip).toList();
            this.texts = new Texts[header.size()];
            Arrays.setAll(texts, _ -> new Texts());
            this.codes = new int[header.size()][1024];
        }

        /** One row, as many cells as the header has. */
        public void row(long line, List<String> cells) {
            for (String cell : cells) {
                put(texts[column].code(cell.strip()));
            }
            end(line);
        }

        @Override
        public void take(byte[] bytes, int length, boolean ascii) {
            if (column == texts.length) {
                return; // the parser refuses the row when it has all of it
            }
            int from = 0;
            int until = length;
            while (from < until && bytes[from] >= 0 && Character.isWhitespace(bytes[from])) {
                from++;
            }
            while (from < until && bytes[until - 1] >= 0 && Character.isWhitespace(bytes[until - 1])) {
                until--;
            }
            boolean maySpace = from < until && (bytes[from] < 0 || bytes[until - 1] < 0);
            put(
                    maySpace && isSpaced(bytes, from, until)
                            ? texts[column].code(new String(bytes, 0, length, StandardCharsets.UTF_8).strip())
                            : texts[column].code(bytes, from, until - from));
        }

        /** Whether a white space of several bytes (U+1680, U+2000 and on, U+3000) is at either end. */
        private static boolean isSpaced(byte[] bytes, int from, int until) {
            return isSpace(bytes, from, until) || isSpace(bytes, Math.max(from, until - 3), until);
        }

        private static boolean isSpace(byte[] bytes, int at, int until) {
            int lead = bytes[at] & 0xFF;
            return until - at >= 3 && lead >= 0xE1 && lead <= 0xE3;
        }

        private void put(int code) {
            if (rows == codes[column].length) {
                codes[column] = Arrays.copyOf(codes[column], rows + (rows >> 1));
            }
            codes[column++][rows] = code;
        }

        private void end(long line) {
            if (column != codes.length) {
                throw new IllegalArgumentException("a row has " + column + " cells and the header " + codes.length);
            }
            if (rows == lines.length) {
                lines = Arrays.copyOf(lines, rows + (rows >> 1));
            }
            lines[rows++] = (int) line;
            column = 0;
        }

        public CodedTable table() {
            List<Coded> columns = new ArrayList<>();
            for (int c = 0; c < codes.length; c++) {
                columns.add(new Coded(Arrays.copyOf(codes[c], rows), texts[c].closed()));
            }
            return new CodedTable(header, List.copyOf(columns), Arrays.copyOf(lines, rows));
        }
    }
}
