// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tables;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes UTF-8 without a byte order mark, commas, LF, and quotation marks only where a cell needs them.
 *
 * <p>Into a file: it is written beside under a temporary name that only this user can read, and takes its own name on
 * {@link #finish}. Closed without finishing, it leaves nothing behind and the old file as it was.
 */
public final class TableWriter implements Closeable {

    /** What to do with a cell that a spreadsheet would run as a formula: one that begins with = + - @ or a tab. */
    public enum Formulas {
        /** Written as it is: for files that programs read. */
        AS_THEY_ARE,
        /** Written with an apostrophe before it: for files that people open. Not undone on reading. */
        DEFUSED
    }

    private final Writer out;
    private final Formulas formulas;
    private final int columns;
    private final @Nullable Path target;
    private final @Nullable Path beside;
    private boolean finished;

    private TableWriter(
            OutputStream out, List<String> header, Formulas formulas, @Nullable Path target, @Nullable Path beside)
            throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8.newEncoder()), 1 << 16);
        this.formulas = formulas;
        this.columns = header.size();
        this.target = target;
        this.beside = beside;
        row(header);
    }

    /** The stream is flushed by {@link #finish} and never closed. */
    public static TableWriter to(OutputStream out, List<String> header, Formulas formulas) throws IOException {
        return new TableWriter(out, header, formulas, null, null);
    }

    public static TableWriter to(Path target, List<String> header, Formulas formulas) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path beside = Files.createTempFile(folder, "." + target.getFileName(), ".part");
        return new TableWriter(Files.newOutputStream(beside), header, formulas, target, beside);
    }

    public void row(List<String> cells) throws IOException {
        if (cells.size() != columns) {
            throw new IllegalArgumentException("a row has " + cells.size() + " cells and the header " + columns);
        }
        for (int i = 0; i < columns; i++) {
            if (i > 0) {
                out.write(',');
            }
            cell(cells.get(i));
        }
        out.write('\n');
    }

    private void cell(String text) throws IOException {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a cell holds NUL, which no table can");
        }
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula && formulas == Formulas.DEFUSED ? "'" + text : text;
        // A lone empty cell would be a blank line; quoted it is a row.
        boolean quote = (columns == 1 && safe.isEmpty()) || needsQuotes(safe);
        out.write(quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe);
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("\",;\r\n".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return !text.isEmpty() && text.charAt(0) == '\uFEFF';
    }

    public void finish() throws IOException {
        out.flush();
        finished = true;
        if (target != null && beside != null) {
            out.close();
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        if (!finished && beside != null) {
            try (out) {
                Files.deleteIfExists(beside);
            }
        }
    }
}
