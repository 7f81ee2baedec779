// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** RFC 4180 over bytes: UTF-8 is checked where it stands, so that a fault has its byte position. */
final class CsvParser {

    private static final String UTF_8 = "UTF-8 text, with or without a byte order mark";
    private static final String QUOTING = "cells in quotation marks with each mark inside them doubled, as in RFC 4180";
    private static final int END = -1;

    private final InputStream in;
    private final String file;
    private final Limits limits;
    private final byte[] buffer = new byte[1 << 16];
    private int filled;
    private int next;
    private long bufferStart;

    private byte[] cell = new byte[256];
    private int cellLength;
    private boolean ascii;

    private int cells;

    /** Receives the cells of a row, one after the other. */
    interface Taker {
        /** UTF-8, already checked; the bytes are overwritten by the next cell. */
        void take(byte[] bytes, int length, boolean ascii);
    }

    private int delimiter; // 0 until the header has shown it
    private long line = 1;
    private long recordLine;
    private List<String> header = List.of();

    CsvParser(InputStream in, String file, Limits limits) {
        this.in = in;
        this.file = file;
        this.limits = limits;
    }

    long recordLine() {
        return recordLine;
    }

    void expectColumns(List<String> names) {
        header = List.copyOf(names);
        if (delimiter == 0) {
            delimiter = ',';
        }
    }

    /** Adds the cells of the next row; false at the end of the file. Blank lines count as rows unless nothing follows. */
    boolean readRecord(List<String> into) throws IOException {
        return readRecord((bytes, length, plain) ->
                into.add(new String(bytes, 0, length, plain ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8)));
    }

    /** The same, as bytes. */
    boolean readRecord(Taker taker) throws IOException {
        cells = 0;
        if (position() == 0) {
            skipByteOrderMark();
        }
        recordLine = line;
        int c = read();
        if (c == END) {
            return false;
        }
        if (header.size() > 1 && (c == '\n' || c == '\r')) {
            refuseUnlessOnlyBlanksFollow(c);
            return false;
        }
        while (true) {
            c = c == '"' ? quoted() : bare(c);
            taker.take(cell, cellLength, ascii);
            cells++;
            if (cells > limits.columns()) {
                throw refused(
                        "", "there are more than " + limits.columns() + " columns", "at most " + limits.columns());
            }
            if (c == '\n' || c == END) {
                break;
            }
            c = read();
        }
        if (!header.isEmpty() && cells != header.size()) {
            throw ragged(cells);
        }
        return true;
    }

    private void refuseUnlessOnlyBlanksFollow(int first) throws IOException {
        int c = first;
        while (c == '\n' || c == '\r') {
            if (c == '\n') {
                line++;
            }
            c = read();
        }
        if (c != END) {
            throw ragged(1);
        }
    }

    private TableException ragged(int found) {
        return refused(
                "",
                "the row has " + found + (found == 1 ? " cell" : " cells"),
                header.size() + " cells, as in the header");
    }

    /** Reads from {@code c} to the end of a cell without quotes; returns the delimiter, LF or END that ended it. */
    private int bare(int c) throws IOException {
        startCell();
        int b = c;
        while (true) {
            if (b == END || isDelimiter(b)) {
                return b;
            }
            if (b == '\n') {
                line++;
                return b;
            }
            if (b == '\r') {
                return lineFeedAfterReturn();
            }
            if (b == '"') {
                throw refused(name(), "there is a quotation mark inside a cell that is not quoted", QUOTING);
            }
            take(b);
            takePlain();
            b = read();
        }
    }

    /** Takes what is buffered and plain at one go: letters and digits of ASCII, and whatever else no rule speaks of. */
    private void takePlain() {
        int from = next;
        int until = from + Math.min(filled - from, limits.cellBytes() - cellLength);
        int at = from;
        while (at < until && isPlain(buffer[at])) {
            at++;
        }
        int length = at - from;
        if (length > 0 && delimiter != 0) {
            if (cellLength + length > cell.length) {
                cell = Arrays.copyOf(
                        cell, Math.min(limits.cellBytes(), Math.max(cell.length * 2, cellLength + length)));
            }
            System.arraycopy(buffer, from, cell, cellLength, length);
            cellLength += length;
            next = at;
        }
    }

