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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.tlog.TileDirectory;

/** The promise that lives hang on: what was acknowledged is there, whenever the process is killed. */
class KilledWriterTest {
    private static final int KILLS = 20;

    @TempDir
    Path folder;

    private record Acknowledged(long first, int count, String id) {}

    @Test
    void losesNothingAcknowledgedOnSqlite() throws Exception {
        killAgainAndAgain(folder.resolve("journal.db").toString());
    }

    @Test
    void losesNothingAcknowledgedOnPostgres() throws Exception {
        try (PostgresServer server = PostgresServer.start()) {
            killAgainAndAgain(server.url());
        }
    }

    private void killAgainAndAgain(String place) throws IOException, InterruptedException {
        Random random = new Random(20);
        List<Acknowledged> all = new ArrayList<>();
        int acknowledgedBefore = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            all.addAll(runAndKill(place, 1 + random.nextInt(40)));
            assertThat(all).as("each process got to append").hasSizeGreaterThan(acknowledgedBefore);
            acknowledgedBefore = all.size();
        }
        check(place, all);
    }

    /** Kills after so many acknowledgements, with others under way; returns all that were printed by then. */
    private static List<Acknowledged> runAndKill(String place, int after) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingProcess.class.getName(),
                        place)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Acknowledged> acknowledged = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("ready");
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
            new JournalLog(new TileDirectory(house.log()), journal.leaves()).bringUp();
            Fsck.Keys known = new Fsck.Keys(keys, group.surroundings().signers(), Set.of("casebook", "names"), true);
            Fsck.Report report = Fsck.check(
                    journal, house, new Fsck.Knowledge(Optional.empty(), Optional.of(known), Optional.empty()));

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
