// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.util.HashMap;
import java.util.Map;

/** Hashes of any part of a tree of one size, from its tiles. Keeps the few tiles of one proof; not thread-safe. */
final class TileReader implements Paths.Ranges {
    private final TileStore store;
    private final long size;
    private final Sha256 sha = new Sha256();
    private final Map<TileName, byte[]> tiles = new HashMap<>();

    TileReader(TileStore store, long size) {
        if (!TreeHead.isSize(size)) {
            throw new TlogException("a tree size must be 0 to 2^53 - 1");
        }
        this.store = store;
        this.size = size;
    }

    Hash root() {
        return size == 0 ? MerkleTree.emptyRoot() : hash(0, size);
    }

    @Override
    public Hash hash(long start, long end) {
        long width = end - start;
        if (Long.bitCount(width) == 1) {
            return complete(Long.numberOfTrailingZeros(width), start / width);
        }
        long middle = start + Paths.split(width);
        return sha.node(hash(start, middle), hash(middle, end));
    }

    /** The {@code index}-th complete subtree of 2^{@code height} leaves: part of one tile, hashed together. */
    private Hash complete(int height, long index) {
        int level = height / 8;
        int count = 1 << (height % 8);
        long first = index * count;
        byte[] tile = tile(level, first / Tiles.WIDTH);
        return sha.complete(tile, (int) (first % Tiles.WIDTH) * Hash.BYTES, count);
    }

    private byte[] tile(int level, long index) {
        long left = Tiles.hashesAt(level, size) - index * Tiles.WIDTH;
        return tiles.computeIfAbsent(
                new TileName(level, index, (int) Math.min(Tiles.WIDTH, left)), name -> read(store, name));
    }

    /** The tile, or any wider one that begins with it; lengths are checked, content is not. */
    static byte[] read(TileStore store, TileName name) {
        TileName found = there(store, name);
        byte[] bytes = store.read(found)
                .orElseThrow(() -> new TlogException(
                        name + " is missing from the tiles. Maybe they were not written up to this size: repair them"));
        if (bytes.length != Tiles.length(found)) {
            throw new TlogException(found + " has " + bytes.length + " bytes, not " + Tiles.length(found)
                    + ". Maybe it was cut off: repair the tiles");
        }
        return bytes;
    }

    /** Partial tiles go when the full one comes, and a log that grew in steps never wrote some widths. */
    private static TileName there(TileStore store, TileName name) {
        if (store.has(name) || store.has(name.whole())) {
            return store.has(name) ? name : name.whole();
        }
        return store.partialWidths(name.whole()).stream()
                .filter(width -> width > name.width())
                .findFirst()
                .map(width -> new TileName(name.level(), name.index(), width))
                .orElse(name);
    }
}
