// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings a store up to a size. Order makes a killed writer harmless: bundle before hashes, lower level before higher,
 * full tiles from left to right, partial tiles deleted only after all.
 */
final class TileWriter {
    private final TileStore store;
    private final LeafSource source;
    private final Sha256 sha = new Sha256();

    TileWriter(TileStore store, LeafSource source) {
        this.store = store;
        this.source = source;
    }

    TreeHead writeUpTo(long size) {
        Tiles.checkSize(source, size);
        Map<TileName, Hash> rootsBelow = new HashMap<>();
        for (int level = 0; Tiles.hashesAt(level, size) > 0; level++) {
            rootsBelow = writeLevel(level, size, rootsBelow);
        }
        return new TreeHead(size, new TileReader(store, size).root());
    }

    /** Returns the roots of the full tiles it wrote, so that the next level need not read them back. */
    private Map<TileName, Hash> writeLevel(int level, long size, Map<TileName, Hash> rootsBelow) {
        Map<TileName, Hash> roots = new HashMap<>();
        long hashes = Tiles.hashesAt(level, size);
        long full = hashes / Tiles.WIDTH;
        for (long index = firstMissing(level, full); index < full; index++) {
            TileName name = new TileName(level, index, Tiles.WIDTH);
            byte[] tile = write(name, rootsBelow);
            roots.put(name, sha.complete(tile, 0, Tiles.WIDTH));
            deletePartial(name);
        }
        int rest = (int) (hashes % Tiles.WIDTH);
        if (rest > 0) {
            write(new TileName(level, full, rest), rootsBelow);
        }
        return roots;
    }

    /** Full tiles are written from left to right, so the first missing one follows the last that is there. */
    private long firstMissing(int level, long full) {
        long index = full;
        while (index > 0 && !store.has(new TileName(level, index - 1, Tiles.WIDTH))) {
            index--;
        }
        return index;
    }

    private byte[] write(TileName name, Map<TileName, Hash> rootsBelow) {
        byte[] tile = name.level() == 0 ? leaves(name) : above(name, rootsBelow);
        store.write(name, tile);
        return tile;
    }

    private byte[] leaves(TileName name) {
        long from = name.index() * Tiles.WIDTH;
        List<byte[]> leaves = source.range(from, from + name.width());
        if (leaves.size() != name.width()) {
            throw new TlogException(
                    "leaves " + from + " to " + (from + name.width()) + " were asked for, " + leaves.size() + " came");
        }
        store.write(new TileName(TileName.ENTRIES, name.index(), name.width()), Tiles.bundle(leaves));
        return Tiles.leafTile(leaves, sha);
    }

    /** The widest partial tile already there, continued with the roots of the full tiles below. */
    private byte[] above(TileName name, Map<TileName, Hash> rootsBelow) {
        byte[] tile = new byte[Tiles.length(name)];
        int known = store.partialWidths(name.whole()).stream()
                .filter(width -> width <= name.width())
                .max(Integer::compare)
                .orElse(0);
        if (known > 0) {
            byte[] partial = TileReader.read(store, new TileName(name.level(), name.index(), known));
            System.arraycopy(partial, 0, tile, 0, known * Hash.BYTES);
        }
        for (int i = known; i < name.width(); i++) {
            TileName below = new TileName(name.level() - 1, name.index() * Tiles.WIDTH + i, Tiles.WIDTH);
            Hash root = rootsBelow.get(below);
            if (root == null) {
                root = sha.complete(TileReader.read(store, below), 0, Tiles.WIDTH);
            }
            System.arraycopy(root.raw(), 0, tile, i * Hash.BYTES, Hash.BYTES);
        }
        return tile;
    }

    private void deletePartial(TileName full) {
        deletePartialOf(full);
        if (full.level() == 0) {
            deletePartialOf(new TileName(TileName.ENTRIES, full.index(), Tiles.WIDTH));
        }
    }

    private void deletePartialOf(TileName full) {
        store.partialWidths(full).forEach(width -> store.delete(new TileName(full.level(), full.index(), width)));
    }
}
