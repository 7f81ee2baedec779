// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The same trees and proofs by every way the room has, against RFC 6962's definition written down naively here. */
class TreePropertyTest {
    private static final int MOST = 600;
    private static final List<byte[]> LEAVES = SeededLeaves.list(MOST);
    private static final List<Hash> HASHES = MerkleTree.leafHashes(LEAVES);

    /** MTH of RFC 6962, section 2.1. */
    private static Hash mth(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return MerkleTree.emptyRoot();
        }
        if (leaves.size() == 1) {
            return MerkleTree.leafHash(leaves.getFirst());
        }
        int k = 1;
        while (2 * k < leaves.size()) {
            k *= 2;
        }
        return MerkleTree.nodeHash(mth(leaves.subList(0, k)), mth(leaves.subList(k, leaves.size())));
    }

    @Test
    void agreesOnTheRootOfEverySize() {
        Frontier frontier = new Frontier();
        TilesInMemory tiles = new TilesInMemory();
        for (int size = 0; size <= MOST; size++) {
            Hash root = mth(LEAVES.subList(0, size));
            assertThat(frontier.head()).isEqualTo(new TreeHead(size, root));
            assertThat(MerkleTree.root(HASHES.subList(0, size))).isEqualTo(root);
            assertThat(tiles.writeUpTo(LeafSource.of(LEAVES), size)).isEqualTo(frontier.head());
            if (size < MOST) {
                frontier.add(LEAVES.get(size));
            }
        }
        for (int size = 0; size <= MOST; size++) {
            assertThat(tiles.root(size)).isEqualTo(mth(LEAVES.subList(0, size)));
        }
    }

    @Test
    void provesFromTilesWhatItProvesFromLists() {
        TilesInMemory tiles = new TilesInMemory();
        SplittableRandom random = new SplittableRandom(2);
        for (int size = 1; size <= MOST; size++) {
            tiles.writeUpTo(LeafSource.of(LEAVES), size);
            List<Hash> hashes = HASHES.subList(0, size);
            TreeHead head = new TreeHead(size, MerkleTree.root(hashes));
            for (int i = 0; i < 3; i++) {
                int index = random.nextInt(size);
                List<Hash> proof = tiles.inclusionProof(index, size);
                assertThat(proof).isEqualTo(MerkleTree.inclusionProof(hashes, index));
                assertOnlyThisInclusionHolds(index, head, proof);
                int older = 1 + random.nextInt(size);
                List<Hash> consistency = tiles.consistencyProof(older, size);
                assertThat(consistency).isEqualTo(MerkleTree.consistencyProof(hashes, older));
                assertOnlyThisConsistencyHolds(older, head, consistency);
            }
        }
    }

    private static void assertOnlyThisInclusionHolds(int index, TreeHead head, List<Hash> proof) {
        Hash leaf = HASHES.get(index);
        assertThat(MerkleTree.verifyInclusion(leaf, index, head, proof).holds()).isTrue();
        assertThat(MerkleTree.verifyInclusion(leaf, index + 1, head, proof).holds())
                .isFalse();
        assertThat(MerkleTree.verifyInclusion(leaf, index - 1, head, proof).holds())
                .isFalse();
        assertThat(MerkleTree.verifyInclusion(leaf, -1, head, proof).holds()).isFalse();
        Hash other = HASHES.get((index + 1) % MOST);
        assertThat(MerkleTree.verifyInclusion(other, index, head, proof).holds())
                .isFalse();
        for (List<Hash> wrong : damaged(proof)) {
            assertThat(MerkleTree.verifyInclusion(leaf, index, head, wrong).holds())
                    .isFalse();
        }
    }

    private static void assertOnlyThisConsistencyHolds(int olderSize, TreeHead newer, List<Hash> proof) {
        TreeHead older = new TreeHead(olderSize, MerkleTree.root(HASHES.subList(0, olderSize)));
        assertThat(MerkleTree.verifyConsistency(older, newer, proof).holds()).isTrue();
        TreeHead forked = new TreeHead(olderSize, HASHES.getLast());
        assertThat(MerkleTree.verifyConsistency(forked, newer, proof).holds()).isFalse();
        TreeHead forkedNewer = new TreeHead(newer.size(), HASHES.getLast());
        assertThat(MerkleTree.verifyConsistency(older, forkedNewer, proof).holds())
                .isFalse();
        if (olderSize < newer.size()) {
            assertThat(MerkleTree.verifyConsistency(newer, older, proof).holds())
                    .isFalse();
        }
        for (List<Hash> wrong : damaged(proof)) {
            assertThat(MerkleTree.verifyConsistency(older, newer, wrong).holds())
                    .isFalse();
        }
    }

    private static List<List<Hash>> damaged(List<Hash> proof) {
        List<List<Hash>> wrong = new ArrayList<>();
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(HASHES.getLast());
        wrong.add(longer);
        for (int i = 0; i < proof.size(); i++) {
            List<Hash> changed = new ArrayList<>(proof);
            changed.set(i, MerkleTree.leafHash(proof.get(i).bytes()));
            wrong.add(changed);
            List<Hash> shorter = new ArrayList<>(proof);
            shorter.remove(i);
            wrong.add(shorter);
        }
        return wrong;
    }

    /** Around 256^2 a third level of tiles begins. */
    @Test
    void agreesWhereTheThirdLevelOfTilesBegins() {
        List<byte[]> leaves = SeededLeaves.list(65_793);
        List<Hash> hashes = MerkleTree.leafHashes(leaves);
        TilesInMemory tiles = new TilesInMemory();
        for (int size : new int[] {255, 256, 257, 65_279, 65_280, 65_535, 65_536, 65_537, 65_792, 65_793}) {
            TreeHead head = tiles.writeUpTo(LeafSource.of(leaves), size);
            assertThat(head.root()).isEqualTo(MerkleTree.root(hashes.subList(0, size)));
            for (int index : new int[] {0, 254, size / 2, size - 1}) {
                List<Hash> proof = tiles.inclusionProof(index, size);
                assertThat(MerkleTree.verifyInclusion(hashes.get(index), index, head, proof)
                                .holds())
                        .isTrue();
            }
            for (int older : new int[] {1, 255, size / 3, size - 1, size}) {
                TreeHead before = new TreeHead(older, MerkleTree.root(hashes.subList(0, older)));
                List<Hash> proof = tiles.consistencyProof(older, size);
                assertThat(MerkleTree.verifyConsistency(before, head, proof).holds())
                        .isTrue();
            }
        }
    }

    @Test
    void keepsAFrontierThroughItsBytes() {
        Frontier frontier = new Frontier();
        for (byte[] leaf : LEAVES) {
            Frontier read = Frontier.parse(frontier.toBytes()).orThrow();
            assertThat(read.head()).isEqualTo(frontier.head());
            Frontier tried = read.copy();
            tried.add(leaf);
            assertThat(read.head()).isEqualTo(frontier.head());
            frontier.add(leaf);
            assertThat(tried.head()).isEqualTo(frontier.head());
        }
        assertThat(Frontier.of(LeafSource.of(LEAVES)).head()).isEqualTo(frontier.head());
    }

    @Test
    void refusesBytesThatAreNoFrontier() {
        byte[] three = new byte[8 + 2 * 32];
        three[7] = 3;
        assertThat(Frontier.parse(three)).isInstanceOf(Reading.Read.class);
        three[7] = 1;
        assertThat(Frontier.parse(three)).isInstanceOf(Reading.Refused.class);
        three[7] = 7;
        assertThat(Frontier.parse(three)).isInstanceOf(Reading.Refused.class);
        three[0] = -1;
        assertThat(Frontier.parse(three)).isInstanceOf(Reading.Refused.class);
        assertThat(Frontier.parse(new byte[7])).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void refusesToProveWhatIsNotThere() {
        assertThatThrownBy(() -> MerkleTree.inclusionProof(HASHES, MOST)).isInstanceOf(TlogException.class);
        assertThatThrownBy(() -> MerkleTree.consistencyProof(HASHES, 0)).isInstanceOf(TlogException.class);
        assertThatThrownBy(() -> MerkleTree.consistencyProof(HASHES, MOST + 1)).isInstanceOf(TlogException.class);
        assertThatThrownBy(() -> new Frontier().add(new byte[31])).isInstanceOf(TlogException.class);
    }
}
