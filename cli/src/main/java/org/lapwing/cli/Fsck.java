// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lapwing.journal.Finding;
import org.lapwing.journal.Fsck.Counts;
import org.lapwing.journal.Fsck.Knowledge;
import org.lapwing.journal.Fsck.Report;
import org.lapwing.journal.Journal;
import org.lapwing.journal.JournalException;
import org.lapwing.journal.JournalFolder;
import org.lapwing.journal.JournalPlace;
import org.lapwing.journal.Surroundings;
import org.lapwing.seal.SealException;
import org.lapwing.tlog.LogVerifierKey;
import org.lapwing.tlog.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lapwing fsck}: checks a journal, its log and its blobs; with the recovery paper's key also what is sealed. */
@Command(
        name = "fsck",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a desk's journal, its log and its blobs, and changes nothing. The desk must not be running.",
            "Without keys it compares rows, tiles and checkpoint with one another. With the key that lapwing recover "
                    + "makes of the recovery paper it opens every entry, file and snapshot too, in memory alone, and "
                    + "checks each signature against the roster."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing is wrong", "1:something is, and is listed", "2:there is no journal to check"},
        footer = {
            "",
            "Examples:",
            "  lapwing fsck lapwing-data/desk",
            "  lapwing fsck -i recovery.key lapwing-data/desk"
        })
final class Fsck implements Callable<Integer> {
    private final Terminal terminal;
    private final SecureRandom random;

    @Option(
            names = "--log-key",
            paramLabel = "FILE",
            description = "The log's public key: checks the checkpoint's signatures.")
    private @Nullable Path logKey;

    @Option(
            names = {"-i", "--identity"},
            paramLabel = "KEYFILE",
            description = "The key that lapwing recover makes: everything is opened and checked.")
    private List<Path> keyFiles = List.of();

    @Option(
            names = "--postgres",
            paramLabel = "URL",
            description =
                    "Where the rows are, when not in DIR: jdbc:postgresql://... ; put a password into the environment's "
                            + "PGPASSFILE, not here.")
    private @Nullable String postgres;

    @Parameters(paramLabel = "DIR", description = "The desk's data folder.")
    private Path folder = Path.of(".");

    Fsck(Terminal terminal, SecureRandom random) {
        this.terminal = terminal;
        this.random = random;
    }

    @Override
    public Integer call() throws IOException {
        JournalFolder house = new JournalFolder(folder);
        JournalPlace place = place(house);
        Optional<RecoveredDesk> desk = desk();
        Surroundings surroundings = new Surroundings(
                Clock.systemUTC(), random, desk.map(RecoveredDesk::signers).orElse(_ -> Optional.empty()));
        Report report;
        try (Journal journal = Journal.open(place, surroundings)) {
            Knowledge knowledge = new Knowledge(
                    key().or(() -> desk.flatMap(RecoveredDesk::logKey)),
                    desk.map(RecoveredDesk::keys),
                    desk.map(each -> each.blobs(journal)));
            report = org.lapwing.journal.Fsck.check(journal, house, knowledge);
        } catch (JournalException e) {
            throw new BadInput(folder.toString(), e);
        }
        return print(report);
    }

    private Optional<RecoveredDesk> desk() throws IOException {
        if (keyFiles.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RecoveredDesk(folder, Source.identities(keyFiles), random));
        } catch (NoSuchFileException e) {
            throw new BadInput(e.getFile() + ": there is no such file; accepted is a desk's data folder");
        } catch (SealException e) {
            throw new BadInput(folder.toString(), e);
        }
    }

    private JournalPlace place(JournalFolder house) {
        if (postgres != null) {
            return new JournalPlace.PostgresUrl(postgres);
        }
        JournalPlace.SqliteFile sqlite = house.sqlite();
        if (!Files.isRegularFile(sqlite.file())) {
            throw new BadInput(folder + ": there is no " + sqlite.file().getFileName()
                    + " in it; accepted is a desk's data folder. Maybe its rows are in PostgreSQL: --postgres");
        }
        return sqlite;
    }

    private Optional<LogVerifierKey> key() throws IOException {
        if (logKey == null) {
            return Optional.empty();
        }
        return switch (LogVerifierKey.parse(Files.readString(logKey))) {
            case Reading.Read<LogVerifierKey>(var key) -> Optional.of(key);
            case Reading.Refused<LogVerifierKey>(var reason) -> throw new BadInput(logKey + ": " + reason);
        };
    }

    private int print(Report report) {
        PrintWriter out = new PrintWriter(terminal.out(), false, StandardCharsets.UTF_8);
        for (Finding finding : report.findings()) {
            out.println(finding);
        }
        out.println(report.counts().rows() + " rows checked" + opened(report.counts()) + ", "
                + (report.findings().isEmpty()
                        ? "nothing is wrong"
                        : report.findings().size() + " found"));
        out.flush();
        return report.findings().isEmpty() ? 0 : 1;
    }

    private String opened(Counts counts) {
        return keyFiles.isEmpty()
                ? ""
                : " (" + counts.opened() + " opened, " + counts.erased() + " of forgotten sources)";
    }
}