    private static boolean isPlain(byte b) {
        return b > ' ' && b != ',' && b != ';' && b != '"';
    }

    private int quoted() throws IOException {
        startCell();
        while (true) {
            int b = read();
            if (b == END) {
                throw refused(name(), "a quotation mark opens and is never closed", QUOTING);
            }
            if (b == '"') {
                int after = read();
                if (after != '"') {
                    return endOfQuoted(after);
                }
            } else if (b == '\n') {
                line++;
            }
            take(b);
        }
    }

    private int endOfQuoted(int after) throws IOException {
        if (after == END || isDelimiter(after)) {
            return after;
        }
        if (after == '\n') {
            line++;
            return after;
        }
        if (after == '\r') {
            return lineFeedAfterReturn();
        }
        throw refused(name(), "text follows a closing quotation mark", QUOTING);
    }

    private int lineFeedAfterReturn() throws IOException {
        if (read() != '\n') {
            throw refused("", "a line ends in a carriage return alone", "lines that end in LF or CRLF");
        }
        line++;
        return '\n';
    }

    private boolean isDelimiter(int b) {
        if (delimiter == 0 && (b == ',' || b == ';')) {
            delimiter = b;
        }
        return delimiter != 0 && b == delimiter;
    }

    private void startCell() {
        cellLength = 0;
        ascii = true;
    }

    private void take(int b) throws IOException {
        if (b == 0) {
            throw refused(name(), "byte " + (position() - 1) + " of the file is NUL", "text");
        }
        if (b < 0x80) {
            put(b);
        } else {
            takeSequence(b);
        }
    }

    /** RFC 3629, section 4: no overlong forms, no surrogates, nothing beyond U+10FFFF. */
    private void takeSequence(int lead) throws IOException {
        long at = position() - 1;
        ascii = false;
        int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
        boolean right = lead >= 0xC2 && lead <= 0xF4;
        put(lead);
        for (int i = 0; right && i < more; i++) {
            int b = read();
            right = b >= 0x80 && b <= 0xBF && (i > 0 || secondFits(lead, b));
            put(b);
        }
        if (!right) {
            throw refused(name(), "byte " + at + " of the file, counted from 0, is not UTF-8", UTF_8);
        }
    }

    private static boolean secondFits(int lead, int second) {
        return switch (lead) {
            case 0xE0 -> second >= 0xA0;
            case 0xED -> second <= 0x9F;
            case 0xF0 -> second >= 0x90;
            case 0xF4 -> second <= 0x8F;
            default -> true;
        };
    }

    private void put(int b) {
        if (cellLength == limits.cellBytes()) {
            throw refused(name(), "a cell is longer than " + limits.cellBytes() + " bytes", "shorter cells");
        }
        if (cellLength == cell.length) {
            cell = Arrays.copyOf(cell, Math.min(limits.cellBytes(), cell.length * 2));
        }
        cell[cellLength++] = (byte) b;
    }

    /** The column that is being read. */
    private String name() {
        return cells < header.size() ? TableReader.shown(header.get(cells)) : "";
    }

    private TableException refused(String column, String problem, String accepted) {
        return new TableException(file, recordLine, column, problem, accepted);
    }

    private long position() {
        return bufferStart + next;
    }

    private int read() throws IOException {
        if (next == filled) {
            bufferStart += filled;
            next = 0;
            filled = Math.max(0, in.read(buffer));
            if (filled == 0) {
                return END;
            }
        }
        return buffer[next++] & 0xFF;
    }

    private void skipByteOrderMark() throws IOException {
        filled = in.readNBytes(buffer, 0, 3);
        boolean mark = filled == 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF;
        next = mark ? 3 : 0;
    }
}
