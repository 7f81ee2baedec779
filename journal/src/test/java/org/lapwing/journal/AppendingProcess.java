// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.lapwing.entry.Basis;
import org.lapwing.entry.Draft;
import org.lapwing.tlog.LogKey;
import org.lapwing.tlog.TileDirectory;

/**
 * A process to be killed: four threads append for ever, one entry or a group at a time, and print each acknowledged index
 * only after {@link Journal#append} returned it; a fifth signs the log for ever.
 */
final class AppendingProcess {
    static final LogKey LOG_KEY = new LogKey("log.morvel.example/journal", new byte[32]);

    private AppendingProcess() {}

    static JournalPlace place(String argument) {
        return argument.startsWith("jdbc:")
                ? new JournalPlace.PostgresUrl(argument)
                : new JournalPlace.SqliteFile(Path.of(argument));
    }

    public static void main(String[] arguments) {
        Group group = new Group();
        Keyring keys = group.keys("casebook", "names");
        PrintStream out = new PrintStream(new BufferedOutputStream(System.out), false, StandardCharsets.US_ASCII);
        out.println("begun");
        out.flush();
        Journal journal = Journal.open(place(arguments[0]), group.surroundings());
        out.println("ready");
        out.flush();
        for (int i = 0; i < 4; i++) {
            int size = i == 0 ? 1 : i * 3;
            Thread.ofPlatform().start(() -> appendForEver(group, keys, journal, size, out));
        }
        JournalLog log = new JournalLog(new TileDirectory(Path.of(arguments[1])), journal.leaves());
        while (log.sign(LOG_KEY, House.CLOCK) instanceof JournalLog.Signing.Signed) {
            // on and on, so that some are killed within
        }
        throw new IllegalStateException("the log was not signed");
    }

    private static void appendForEver(Group group, Keyring keys, Journal journal, int size, PrintStream out) {
        List<Draft> drafts = group.notes(size % 2 == 0 ? "casebook" : "names", size);
        while (true) {
            Outcome outcome = journal.append(group.wren, drafts, Basis.NOTHING, keys);
            if (outcome instanceof Outcome.Appended(long first, var entries)) {
                synchronized (out) {
                    out.println(first + " " + entries.size() + " "
                            + entries.getFirst().header().id());
                    out.flush();
                }
            }
        }
    }
}
