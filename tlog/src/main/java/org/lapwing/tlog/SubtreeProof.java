// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.util.List;

/**
 * Proofs about subtrees, verified as draft-ietf-plants-merkle-tree-certs-02, sections 4.3 and 4.4, says. A tree's
 * beginning is a subtree that starts at 0, so {@link MerkleTree#verifyConsistency} walks here too.
 */
public final class SubtreeProof {
    private SubtreeProof() {}

    /** Whether the leaf with this hash stands at {@code index} of the log, within the subtree. */
    public static ProofCheck verifyInclusion(Hash leafHash, long index, Subtree subtree, List<Hash> proof) {
        if (!subtree.wellFormed()) {
            return malformed();
        }
        if (index < subtree.start() || index >= subtree.end()) {
            return new ProofCheck.Fails("leaf " + index + " is not within the subtree");
        }
        TreeHead alone = new TreeHead(subtree.end() - subtree.start(), subtree.root());
        return MerkleTree.verifyInclusion(leafHash, index - subtree.start(), alone, proof);
    }

    /** Whether the subtree is part of the tree. A subtree without leaves is part of every tree that reaches to it. */
    public static ProofCheck verifyConsistency(Subtree subtree, TreeHead head, List<Hash> proof) {
        if (!TreeHead.isSize(head.size()) || subtree.end() > head.size()) {
            return new ProofCheck.Fails("the subtree reaches beyond the tree");
        }
        if (subtree.start() >= 0 && subtree.start() == subtree.end()) {
            boolean nothing = proof.isEmpty() && subtree.root().equals(MerkleTree.emptyRoot());
            return nothing ? new ProofCheck.Holds() : malformed();
        }
        return subtree.wellFormed() ? chain(subtree, head, proof) : malformed();
    }

    private static ProofCheck malformed() {
        return new ProofCheck.Fails("a subtree starts at a multiple of the power of two that holds it");
    }

    /** Section 4.4.3: rebuilds both roots from one chain of hashes. Expects sizes that fit each other. */
    static ProofCheck chain(Subtree subtree, TreeHead head, List<Hash> proof) {
        long first = subtree.start();
        long lastInSubtree = subtree.end() - 1;
        long lastInTree = head.size() - 1;
        while (first != lastInSubtree && (lastInSubtree == lastInTree || (lastInSubtree & 1) == 1)) {
            first >>= 1;
            lastInSubtree >>= 1;
            lastInTree >>= 1;
        }
        int next = 0;
        Hash seed = subtree.root();
        if (first != lastInSubtree) {
            if (proof.isEmpty()) {
                return MerkleTree.wrongLength(proof);
            }
            seed = proof.get(next++);
        }
        Sha256 sha = new Sha256();
        Hash rebuiltSubtree = seed;
        Hash rebuiltTree = seed;
        for (Hash hash : proof.subList(next, proof.size())) {
            if (lastInTree == 0) {
                return MerkleTree.wrongLength(proof);
            }
            if ((lastInSubtree & 1) == 1 || lastInSubtree == lastInTree) {
                if (first < lastInSubtree) {
                    rebuiltSubtree = sha.node(hash, rebuiltSubtree);
                }
                rebuiltTree = sha.node(hash, rebuiltTree);
                int rise = lastInSubtree == 0 ? 0 : Long.numberOfTrailingZeros(lastInSubtree);
                first >>= rise;
                lastInSubtree >>= rise;
                lastInTree >>= rise;
            } else {
                rebuiltTree = sha.node(rebuiltTree, hash);
            }
            first >>= 1;
            lastInSubtree >>= 1;
            lastInTree >>= 1;
        }
        if (lastInTree != 0) {
            return MerkleTree.wrongLength(proof);
        }
        if (!rebuiltSubtree.equals(subtree.root())) {
            return new ProofCheck.Fails("the proof does not lead to the older root");
        }
        return rebuiltTree.equals(head.root())
                ? new ProofCheck.Holds()
                : new ProofCheck.Fails("the proof does not lead to the newer root");
    }
}
