// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lapwing.entry.EntryException;
import org.lapwing.entry.Id;

/**
 * What waits at the gate, as it lists it: {@code LAPWING-COLLECT-1}, then {@code report ID DAY} and its {@code file NAME
 * BYTES} lines, at last {@code end}, or {@code more}.
 *
 * @param more whether there are others that this list leaves out
 */
record WaitingList(List<Waiting> reports, boolean more) {
    private static final String FIRST_LINE = "LAPWING-COLLECT-1";
    /** Decimal, at most 9 PB, so that a report's sum fits a long. */
    private static final String BYTES = "0|[1-9][0-9]{0,15}";
    /** The files that a gate keeps of a report: each becomes part of an address, so nothing else is taken. */
    private static final String NAME = "[1-9][0-9]{0,3}\\.age|identity|report\\.age";

    /** Files of one report: 40, its identity and the report file, with room. */
    private static final int MOST_FILES = 64;

    WaitingList {
        reports = List.copyOf(reports);
    }

    /** A file that waits at the gate. */
    record WaitingFile(String name, long bytes) {}

    /** A report that waits at the gate, whole. */
    record Waiting(Id report, LocalDate day, List<WaitingFile> files) {
        long bytes() {
            return files.stream().mapToLong(WaitingFile::bytes).sum();
        }
    }

    /** @throws IOException if it is anything else, or does not come to its end */
    static WaitingList parse(byte[] answer) throws IOException {
        List<String> lines =
                new String(answer, StandardCharsets.US_ASCII).lines().toList();
        String last = lines.isEmpty() ? "" : lines.getLast();
        if (lines.size() < 2 || !lines.getFirst().equals(FIRST_LINE) || !(last.equals("end") || last.equals("more"))) {
            throw new IOException("the gate's list is not one, or was cut short");
        }
        try {
            return new WaitingList(reports(lines.subList(1, lines.size() - 1)), last.equals("more"));
        } catch (EntryException | DateTimeException | NumberFormatException e) {
            throw new IOException("the gate's list has a line that is none of its own", e);
        }
    }

    private static List<Waiting> reports(List<String> lines) throws IOException {
        List<Waiting> reports = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            if (words.length == 3 && words[0].equals("report")) {
                reports.add(new Waiting(Id.parse(words[1]), LocalDate.parse(words[2]), new ArrayList<>()));
            } else if (words.length == 3 && words[0].equals("file") && !reports.isEmpty()) {
                if (reports.getLast().files().size() == MOST_FILES) {
                    throw new IOException("the gate's list has a report of more than " + MOST_FILES + " files");
                }
                reports.getLast().files().add(file(words[1], words[2]));
            } else {
                throw new IOException("the gate's list has a line that is none of its own");
            }
        }
        return reports;
    }

    private static WaitingFile file(String name, String bytes) throws IOException {
        if (!name.matches(NAME) || !bytes.matches(BYTES)) {
            throw new IOException("the gate's list names a file that is none of its own");
        }
        return new WaitingFile(name, Long.parseLong(bytes));
    }
}
