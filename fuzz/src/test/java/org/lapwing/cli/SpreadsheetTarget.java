// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.lapwing.linkage.LinkageException;

/** A spreadsheet that somebody hands in. */
public final class SpreadsheetTarget {
    private static final List<String> PARTS =
            List.of("xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml");

    private SpreadsheetTarget() {}

    /** A zip; or, where it begins otherwise, three parts of one with a NUL between, the sheet first. */
    public static void take(byte[] input) throws IOException {
        boolean zip = input.length > 1 && input[0] == 'P' && input[1] == 'K';
        try (PrintWriter notes = new PrintWriter(Writer.nullWriter())) {
            Spreadsheet.read(new ByteArrayInputStream(zip ? input : zipped(input)), "list", "list.xlsx", notes);
        } catch (BadInput | LinkageException refused) {
            return;
        }
    }

    public static byte[] zipped(byte[] parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            int from = 0;
            for (String part : PARTS) {
                int end = from;
                while (end < parts.length && parts[end] != 0) {
                    end++;
                }
                if (from < parts.length) {
                    zip.putNextEntry(new ZipEntry(part));
                    zip.write(parts, from, end - from);
                }
                from = end + 1;
            }
        }
        return out.toByteArray();
    }
}
