// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The right edge of a growing tree: one hash for each set bit of its size, all that is needed to add leaves and to know
 * the root. Adding a leaf costs two hashes on average. Not thread-safe; {@link #copy} before trying what may be undone.
 */
public final class Frontier {
    private final Sha256 sha = new Sha256();

    /** Roots of complete subtrees, the widest (leftmost) at the bottom of the stack. */
    private final Deque<Hash> edge = new ArrayDeque<>();

    private long size;

    /** The frontier of an empty log. */
    public Frontier() {}

    /** The frontier of a whole source. */
    public static Frontier of(LeafSource source) {
        Frontier frontier = new Frontier();
        long size = source.size();
        for (long from = 0; from < size; from += Tiles.WIDTH) {
            source.range(from, Math.min(size, from + Tiles.WIDTH)).forEach(frontier::add);
        }
        return frontier;
    }

    /** Appends a leaf of 32 bytes. */
    public void add(byte[] leaf) {
        addHash(sha.leaf(Tiles.checked(leaf)));
    }

    /** Appends a leaf by its hash, as {@link MerkleTree#leafHash} makes it. */
    public void addHash(Hash leafHash) {
        if (size == TreeHead.MAX_SIZE) {
            throw new TlogException("a log holds at most 2^53 - 1 leaves");
        }
        Hash hash = leafHash;
        for (long bits = size; (bits & 1) == 1; bits >>= 1) {
            hash = sha.node(edge.pop(), hash);
        }
        edge.push(hash);
        size++;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        if (size == 0) {
            return MerkleTree.emptyRoot();
        }
        var narrowToWide = edge.iterator();
        Hash root = narrowToWide.next();
        while (narrowToWide.hasNext()) {
            root = sha.node(narrowToWide.next(), root);
        }
        return root;
    }

    public TreeHead head() {
        return new TreeHead(size, root());
    }

    public Frontier copy() {
        Frontier copy = new Frontier();
        copy.size = size;
        copy.edge.addAll(edge);
        return copy;
    }

    /** Eight bytes of size, big-endian, then the hashes from the widest subtree to the narrowest. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + edge.size() * Hash.BYTES);
        bytes.putLong(size);
        edge.reversed().forEach(hash -> bytes.put(hash.raw()));
        return bytes.array();
    }

    public static Reading<Frontier> parse(byte[] bytes) {
        if (bytes.length < Long.BYTES) {
            return new Reading.Refused<>("a frontier has at least 8 bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long size = buffer.getLong();
        if (!TreeHead.isSize(size)) {
            return new Reading.Refused<>("a frontier's size must be 0 to 2^53 - 1");
        }
        int expected = Long.BYTES + Long.bitCount(size) * Hash.BYTES;
        if (bytes.length != expected) {
            return new Reading.Refused<>(
                    "a frontier of size " + size + " has " + expected + " bytes, not " + bytes.length);
        }
        List<Hash> hashes = new ArrayList<>();
        for (int offset = Long.BYTES; offset < bytes.length; offset += Hash.BYTES) {
            hashes.add(Hash.at(bytes, offset));
        }
        Frontier frontier = new Frontier();
        frontier.size = size;
        hashes.forEach(frontier.edge::push);
        return new Reading.Read<>(frontier);
    }
}
