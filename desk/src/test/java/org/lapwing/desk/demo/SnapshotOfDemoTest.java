// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.CasebookFold;
import org.lapwing.casebook.CasebookForm;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.fact.AccountFact.WorkingCopyMade;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.NameFact.NameRecorded;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;
import org.lapwing.desk.doors.DemoDoor;
import org.lapwing.desk.doors.DeskPlace;
import org.lapwing.desk.doors.Doors;
import org.lapwing.desk.doors.Founding;
import org.lapwing.desk.doors.Founding.NewMember;
import org.lapwing.desk.doors.Unlocked;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.ReadingRoom;
import org.lapwing.desk.reading.Stacks;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;
import org.lapwing.journal.Blobs;
import org.lapwing.journal.Erasure;
import org.lapwing.journal.Journal;
import org.lapwing.journal.JournalLog;
import org.lapwing.journal.JournalPlace;
import org.lapwing.journal.Keyring;
import org.lapwing.journal.Mark;
import org.lapwing.journal.Marks;
import org.lapwing.journal.Read;
import org.lapwing.journal.Snapshots;
import org.lapwing.journal.Surroundings;
import org.lapwing.seal.Argon2Cost;
import org.lapwing.seal.Duty;
import org.lapwing.seal.HybridIdentity;
import org.lapwing.seal.KeyFileOpener;
import org.lapwing.seal.RootKey;
import org.lapwing.seal.Roster;
import org.lapwing.seal.RosterSignature;
import org.lapwing.seal.WordList;
import org.lapwing.tlog.TileDirectory;

/** The demonstration's world, read from rows and from snapshots. */
final class SnapshotOfDemoTest {
    private static final Argon2Cost COST = new Argon2Cost(8 * 1024, 1, 1);
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private static Path folder;

    private static Map<String, Unlocked> members;
    private static Journal journal;
    private static DeskPlace place;

