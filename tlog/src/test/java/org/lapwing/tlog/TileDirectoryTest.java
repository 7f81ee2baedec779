// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileDirectoryTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2031-05-04T12:00:00Z"), ZoneOffset.UTC);
    private static final LogKey KEY = new LogKey("lapwing.example/siskin", new byte[32]);
    private static final List<byte[]> LEAVES = SeededLeaves.list(66_000);

    @TempDir
    Path root;

    private static LeafSource first(int size) {
        return LeafSource.of(LEAVES.subList(0, size));
    }

    private static Checkpoint checkpoint(LeafSource source) {
        return new Checkpoint(KEY.name(), Frontier.of(source).head());
    }

    @Test
    void growsIntoTheFilesOfALogWrittenAtOnce() throws IOException {
        TileDirectory tiles = new TileDirectory(root);
        for (int size : new int[] {0, 1, 100, 256, 300, 600, 65_536, 66_000}) {
            assertThat(tiles.writeUpTo(first(size), size).root())
                    .isEqualTo(Frontier.of(first(size)).root());
        }
        TreeMap<String, byte[]> expected = new TreeMap<>(Tiles.files(first(66_000), 66_000));
        for (String path : tiles.paths()) {
            byte[] bytes = expected.remove(path);
            if (bytes != null) {
                assertThat(Files.readAllBytes(root.resolve(path))).as(path).isEqualTo(bytes);
            }
        }
        assertThat(expected).isEmpty();
        assertThat(tiles.checkTiles(first(66_000))).isEmpty();
        assertThat(root.resolve("tile/0/000.p")).doesNotExist();
    }

    @Test
    void namesEachTileThatIsNotAsTheLeavesSay() throws IOException {
        TileDirectory tiles = new TileDirectory(root);
        tiles.writeUpTo(first(500), 500);
        tiles.writeUpTo(first(600), 600);
        Files.delete(root.resolve("tile/0/001"));
        flip("tile/entries/000");
        flip("tile/1/000.p/1");
        Files.write(root.resolve("tile/1/000.p/2"), new byte[3]);
        Files.writeString(root.resolve("tile/0/notes.txt"), "x");
        Files.writeString(root.resolve("tile/0/000.new"), "a writer was killed here");
        Files.write(root.resolve("tile/0/009"), new byte[8192]);
        assertThat(tiles.checkTiles(first(600)))
                .containsExactlyInAnyOrder(
                        new TileFault("tile/0/001", TileFault.Kind.MISSING),
                        new TileFault("tile/entries/000", TileFault.Kind.DIFFERENT),
                        new TileFault("tile/1/000.p/1", TileFault.Kind.DIFFERENT),
                        new TileFault("tile/1/000.p/2", TileFault.Kind.DIFFERENT),
                        new TileFault("tile/0/notes.txt", TileFault.Kind.UNKNOWN),
                        new TileFault("tile/0/009", TileFault.Kind.BEYOND));
    }

    @Test
    void repairsFromTheLeavesAndLeavesEvidenceAlone() throws IOException {
        TileDirectory tiles = new TileDirectory(root);
        TreeHead head = tiles.writeUpTo(first(600), 600);
        Files.delete(root.resolve("tile/0/001"));
        flip("tile/entries/002.p/88");
        Files.write(root.resolve("tile/0/009"), new byte[8192]);
        assertThat(tiles.repair(first(600), head)).hasSize(3);
        assertThat(tiles.checkTiles(first(600))).containsExactly(new TileFault("tile/0/009", TileFault.Kind.BEYOND));
        assertThat(tiles.root(600)).isEqualTo(head.root());
    }

    @Test
    void repairsNothingFromLeavesThatAreNotThoseOfTheHead() throws IOException {
        TileDirectory tiles = new TileDirectory(root);
        TreeHead head = tiles.writeUpTo(first(600), 600);
        Files.delete(root.resolve("tile/0/001"));
        LeafSource altered = LeafSource.of(SeededLeaves.list(5, 600));
        assertThatThrownBy(() -> tiles.repair(altered, head)).hasMessageContaining("stay as they are");
        assertThatThrownBy(() -> tiles.repair(first(599), head)).hasMessageContaining("stay as they are");
        assertThat(root.resolve("tile/0/001")).doesNotExist();
    }

    @Test
    void reportsEveryTileOfLostLeaves() {
        TileDirectory tiles = new TileDirectory(root);
        tiles.writeUpTo(first(600), 600);
        assertThat(tiles.checkTiles(first(512)))
                .containsExactly(
                        new TileFault("tile/0/002.p/88", TileFault.Kind.BEYOND),
                        new TileFault("tile/entries/002.p/88", TileFault.Kind.BEYOND));
    }

    @Test
    void publishesCheckpointsThatContinueEachOther() {
        TileDirectory tiles = new TileDirectory(root);
        assertThat(tiles.checkpoint()).isEmpty();
        for (int size : new int[] {0, 256, 256, 600, 66_000}) {
            tiles.writeUpTo(first(size), size);
            String signed = checkpoint(first(size)).sign(KEY, NOON);
            assertThat(tiles.publish(signed, KEY.verifier()).verified()).isTrue();
            assertThat(new String(tiles.checkpoint().orElseThrow(), StandardCharsets.UTF_8))
                    .isEqualTo(signed);
        }
    }

    @Test
    void refusesAForkedARolledBackAndAForeignCheckpoint() throws IOException {
        TileDirectory tiles = new TileDirectory(root);
        tiles.writeUpTo(first(600), 600);
        String signed = checkpoint(first(600)).sign(KEY, NOON);
        assertThat(tiles.publish(signed, KEY.verifier()).verified()).isTrue();
        LeafSource forked = LeafSource.of(SeededLeaves.list(5, 700));
        String fork = checkpoint(forked).sign(KEY, NOON);
        String rolledBack = checkpoint(first(512)).sign(KEY, NOON);
        String foreign = checkpoint(first(600))
                .sign(new LogKey(KEY.name(), "x".repeat(32).getBytes(StandardCharsets.US_ASCII)), NOON);
        for (String refused : List.of(rolledBack, foreign)) {
            assertThat(tiles.publish(refused, KEY.verifier()).verified()).isFalse();
            assertThat(Files.readString(root.resolve("checkpoint"))).isEqualTo(signed);
        }
        // Tiles swapped whole for those of the fork: only the checkpoint of before still shows it.
        Path other = root.resolve("other");
        TileDirectory swapped = new TileDirectory(other);
        swapped.writeUpTo(forked, 700);
        Files.copy(root.resolve("checkpoint"), other.resolve("checkpoint"));
        assertThat(swapped.publish(fork, KEY.verifier()))
                .isInstanceOfSatisfying(
                        Verdict.NotVerified.class,
                        refusal -> assertThat(refusal.reason()).contains("does not continue"));
        assertThat(Files.readString(other.resolve("checkpoint"))).isEqualTo(signed);
    }

    private void flip(String path) throws IOException {
        byte[] bytes = Files.readAllBytes(root.resolve(path));
        bytes[bytes.length / 2] ^= 1;
        Files.write(root.resolve(path), bytes);
    }
}
