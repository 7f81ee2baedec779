// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.lapwing.entry.Basis;
import org.lapwing.entry.Draft;

/**
 * Prints how many appends and reads a second the journal manages; run by hand. Arguments: an empty folder or a
 * PostgreSQL address, and seconds per measurement.
 */
final class MeasuredJournal {
    private final Group group = new Group();
    private final Keyring keys = group.keys("casebook");
    private final Journal journal;
    private final long nanos;

    private MeasuredJournal(Journal journal, long nanos) {
        this.journal = journal;
        this.nanos = nanos;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String place = arguments[0];
        if (!place.startsWith("jdbc:")) {
            Files.createDirectories(Path.of(place));
            place += "/journal.db";
        }
        long nanos = TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[1]));
        Group group = new Group();
        try (Journal journal = Journal.open(AppendingProcess.place(place), group.surroundings())) {
            MeasuredJournal measured = new MeasuredJournal(journal, nanos);
            measured.appends(1, 1);
            measured.appends(1, 1);
            measured.appends(1, 8);
            measured.appends(8, 1);
            measured.appends(64, 1);
            measured.appends(8, 8);
            measured.scan();
            measured.scan();
        }
    }

    private void appends(int threads, int drafts) throws InterruptedException {
        List<Draft> notes = group.notes("casebook", drafts);
        long before = journal.size();
        long start = System.nanoTime();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                var _ = pool.submit(() -> {
                    while (System.nanoTime() - start < nanos) {
                        journal.append(group.wren, notes, Basis.NOTHING, keys);
                    }
                });
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%d threads, %d drafts an append: %.0f entries/s%n",
                threads, drafts, (journal.size() - before) / seconds);
    }

    private void scan() {
        long start = System.nanoTime();
        long read = 0;
        try (Scan scan = journal.scan("casebook", 0, keys)) {
            for (Read _ : scan) {
                read++;
            }
        }
        System.out.printf("scan of %d: %.0f entries/s%n", read, read / ((System.nanoTime() - start) / 1e9));
    }
}
