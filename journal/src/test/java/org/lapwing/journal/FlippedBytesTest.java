// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.seal.SealException;

/**
 * One byte of one file changed, of each file that a journal has: found and named, mended where it is derived, refused where
 * it is not. Never is an entry read otherwise than it was written without a word.
 */
class FlippedBytesTest {
    /** How many bytes of each file the short run takes, spread over the whole file by a seed. */
    private static final int SAMPLE = 60;

    @TempDir
    Path folder;

    /** What a flipped byte of the database came to. */
    private enum Came {
        REFUSED_TO_OPEN,
        FOUND,
        HARMLESS
    }

    /** Of so many harmless flips, one is followed by a signing: the costliest step, and it reads the same rows again. */
    private static final int SIGNED = 16;

    private static IntStream sample(byte[] file) {
        return new Random(file.length).ints(0, file.length).distinct().limit(Math.min(SAMPLE, file.length));
    }

    private static IntStream all(byte[] file) {
        return IntStream.range(0, file.length);
    }

    /** The same seeded bit of a byte each time; every bit comes up. */
    private static byte[] flipped(byte[] file, int at) {
        byte[] altered = file.clone();
        altered[at] ^= (byte) (1 << new Random(at).nextInt(8));
        return altered;
    }

    @Test
    void ofTheDatabaseIsNeverReadWithoutNotice() throws IOException {
        ofTheDatabase(false);
    }

    @Test
    @Tag("long")
    void ofEveryByteOfTheDatabaseIsNeverReadWithoutNotice() throws IOException {
        ofTheDatabase(true);
    }

    private void ofTheDatabase(boolean every) throws IOException {
        List<String> written;
        try (House house = new House(folder)) {
            house.notes(2);
            house.append(List.of(house.group.note("names", "one"), house.group.note("casebook", "two")));
            house.sign();
            written = everything(house);
        }
        Path file = folder.resolve("journal.db");
        byte[] whole = Files.readAllBytes(file);
        Map<Came, Integer> came = new EnumMap<>(Came.class);
        (every ? all(whole) : sample(whole)).forEach(at -> came.merge(database(whole, at, written), 1, Integer::sum));
        System.out.println("database of " + whole.length + " bytes: " + came);

        put(whole);
        try (House house = new House(folder)) {
            assertThat(house.fsck()).isEmpty();
            assertThat(everything(house)).isEqualTo(written);
        }
    }

    private void put(byte[] database) throws IOException {
        Files.write(folder.resolve("journal.db"), database);
        Files.deleteIfExists(folder.resolve("journal.db-wal"));
        Files.deleteIfExists(folder.resolve("journal.db-shm"));
    }

