// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.testing.PostgresServer;
import org.lapwing.tlog.TileDirectory;

/** The promise that lives hang on: what was acknowledged is there, whenever the process is killed. */
class KilledWriterTest {
    /** One in so many is killed while it opens the journal that the one before left. */
    private static final int OPENING = 4;

    @TempDir
    Path folder;

    private record Acknowledged(long first, int count, String id) {}

    @Test
    void losesNothingAcknowledgedOnSqlite() throws Exception {
        killAgainAndAgain(folder.resolve("journal.db").toString(), 5);
    }

    @Test
    void losesNothingAcknowledgedOnPostgres() throws Exception {
        try (PostgresServer server = PostgresServer.start()) {
            killAgainAndAgain(server.url(), 5);
        }
    }

    @Test
    @Tag("long")
    void losesNothingAcknowledgedInTwoHundredKillsOnSqlite() throws Exception {
        killAgainAndAgain(folder.resolve("journal.db").toString(), 200);
    }

    @Test
    @Tag("long")
    void losesNothingAcknowledgedInTwoHundredKillsOnPostgres() throws Exception {
        try (PostgresServer server = PostgresServer.start()) {
            killAgainAndAgain(server.url(), 200);
        }
    }

    private void killAgainAndAgain(String place, int kills) throws IOException, InterruptedException {
        Random random = new Random(20);
        List<Acknowledged> all = new ArrayList<>();
        for (int kill = 0; kill < kills; kill++) {
            boolean opening = kill % OPENING == OPENING - 1;
            List<Acknowledged> some = runAndKill(place, opening ? 0 : 1 + random.nextInt(40));
            assertThat(!some.isEmpty() || opening)
                    .as("process " + kill + " got to append")
                    .isTrue();
            all.addAll(some);
            if (kill % 50 == 49 || kill == kills - 1) {
                check(place, all);
            }
        }
        System.out.println(kills + " kills, " + all.size() + " appends acknowledged");
    }

    /** Kills after so many acknowledgements, with others under way; returns all that were printed by then. */
    private List<Acknowledged> runAndKill(String place, int after) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingProcess.class.getName(),
                        place,
                        folder.resolve("log").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Acknowledged> acknowledged = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("begun");
            if (after == 0) {
                process.toHandle().destroyForcibly();
            } else {
                assertThat(lines.readLine()).isEqualTo("ready");
            }
            String line = lines.readLine();
            while (line != null) {
                String[] parts = line.split(" ");
                if (parts.length == 3 && parts[2].length() == 26) {
                    acknowledged.add(new Acknowledged(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), parts[2]));
                }
                if (acknowledged.size() == after) {
                    // SIGKILL; the process's own method would close the pipe too, with acknowledgements still in it
                    process.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return acknowledged;
    }

    private void check(String place, List<Acknowledged> all) {
        Group group = new Group();
        Keyring keys = group.keys("casebook", "names");
        try (Journal journal = Journal.open(AppendingProcess.place(place), group.surroundings())) {
            JournalFolder house = new JournalFolder(folder);
            assertThat(new JournalLog(new TileDirectory(house.log()), journal.leaves())
                            .sign(AppendingProcess.LOG_KEY, House.CLOCK))
                    .isInstanceOf(JournalLog.Signing.Signed.class);
            Fsck.Keys known = new Fsck.Keys(keys, group.surroundings().signers(), Set.of("casebook", "names"), true);
            Fsck.Report report = Fsck.check(
                    journal,
                    house,
                    new Fsck.Knowledge(
                            Optional.of(AppendingProcess.LOG_KEY.verifier()), Optional.of(known), Optional.empty()));

            assertThat(report.findings()).isEmpty();
            assertThat(report.counts().opened()).isEqualTo(journal.size());
            Scanned scanned = Scanned.of(journal, keys);
            for (Acknowledged each : all) {
                assertThat(scanned.at(each.first())).isEqualTo(each.id() + " note 0");
                assertThat(scanned.at(each.first() + each.count() - 1)).endsWith(" note " + (each.count() - 1));
            }
            assertThat(scanned.halfGroups()).isZero();
        }
    }

    /** Every entry by its index: id and words. Groups count their notes from 0. */
    private record Scanned(String[] entries) {
        static Scanned of(Journal journal, Keyring keys) {
            String[] entries = new String[Math.toIntExact(journal.size())];
            for (String compartment : List.of("casebook", "names")) {
                for (Read read : journal.scan(compartment, 0, keys)) {
                    entries[(int) read.index()] = read.header().id() + " " + Group.words(read);
                }
            }
            return new Scanned(entries);
        }

        String at(long index) {
            return entries[(int) index];
        }

        /** Groups have 1, 3, 6 or 9 notes; any other run from 0 was torn. */
        int halfGroups() {
            int half = 0;
            int run = 0;
            for (int i = 0; i <= entries.length; i++) {
                if (i == entries.length || entries[i].endsWith(" note 0")) {
                    half += Set.of(0, 1, 3, 6, 9).contains(run) ? 0 : 1;
                    run = 0;
                }
                run++;
            }
            return half;
        }
    }
}
