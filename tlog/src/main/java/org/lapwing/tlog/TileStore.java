// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.util.List;
import java.util.Optional;

/**
 * Where tiles lie, and what can be done with them. Tiles are derived from leaves: losing them costs time, never the
 * log. A tile once written does not change. One writer at a time; readers may work beside it.
 */
public interface TileStore {
    /** The tile's bytes, at most one more than a full bundle has; nothing where it is not there. */
    Optional<byte[]> read(TileName name);

    boolean has(TileName name);

    /**
     * Writes a tile whole or not at all.
     *
     * @throws TlogException when it is there with other bytes
     */
    void write(TileName name, byte[] bytes);

    /** Writes a tile over whatever is there: only {@link #repair} calls it. */
    void overwrite(TileName name, byte[] bytes);

    void delete(TileName name);

    /** The widths of the partial tiles that lie beside this full one. */
    List<Integer> partialWidths(TileName full);

    /** The paths of all files under {@code tile/}, tiles or not. */
    List<String> paths();

    /** For how many leaves there are tiles. */
    default long leaves() {
        return paths().stream()
                .flatMap(path -> TileName.parse(path).stream())
                .filter(name -> name.level() <= 0)
                .mapToLong(TileName::leavesUntil)
                .max()
                .orElse(0);
    }

    /**
     * Writes what is missing for the first {@code size} leaves, then deletes partial tiles whose full tile is there.
     * Costs what was added, not what is there; so it trusts the tiles of before, which {@link #checkTiles} does not.
     *
     * @return the head according to the tiles
     * @throws TlogException when a tile to be written is there with other bytes: the leaves were altered
     */
    default TreeHead writeUpTo(LeafSource source, long size) {
        return new TileWriter(this, source).writeUpTo(size);
    }

    /**
     * The root of the first {@code size} leaves, from tiles alone.
     *
     * @throws TlogException when a tile needed is missing or cut short
     */
    default Hash root(long size) {
        return new TileReader(this, size).root();
    }

    /** The path for leaf {@code index} in the tree of {@code size} leaves, from tiles alone; throws as {@link #root}. */
    default List<Hash> inclusionProof(long index, long size) {
        return Paths.inclusion(new TileReader(this, size), index, size);
    }

    /** The consistency proof between two sizes, from tiles alone; throws as {@link #root}. */
    default List<Hash> consistencyProof(long olderSize, long size) {
        return Paths.consistency(new TileReader(this, size), olderSize, size);
    }

    /** Compares every tile with the leaves and names each that is missing, differs, reaches beyond them, or is none. */
    default List<TileFault> checkTiles(LeafSource source) {
        return new TileAudit(this, source).faults();
    }

    /**
     * Writes the missing and differing tiles anew from the leaves, when the leaves still are the tree of {@code head};
     * otherwise it changes nothing, since the tiles may be the only true copy. What reaches beyond the leaves stays: it
     * is evidence that leaves were lost.
     *
     * @param head the last head known to be true: from a verified checkpoint, or the journal's frontier
     * @return the faults found, as {@link #checkTiles} reports them, those of {@link TileFault.Kind#repairable} kinds mended
     * @throws TlogException when the leaves are not those of {@code head}
     */
    default List<TileFault> repair(LeafSource source, TreeHead head) {
        return new TileAudit(this, source).repair(head);
    }
}
