// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The figures as a table in Markdown, and where it is kept. */
final class Table {
    private Table() {}

    static String of(List<String> machine, List<Figure> figures) {
        StringBuilder table = new StringBuilder();
        machine.forEach(line -> table.append("- ").append(line).append('\n'));
        table.append("\n| room | what | measured | to reach | |\n|---|---|---|---|---|\n");
        for (Figure each : figures) {
            table.append("| ")
                    .append(String.join(
                            " | ",
                            each.room(),
                            each.what(),
                            each.measured(),
                            each.target(),
                            each.reach().word()))
                    .append(" |\n");
        }
        return table.toString();
    }

    /**
     * Puts the table between its two marks and leaves everything else as it is.
     *
     * @param command what writes it, after {@code lapwing bench}
     */
    static void keep(Path page, String bench, String command, String table) throws IOException {
        String begin = "<!-- " + bench + ": written by lapwing bench " + command + " --keep -->\n";
        String end = "<!-- end of " + bench + " -->\n";
        String text = Files.readString(page);
        int from = text.indexOf(begin);
        int until = text.indexOf(end);
        if (from < 0 || until < from) {
            throw new IOException(page + " lacks the marks between which the table stands");
        }
        Files.writeString(page, text.substring(0, from + begin.length()) + table + text.substring(until));
    }
}
