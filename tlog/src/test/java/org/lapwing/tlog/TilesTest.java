// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class TilesTest {
    /** The example of tlog-tiles, "Partial Tiles". */
    @Test
    void laysOutALogOf70000AsTheSpecificationSays() {
        SortedMap<String, byte[]> files = Tiles.files(LeafSource.of(SeededLeaves.list(70_000)), 70_000);
        assertThat(files.keySet().stream().filter(path -> path.matches("tile/0/[0-9]{3}")))
                .hasSize(273);
        assertThat(files.keySet())
                .contains(
                        "tile/0/272",
                        "tile/0/273.p/112",
                        "tile/1/000",
                        "tile/1/001.p/17",
                        "tile/2/000.p/1",
                        "tile/entries/272",
                        "tile/entries/273.p/112")
                .hasSize(2 * 274 + 3);
        assertThat(files.get("tile/0/000")).hasSize(8192);
        assertThat(files.get("tile/entries/000")).hasSize(256 * 34);
        assertThat(files.get("tile/2/000.p/1")).hasSize(32);
    }

    @Test
    void hasAFullTileAndAPartialOneAboveIt() {
        assertThat(Tiles.files(LeafSource.of(SeededLeaves.list(256)), 256).keySet())
                .containsExactly("tile/0/000", "tile/1/000.p/1", "tile/entries/000");
        assertThat(Tiles.files(LeafSource.of(List.of()), 0)).isEmpty();
    }

    @Test
    void writesEntriesAfterTheirLength() {
        byte[] leaf = SeededLeaves.list(1).getFirst();
        byte[] bundle = Tiles.files(LeafSource.of(List.of(leaf)), 1).get("tile/entries/000.p/1");
        assertThat(bundle).hasSize(34).startsWith(0, 32).endsWith(leaf);
        assertThat(Tiles.leafTile(List.of(leaf)))
                .isEqualTo(MerkleTree.leafHash(leaf).bytes());
    }

    @Test
    void spellsNamesInOneWayOnly() {
        assertThat(new TileName(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new TileName(TileName.ENTRIES, 1000, 7).path()).isEqualTo("tile/entries/x001/000.p/7");
        for (String path : List.of("tile/0/000", "tile/63/x001/x234/067.p/255", "tile/entries/x001/000.p/7")) {
            assertThat(TileName.parse(path).orElseThrow().path()).isEqualTo(path);
        }
        for (String path : List.of(
                "tile/0/0",
                "tile/00/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/0/x000/001",
                "tile/0/001/001",
                "tile/0/000.p/0",
                "tile/0/000.p/01",
                "tile/0/000.p/256",
                "tile/0/000.p/999",
                "tile/0/../000",
                "tile/0/x999/x999/x999/x999/x999/999",
                "/tile/0/000",
                "tile/0/000\n",
                "tile/0/\u0660\u0660\u0660")) {
            assertThat(TileName.parse(path)).as(path).isEmpty();
        }
    }

    @Test
    void namesATileThatIsMissingOrCutOff() {
        TilesInMemory tiles = new TilesInMemory();
        tiles.writeUpTo(LeafSource.of(SeededLeaves.list(600)), 600);
        TileName name = new TileName(0, 2, 88);
        byte[] bytes = tiles.read(name).orElseThrow();
        tiles.overwrite(name, new byte[31]);
        assertThatThrownBy(() -> tiles.root(600)).hasMessageContaining("tile/0/002.p/88 has 31 bytes");
        tiles.delete(name);
        assertThatThrownBy(() -> tiles.inclusionProof(599, 600)).hasMessageContaining("tile/0/002.p/88 is missing");
        assertThat(tiles.inclusionProof(3, 512)).hasSize(9);
        tiles.write(name, bytes);
        assertThat(tiles.inclusionProof(599, 600)).isNotEmpty();
    }

    @Test
    void provesForSizesThatWereNeverWritten() {
        List<byte[]> leaves = SeededLeaves.list(600);
        TilesInMemory tiles = new TilesInMemory();
        tiles.writeUpTo(LeafSource.of(leaves), 600);
        for (int size = 1; size < 600; size++) {
            assertThat(tiles.root(size)).isEqualTo(MerkleTree.root(MerkleTree.leafHashes(leaves.subList(0, size))));
        }
    }

    /** The writer may die at any change; the next one must still arrive at the files of a log written at once. */
    @Test
    void mendsWhateverAKilledWriterLeft() {
        LeafSource source = LeafSource.of(SeededLeaves.list(65_900));
        for (int changes = 0; changes < 12; changes++) {
            DyingTiles tiles = new DyingTiles();
            tiles.writeUpTo(source, 65_500);
            tiles.left = changes;
            assertThatThrownBy(() -> tiles.writeUpTo(source, 65_900)).isInstanceOf(IllegalStateException.class);
            tiles.left = Integer.MAX_VALUE;
            assertThat(tiles.writeUpTo(source, 65_900))
                    .isEqualTo(Frontier.of(source).head());
            assertThat(tiles.checkTiles(source)).isEmpty();
        }
    }

    @Test
    void refusesToWriteOverAnotherHistory() {
        TilesInMemory tiles = new TilesInMemory();
        tiles.writeUpTo(LeafSource.of(SeededLeaves.list(300)), 300);
        LeafSource altered = LeafSource.of(SeededLeaves.list(9, 300));
        assertThatThrownBy(() -> tiles.writeUpTo(altered, 300)).hasMessageContaining("tile/entries/001.p/44");
        assertThatThrownBy(() -> tiles.writeUpTo(altered, 301)).hasMessageContaining("a log of 300");
    }

    @Test
    void fillsWithBlankLeavesToTheNextStep() {
        SecureRandom random = new SecureRandom();
        assertThat(BlankLeaves.fill(0, random)).isEmpty();
        assertThat(BlankLeaves.fill(1, random)).hasSize(255).allMatch(leaf -> leaf.length == 32);
        assertThat(BlankLeaves.fill(255, random)).hasSize(1);
        assertThat(BlankLeaves.fill(256, random)).isEmpty();
        assertThat(BlankLeaves.fill(257, random).stream().map(Hash::of))
                .hasSize(255)
                .doesNotHaveDuplicates();
        assertThat(BlankLeaves.fill(7, 10, random)).hasSize(3);
    }

    /** Dies before the change that follows {@link #left} others. */
    private static final class DyingTiles implements TileStore {
        private final TilesInMemory tiles = new TilesInMemory();
        private int left = Integer.MAX_VALUE;

        private void change() {
            if (left-- == 0) {
                throw new IllegalStateException("killed");
            }
        }

        @Override
        public Optional<byte[]> read(TileName name) {
            return tiles.read(name);
        }

        @Override
        public boolean has(TileName name) {
            return tiles.has(name);
        }

        @Override
        public void write(TileName name, byte[] bytes) {
            change();
            tiles.write(name, bytes);
        }

        @Override
        public void overwrite(TileName name, byte[] bytes) {
            change();
            tiles.overwrite(name, bytes);
        }

        @Override
        public void delete(TileName name) {
            change();
            tiles.delete(name);
        }

        @Override
        public List<Integer> partialWidths(TileName full) {
            return tiles.partialWidths(full);
        }

        @Override
        public List<String> paths() {
            return tiles.paths();
        }
    }
}
