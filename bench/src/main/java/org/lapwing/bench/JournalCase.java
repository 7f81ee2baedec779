// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lapwing.entry.Basis;
import org.lapwing.entry.Draft;
import org.lapwing.journal.Journal;
import org.lapwing.journal.JournalPlace;
import org.lapwing.journal.Mark;
import org.lapwing.journal.Outcome;
import org.lapwing.journal.Read;
import org.lapwing.journal.Scan;

/** Durable appends and reads of the journal on SQLite, beside how often this disk lets a page be forced. */
final class JournalCase implements Case {
    private static final double SECONDS = 1.0;
    private static final int ROUNDS = 3;
    private static final int SCANNED = 20_000;

    private final OneGroup group = new OneGroup();

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public List<Figure> measure(Workplace place) throws IOException, InterruptedException {
        Path folder = place.empty("journal");
        List<Figure> figures = new ArrayList<>();
        Rounds forced = forced(folder);
        figures.add(Figure.peer(name(), "a page of 4 kB appended and forced (fdatasync)", forced.text("/s")));
        try (Journal journal = group.open(folder.resolve("journal.db"))) {
            Rounds single = appends(journal, 1, 1);
            figures.add(Figure.plain(
                    name(),
                    "durable appends, one thread, one entry at a time",
                    single.text("/s") + ", " + Rounds.number(single.middle() / forced.middle())
                            + " of the disk's rate"));
            figures.add(Figure.plain(
                    name(),
                    "the same, eight entries at a time",
                    appends(journal, 1, 8).text("entries/s")));
            figures.add(Figure.plain(
                    name(),
                    "eight threads, one entry at a time",
                    appends(journal, 8, 1).text("entries/s")));
            Rounds many = appends(journal, 64, 1);
            figures.add(Figure.judged(
                    name(),
                    "64 threads, one entry at a time, in groups",
                    many.text("entries/s"),
                    new Figure.Target("5,000 /s", many.middle() >= 5000)));
            while (journal.size() < SCANNED) {
                append(journal, group.notes(500));
            }
            Rounds read = Rounds.warm(3, () -> scan(journal));
            figures.add(Figure.judged(
                    name(),
                    "entries read, opened, signature and leaf checked",
                    read.text("/s") + ": a million in " + Rounds.number(1e6 / read.middle()) + " s",
                    new Figure.Target("a million in 30 s", read.middle() >= 1e6 / 30)));
            Mark mark = verified(journal);
            Rounds again = Rounds.warm(3, () -> again(journal, mark));
            figures.add(Figure.judged(
                    name(),
                    "the same read again under the mark of what was verified",
                    again.text("/s") + ": a million in " + Rounds.number(1e6 / again.middle()) + " s",
                    new Figure.Target("a million in 30 s", again.middle() >= 1e6 / 30)));
        }
        figures.addAll(onPostgres());
        Workplace.sweep(folder);
        return figures;
    }

    /** The same appends on a server, with PostgreSQL's own defaults: every commit is on the disk. */
    private List<Figure> onPostgres() throws IOException, InterruptedException {
        Optional<Postgres> started = Postgres.start();
        if (started.isEmpty()) {
            return List.of(Figure.absent(name(), "PostgreSQL is not on this machine"));
        }
        try (Postgres server = started.get();
                Journal journal = group.open(new JournalPlace.PostgresUrl(server.url()))) {
            String on = "PostgreSQL " + server.version() + ": ";
            List<Figure> figures = new ArrayList<>();
            figures.add(Figure.plain(
                    name(),
                    on + "one thread, one entry at a time",
                    appends(journal, 1, 1).text("/s")));
            Rounds many = appends(journal, 64, 1);
            figures.add(Figure.judged(
                    name(),
                    on + "64 threads, one entry at a time, in groups",
                    many.text("entries/s"),
                    new Figure.Target("5,000 /s", many.middle() >= 5000)));
            while (journal.size() < SCANNED) {
                append(journal, group.notes(500));
            }
            figures.add(Figure.plain(
                    name(),
                    on + "entries read, opened, signature and leaf checked",
                    Rounds.warm(3, () -> scan(journal)).text("/s")));
            return figures;
        }
    }

    private static Rounds forced(Path folder) throws IOException {
        byte[] page = Workplace.bytes(4096);
        try (FileChannel file =
                FileChannel.open(folder.resolve("forced"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            return Rounds.warm(
                    ROUNDS,
                    () -> Rounds.aSecond(SECONDS, () -> {
                        file.write(ByteBuffer.wrap(page));
                        file.force(false);
                    }));
        }
    }

    private Rounds appends(Journal journal, int threads, int drafts) throws InterruptedException {
        double[] rates = new double[ROUNDS];
        List<Draft> notes = group.notes(drafts);
        for (int round = -1; round < ROUNDS; round++) {
            long before = journal.size();
            long start = System.nanoTime();
            try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
                for (int i = 0; i < threads; i++) {
                    pool.execute(() -> {
                        while (System.nanoTime() - start < SECONDS * 1e9) {
                            append(journal, notes);
                        }
                    });
                }
            }
            if (round >= 0) {
                rates[round] = (journal.size() - before) / ((System.nanoTime() - start) / 1e9);
            }
        }
        return Rounds.of(rates);
    }

    private void append(Journal journal, List<Draft> notes) {
        if (!(journal.append(group.author(), notes, Basis.NOTHING, group) instanceof Outcome.Appended)) {
            throw new IllegalStateException("an append was refused");
        }
    }

    private Mark verified(Journal journal) {
        try (Scan scan = journal.scan(OneGroup.COMPARTMENT, Mark.NOTHING, Mark.NOTHING, group)) {
            scan.forEach(read -> {});
            return scan.mark();
        }
    }

    private double again(Journal journal, Mark mark) {
        long start = System.nanoTime();
        long read = 0;
        try (Scan scan = journal.scan(OneGroup.COMPARTMENT, Mark.NOTHING, mark, group)) {
            for (Read _ : scan) {
                read++;
            }
        }
        if (read != mark.until()) {
            throw new IllegalStateException("%,d of %,d entries were read".formatted(read, mark.until()));
        }
        return read / ((System.nanoTime() - start) / 1e9);
    }

    private double scan(Journal journal) {
        long start = System.nanoTime();
        long read = 0;
        try (Scan scan = journal.scan(OneGroup.COMPARTMENT, journal.size() - SCANNED, group)) {
            for (Read _ : scan) {
                read++;
            }
        }
        if (read != SCANNED) {
            throw new IllegalStateException("%,d of %,d entries were read".formatted(read, SCANNED));
        }
        return read / ((System.nanoTime() - start) / 1e9);
    }
}