    @BeforeAll
    static void writeTheWorld() throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2019-06-28T09:00:00Z"), ZoneOffset.UTC);
        place = new DeskPlace(folder);
        RootKey root = RootKey.generate(RANDOM);
        List<NewMember> founders = new ArrayList<>();
        for (String handle : handles()) {
            founders.add(new NewMember(handle, EnumSet.complementOf(EnumSet.of(Duty.CUSTODIAN))));
        }
        Founding founding = new Founding(
                new Founding.Plan(
                        LocalDate.now(clock),
                        root.verifyKeys(),
                        List.of(custodian("far-ibis"), custodian("far-rhea"), custodian("far-kiwi")),
                        founders,
                        "Every day.",
                        WordList.ENGLISH),
                new KeyFileOpener(COST, RANDOM),
                clock,
                RANDOM);
        assertTrue(
                founding.complete(RosterSignature.byRoot(root, founding.roster().digest()), place)
                        .isEmpty());
        Doors doors = new Doors(place, new KeyFileOpener(COST, RANDOM), clock, RANDOM);
        members = DemoDoor.enterAll(founding, doors);
        journal = Journal.open(new JournalPlace.SqliteFile(place.journal()), new Surroundings(clock, RANDOM, doors));
        try (ReadingRoom room = new ReadingRoom(Stacks.ofRows(journal))) {
            new DemoWorld(room, new Pen(journal, RANDOM, place::groupShredKey), new DemoCast(members), RANDOM).write();
        }
    }

    private static List<String> handles() throws IOException {
        try (var members = DemoWorld.class.getResourceAsStream("members.csv")) {
            return new String(members.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.contains("custodian"))
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .toList();
        }
    }

    private static Roster.Custodian custodian(String handle) {
        return new Roster.Custodian(
                Id.random(RANDOM).toString(),
                handle,
                HybridIdentity.generate(RANDOM).recipient());
    }

    @AfterAll
    static void close() {
        journal.close();
    }

    private static byte[] written(Casebook casebook, Compartment compartment) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            CasebookForm.write(casebook, compartment, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static View fromRows() {
        try (ReadingRoom room = new ReadingRoom(Stacks.ofRows(journal))) {
            return room.enter(members.get("fair-owl"));
        }
    }

    private static View withSnapshots() {
        JournalLog log = new JournalLog(new TileDirectory(place.log()), journal.leaves());
        try (ReadingRoom room = new ReadingRoom(
                Stacks.of(journal, new Snapshots(place.snapshots(), RANDOM), new Marks(place.marks(), RANDOM), log))) {
            return room.enter(members.get("fair-owl"));
        }
    }

    private static Casebook apply(Casebook to, List<Read> reads) {
        Casebook casebook = to;
        for (Read read : reads) {
            if (read instanceof Read.Live live) {
                casebook = CasebookFold.apply(casebook, live.entry(), live.index());
            }
        }
        return casebook;
    }

    @Test
    void everyCompartmentGoesOnFromAnyPrefix() throws IOException {
        View whole = fromRows();
        Random random = new Random(1);
        int compared = 0;
        for (Compartment compartment : whole.casebook().compartments()) {
            List<Read> reads;
            try (var scan =
                    journal.scan(compartment.word(), 0, members.get("fair-owl").keys())) {
                reads = scan.stream().toList();
            }
            for (int time = 0; time < 4; time++) {
                int cut = random.nextInt(reads.size() + 1);
                Casebook first = apply(Casebook.holding(Set.of(compartment)), reads.subList(0, cut));
                Casebook back = CasebookForm.read(compartment, new ByteArrayInputStream(written(first, compartment)));
                Casebook all = apply(back, reads.subList(cut, reads.size()));
                assertArrayEquals(written(whole.casebook(), compartment), written(all, compartment));
                compared++;
            }
        }
        assertEquals(4 * Compartment.values().length, compared);
    }

    @Test
    void aRoomWithSnapshotsShowsTheSameAndPassesOverDamagedOnes() throws IOException {
        View whole = fromRows();
        withSnapshots();
        List<Path> files;
        try (var listed = Files.list(place.snapshots())) {
            files = listed.toList();
        }
        assertTrue(files.size() >= 2, "a world of a thousand entries is worth snapshots");
        for (Path file : files) {
            assertSame(whole, withSnapshots());
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 4;
            Files.write(file, bytes);
            assertSame(whole, withSnapshots());
        }
    }

    /** As a folder put back from a copy would have it: the journal's keys are of now, the snapshots of before. */
    @Test
    void aSnapshotThatNamesAnErasedShredKeyIsRefused() throws IOException {
        withSnapshots();
        Map<Path, byte[]> copied = new HashMap<>();
        try (var listed = Files.list(place.snapshots())) {
            for (Path file : listed.toList()) {
                copied.put(file, Files.readAllBytes(file));
            }
        }
        Noted<SourceOpened> forgotten =
                fromRows().casebook().all(SourceOpened.class).getLast();
        new Erasure(
                        journal,
                        members.get("fair-owl").keys().shredKeys(),
                        new Snapshots(place.snapshots(), RANDOM),
                        new Blobs(place.blobs(), RANDOM))
                .erase(List.of(forgotten.ref().shredKey()), List.of());
        for (Map.Entry<Path, byte[]> each : copied.entrySet()) {
            Files.write(each.getKey(), each.getValue());
        }

        View found = withSnapshots();
        assertTrue(found.casebook().sources().source(forgotten.fact().source()).isEmpty());
        assertSame(fromRows(), found);
    }

    @Test
    void aMarkThatIsNotOfTheseRowsIsPassedOverAndEverythingIsVerified() throws IOException {
        withSnapshots();
        JournalLog log = new JournalLog(new TileDirectory(place.log()), journal.leaves());
        Marks marks = new Marks(place.marks(), RANDOM);
        Keyring keys = members.get("fair-owl").keys();
        String compartment = Compartment.CASEBOOK.word();
        Mark wrong = new Mark(journal.size(), new byte[32], Set.of());
        marks.save(keys.newest(compartment).orElseThrow(), wrong, log);
        try (var listed = Files.list(place.snapshots())) {
            for (Path file : listed.toList()) {
                Files.delete(file);
            }
        }

        assertEquals(wrong, marks.newest(compartment, keys, log, ignored -> {}));
        assertSame(fromRows(), withSnapshots());
    }

    @Test
    void theMarkIsRenewedWheneverTheRowsWereRead() throws IOException {
        withSnapshots();
        Map<Path, byte[]> before = new HashMap<>();
        try (var marks = Files.list(place.marks())) {
            for (Path mark : marks.toList()) {
                before.put(mark, Files.readAllBytes(mark));
            }
        }
        assertFalse(before.isEmpty());
        try (var listed = Files.list(place.snapshots())) {
            for (Path file : listed.toList()) {
                Files.delete(file);
            }
        }
        withSnapshots();
        for (Map.Entry<Path, byte[]> each : before.entrySet()) {
            assertFalse(
                    Arrays.equals(each.getValue(), Files.readAllBytes(each.getKey())),
                    each.getKey().toString());
        }
    }

    private static void assertSame(View expected, View found) {
        assertEquals(expected.casebook().compartments(), found.casebook().compartments());
        for (Compartment compartment : expected.casebook().compartments()) {
            assertArrayEquals(written(expected.casebook(), compartment), written(found.casebook(), compartment));
        }
    }

    @Test
    void noNameLiesInTheSnapshotOfAnotherCompartment() {
        Casebook casebook = fromRows().casebook();
        String told = casebook.all(WorkingCopyMade.class).stream()
                .map(each -> each.fact().words().words())
                .collect(Collectors.joining("\n"));
        // some are called by words that everybody uses, and so are found in what was told
        List<String> names = casebook.all(NameRecorded.class).stream()
                .map(each -> each.fact().value())
                .filter(name -> !told.contains(name))
                .distinct()
                .toList();
        assertFalse(names.isEmpty());
        String own = new String(written(casebook, Compartment.NAMES), UTF_8);
        for (String name : names) {
            assertTrue(own.contains(name));
            for (Compartment other : List.of(Compartment.CASEBOOK, Compartment.TIES, Compartment.RELEASED)) {
                assertFalse(new String(written(casebook, other), UTF_8).contains(name), other.word());
            }
        }
    }
}