    private Came database(byte[] whole, int at, List<String> written) {
        try {
            put(flipped(whole, at));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        try (House house = new House(folder)) {
            List<String> read = everythingOrFault(house);
            boolean named;
            try {
                named = !house.fsck().isEmpty();
            } catch (JournalException _) {
                named = true;
            }
            if (named) {
                return Came.FOUND;
            }
            assertThat(read)
                    .as("byte " + at + " was not found, so nothing may differ")
                    .isEqualTo(written);
            if (at % SIGNED == 0) {
                assertThat(house.sign()).isInstanceOf(JournalLog.Signing.Signed.class);
            }
            return Came.HARMLESS;
        } catch (JournalException _) {
            return Came.REFUSED_TO_OPEN;
        }
    }

    /** Every entry that opens under any key, with its id and words. */
    private static List<String> everything(House house) {
        List<String> everything = new ArrayList<>();
        for (String compartment : List.of("casebook", "names")) {
            for (Read read : house.journal.scan(compartment, 0, house.keys)) {
                everything.add(read.index() + " " + read.header() + " " + Group.words(read));
            }
        }
        return everything;
    }

    private static List<String> everythingOrFault(House house) {
        try {
            return everything(house);
        } catch (JournalException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    @Test
    void ofATileIsNamedAndMended() throws IOException {
        ofTiles(false);
    }

    @Test
    @Tag("long")
    void ofEveryByteOfEveryTileIsNamedAndMended() throws IOException {
        ofTiles(true);
    }

    private void ofTiles(boolean every) throws IOException {
        try (House house = new House(folder)) {
            house.notes(260);
            house.sign();
            int tried = 0;
            List<String> paths = house.tiles.paths();
            for (String path : paths) {
                Path tile = folder.resolve("log").resolve(path);
                byte[] whole = Files.readAllBytes(tile);
                for (int at : (every ? all(whole) : sample(whole).limit(SAMPLE / 4)).toArray()) {
                    Files.write(tile, flipped(whole, at));
                    assertThat(house.log.repair(house.logKey.verifier()))
                            .as(path + ", byte " + at)
                            .singleElement()
                            .satisfies(fault -> assertThat(fault.path()).isEqualTo(path));
                    assertThat(Files.readAllBytes(tile)).isEqualTo(whole);
                    tried++;
                }
                Files.write(tile, flipped(whole, 0));
                assertThat(house.fsckWithoutKeys()).extracting(Finding::where).containsExactly("log/" + path);
                assertThat(house.fsckWithoutKeys()).allMatch(Finding::repairable);
                house.notes(1);
                house.reopen();
                assertThat(house.sign()).as(path).isInstanceOf(JournalLog.Signing.Signed.class);
            }
            System.out.println("tiles: " + tried + " flips in " + paths.size() + " tiles");
            assertThat(paths).hasSizeGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void ofTheCheckpointIsNamedAndNothingIsSigned() throws IOException {
        ofTheCheckpoint(false);
    }

    @Test
    @Tag("long")
    void ofEveryByteOfTheCheckpointIsNamedAndNothingIsSigned() throws IOException {
        ofTheCheckpoint(true);
    }

    private void ofTheCheckpoint(boolean every) throws IOException {
        try (House house = new House(folder)) {
            house.notes(5);
            house.sign();
            Path checkpoint = folder.resolve("log/checkpoint");
            byte[] whole = Files.readAllBytes(checkpoint);
            for (int at : (every ? all(whole) : sample(whole)).toArray()) {
                byte[] altered = flipped(whole, at);
                Files.write(checkpoint, altered);
                assertThat(house.sign())
                        .as("byte " + at)
                        .isInstanceOfSatisfying(
                                JournalLog.Signing.RefusedToSign.class,
                                refusal -> assertThat(refusal.reason()).startsWith("the last checkpoint is not"));
                assertThat(Files.readAllBytes(checkpoint)).isEqualTo(altered);
                assertThat(house.fsck())
                        .as("byte " + at)
                        .extracting(Finding::where)
                        .containsExactly("log/checkpoint");
            }
        }
    }

    @Test
    void ofABlobIsNamedAndNeverHandedOut() throws IOException {
        ofABlob(false);
    }

    @Test
    @Tag("long")
    void ofEveryByteOfABlobIsNamedAndNeverHandedOut() throws IOException {
        ofABlob(true);
    }

    private void ofABlob(boolean every) throws IOException {
        Blobs blobs = new Blobs(folder, new Group().random);
        Blob blob = blobs.store(new ByteArrayInputStream("words".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        Path file = folder.resolve(blob.name() + ".age");
        byte[] whole = Files.readAllBytes(file);
        for (int at : (every ? all(whole) : sample(whole)).toArray()) {
            Files.write(file, flipped(whole, at));
            assertThat(handsOut(blobs, blob)).as("byte " + at).isFalse();
            List<Finding> findings = new ArrayList<>();
            new FilesCheck(findings).blobs(folder, Optional.of(Map.of(blob.name(), blob)));
            assertThat(findings)
                    .as("byte " + at)
                    .extracting(Finding::where)
                    .containsExactly("blobs/" + file.getFileName());
        }
    }

    private static boolean handsOut(Blobs blobs, Blob blob) throws IOException {
        try (InputStream in = blobs.open(blob)) {
            in.readAllBytes();
            return true;
        } catch (SealException _) {
            return false;
        }
    }

    @Test
    void ofASnapshotIsNamedAndTheRowsGiveTheStateAgain() throws IOException {
        ofASnapshot(false);
    }

    @Test
    @Tag("long")
    void ofEveryByteOfASnapshotIsNamedAndTheRowsGiveTheStateAgain() throws IOException {
        ofASnapshot(true);
    }

    private void ofASnapshot(boolean every) throws IOException {
        try (House house = new House(folder)) {
            house.notes(3);
            house.sign();
            Folding<List<String>> folding =
                    new Folding<>(house.journal, "casebook", new SnapshotsTest.Words(1), house.keys);
            Folded<List<String>> state = folding.advance(folding.empty(house.snapshots));
            house.snapshots.save(Group.epoch("casebook", 1), folding.fold(), state, house.log);
            Path file = house.snapshots.files().getFirst();
            byte[] whole = Files.readAllBytes(file);
            for (int at : (every ? all(whole) : sample(whole)).toArray()) {
                Files.write(file, flipped(whole, at));
                List<String> ignored = new ArrayList<>();
                Folded<List<String>> newest = folding.newest(house.snapshots, house.log, ignored::add);
                assertThat(ignored).as("byte " + at).hasSize(1);
                assertThat(newest.next()).isZero();
                assertThat(Snapshots.opens(file, house.keys.epochs("casebook")))
                        .as("byte " + at)
                        .isFalse();
            }
            assertThat(folding.advance(folding.empty(house.snapshots)).state()).isEqualTo(state.state());
            assertThat(house.fsck())
                    .singleElement()
                    .asString()
                    .endsWith("it does not open; it is passed over, and may be deleted (repairable)");
        }
    }
}
