// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 6962, section 2.1, over lists small enough to hold in memory; {@link TileStore} does the same
 * for large logs from files. Verification follows RFC 9162, sections 2.1.3.2 and 2.1.4.2, and never throws for a wrong
 * proof. Lists hold leaf hashes, as {@link #leafHash} makes them. Stateless, safe for any number of threads.
 */
public final class MerkleTree {
    private MerkleTree() {}

    /** SHA-256(0x00 || leaf). */
    public static Hash leafHash(byte[] leaf) {
        return new Sha256().leaf(leaf);
    }

    /** The leaf hashes of many leaves, in their order. */
    public static List<Hash> leafHashes(List<byte[]> leaves) {
        Sha256 sha = new Sha256();
        return leaves.stream().map(sha::leaf).toList();
    }

    /** SHA-256(0x01 || left || right). */
    public static Hash nodeHash(Hash left, Hash right) {
        return new Sha256().node(left, right);
    }

    /** SHA-256 of nothing: the root of a log with no leaves. */
    public static Hash emptyRoot() {
        return Hash.owning(Sha256.digest().digest());
    }

    public static Hash root(List<Hash> leafHashes) {
        Frontier frontier = new Frontier();
        leafHashes.forEach(frontier::addHash);
        return frontier.root();
    }

    /**
     * The path from leaf {@code index}'s sibling up to the root's child.
     *
     * @throws TlogException when there is no such leaf
     */
    public static List<Hash> inclusionProof(List<Hash> leafHashes, long index) {
        return Paths.inclusion(over(leafHashes), index, leafHashes.size());
    }

    /**
     * The proof that the first {@code olderSize} leaves are the tree they once were.
     *
     * @throws TlogException unless {@code olderSize} is between 1 and the number of leaves
     */
    public static List<Hash> consistencyProof(List<Hash> leafHashes, long olderSize) {
        return Paths.consistency(over(leafHashes), olderSize, leafHashes.size());
    }

    private static Paths.Ranges over(List<Hash> leafHashes) {
        return (start, end) -> root(leafHashes.subList(Math.toIntExact(start), Math.toIntExact(end)));
    }

    /** Whether the leaf with this hash stands at {@code index} of the tree. */
    public static ProofCheck verifyInclusion(Hash leafHash, long index, TreeHead head, List<Hash> proof) {
        if (!TreeHead.isSize(head.size())) {
            return new ProofCheck.Fails("the tree size must be 0 to 2^53 - 1");
        }
        if (index < 0 || index >= head.size()) {
            return new ProofCheck.Fails("leaf " + index + " is not within a tree of " + head.size() + " leaves");
        }
        Sha256 sha = new Sha256();
        long node = index;
        long last = head.size() - 1;
        Hash hash = leafHash;
        for (Hash sibling : proof) {
            if (last == 0) {
                return wrongLength(proof);
            }
            if ((node & 1) == 1 || node == last) {
                hash = sha.node(sibling, hash);
                int rise = node == 0 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= rise;
                last >>= rise;
            } else {
                hash = sha.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            return wrongLength(proof);
        }
        return hash.equals(head.root())
                ? new ProofCheck.Holds()
                : new ProofCheck.Fails("the path from this leaf does not lead to the root");
    }

    /** Whether the older tree is the beginning of the newer. An older tree without leaves cannot be proven so. */
    public static ProofCheck verifyConsistency(TreeHead older, TreeHead newer, List<Hash> proof) {
        if (!TreeHead.isSize(older.size()) || !TreeHead.isSize(newer.size())) {
            return new ProofCheck.Fails("tree sizes must be 0 to 2^53 - 1");
        }
        if (older.size() > newer.size()) {
            return new ProofCheck.Fails("the newer tree is smaller than the older: leaves were cut off");
        }
        if (older.size() == newer.size()) {
            return sameSize(older, newer, proof);
        }
        if (older.size() == 0) {
            return new ProofCheck.Fails("a tree without leaves proves nothing about a later one");
        }
        return SubtreeProof.chain(new Subtree(0, older.size(), older.root()), newer, proof);
    }

    private static ProofCheck sameSize(TreeHead older, TreeHead newer, List<Hash> proof) {
        if (!proof.isEmpty()) {
            return new ProofCheck.Fails("two trees of one size need an empty proof, not " + proof.size() + " hashes");
        }
        if (older.size() == 0 && !older.root().equals(emptyRoot())) {
            return new ProofCheck.Fails("a tree without leaves has the SHA-256 of nothing as its root");
        }
        return older.root().equals(newer.root())
                ? new ProofCheck.Holds()
                : new ProofCheck.Fails("two roots for one size: the log was forked");
    }

    static ProofCheck wrongLength(List<Hash> proof) {
        return new ProofCheck.Fails("a proof of " + proof.size() + " hashes does not fit these sizes");
    }

    /** The hashes that lie side by side in {@code bytes}. */
    static List<Hash> split(byte[] bytes) {
        List<Hash> hashes = new ArrayList<>(bytes.length / Hash.BYTES);
        for (int offset = 0; offset < bytes.length; offset += Hash.BYTES) {
            hashes.add(Hash.at(bytes, offset));
        }
        return hashes;
    }
}
