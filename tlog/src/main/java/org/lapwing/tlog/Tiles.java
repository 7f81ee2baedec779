// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The tiles of a log, from its leaves: C2SP tlog-tiles. The same leaves give the same files, byte for byte. A log of
 * {@code size} leaves has, at each level, full tiles of 256 hashes and at most one partial one. Stateless.
 */
public final class Tiles {
    /** Hashes in a full tile, entries in a full bundle. */
    public static final int WIDTH = 256;

    /** A Lapwing leaf: a salted commitment, opaque here. */
    public static final int LEAF_BYTES = 32;

    private static final int ENTRY_BYTES = Short.BYTES + LEAF_BYTES;

    private Tiles() {}

    /** Every tile and bundle of a log of {@code size} leaves, by path. For logs that fit in memory. */
    public static SortedMap<String, byte[]> files(LeafSource source, long size) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        forEach(source, size, (name, bytes) -> files.put(name.path(), bytes));
        return files;
    }

    /**
     * Visits every tile and bundle once, each bundle before its hashes and the levels from the leaves up. Holds one
     * hash for each 256 leaves.
     *
     * @return the head of the tree
     */
    public static TreeHead forEach(LeafSource source, long size, BiConsumer<TileName, byte[]> visitor) {
        checkSize(source, size);
        Sha256 sha = new Sha256();
        List<Hash> above = new ArrayList<>();
        Frontier frontier = new Frontier();
        for (long from = 0; from < size; from += WIDTH) {
            List<byte[]> leaves = source.range(from, Math.min(size, from + WIDTH));
            long index = from / WIDTH;
            visitor.accept(new TileName(TileName.ENTRIES, index, leaves.size()), bundle(leaves));
            byte[] hashes = leafTile(leaves, sha);
            visitor.accept(new TileName(0, index, leaves.size()), hashes);
            MerkleTree.split(hashes).forEach(frontier::addHash);
            if (leaves.size() == WIDTH) {
                above.add(sha.complete(hashes, 0, WIDTH));
            }
        }
        for (int level = 1; !above.isEmpty(); level++) {
            above = forEachAbove(level, above, visitor, sha);
        }
        return frontier.head();
    }

    private static List<Hash> forEachAbove(
            int level, List<Hash> hashes, BiConsumer<TileName, byte[]> visitor, Sha256 sha) {
        List<Hash> above = new ArrayList<>();
        for (int from = 0; from < hashes.size(); from += WIDTH) {
            byte[] tile = join(hashes.subList(from, Math.min(hashes.size(), from + WIDTH)));
            int width = tile.length / Hash.BYTES;
            visitor.accept(new TileName(level, from / WIDTH, width), tile);
            if (width == WIDTH) {
                above.add(sha.complete(tile, 0, WIDTH));
            }
        }
        return above;
    }

    /** An entry bundle: each leaf after its length as two bytes, big-endian. */
    public static byte[] bundle(List<byte[]> leaves) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(leaves.size() * ENTRY_BYTES);
        for (byte[] leaf : leaves) {
            bytes.write(0);
            bytes.write(LEAF_BYTES);
            bytes.writeBytes(checked(leaf));
        }
        return bytes.toByteArray();
    }

    /** A tile of level 0: the leaf hashes side by side. */
    public static byte[] leafTile(List<byte[]> leaves) {
        return leafTile(leaves, new Sha256());
    }

    static byte[] leafTile(List<byte[]> leaves, Sha256 sha) {
        byte[] tile = new byte[leaves.size() * Hash.BYTES];
        for (int i = 0; i < leaves.size(); i++) {
            System.arraycopy(sha.leaf(checked(leaves.get(i))).raw(), 0, tile, i * Hash.BYTES, Hash.BYTES);
        }
        return tile;
    }

    static byte[] join(List<Hash> hashes) {
        byte[] tile = new byte[hashes.size() * Hash.BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i).raw(), 0, tile, i * Hash.BYTES, Hash.BYTES);
        }
        return tile;
    }

    /** The length of this tile's file. */
    static int length(TileName name) {
        return name.width() * (name.level() == TileName.ENTRIES ? ENTRY_BYTES : Hash.BYTES);
    }

    /** How many hashes {@code level} has in a log of {@code size} leaves: tlog-tiles, "Partial Tiles". */
    static long hashesAt(int level, long size) {
        return level * 8 >= Long.SIZE ? 0 : size >> (level * 8);
    }

    static byte[] checked(byte[] leaf) {
        if (leaf.length != LEAF_BYTES) {
            throw new TlogException("a leaf has " + LEAF_BYTES + " bytes, not " + leaf.length);
        }
        return leaf;
    }

    static void checkSize(LeafSource source, long size) {
        if (!TreeHead.isSize(size) || size > source.size()) {
            throw new TlogException("tiles for " + size + " leaves were asked of a log of " + source.size());
        }
    }
}
