// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The 518 vectors of transparency-dev/merkle, most of which are wrong on purpose. */
class MerkleVectorsTest {
    @Test
    void judgesAllInclusionVectors() {
        assertThat(judged("inclusion", vector -> {
                    TreeHead head = new TreeHead(vector.number("treeSize"), vector.hash("root"));
                    return MerkleTree.verifyInclusion(
                            vector.hash("leafHash"), vector.number("leafIdx"), head, vector.proof());
                }))
                .isEqualTo(98);
    }

    @Test
    void judgesAllConsistencyVectors() {
        assertThat(judged("consistency", vector -> {
                    TreeHead older = new TreeHead(vector.number("size1"), vector.hash("root1"));
                    TreeHead newer = new TreeHead(vector.number("size2"), vector.hash("root2"));
                    return MerkleTree.verifyConsistency(older, newer, vector.proof());
                }))
                .isEqualTo(98);
    }

    @Test
    void judgesAllSubtreeInclusionVectors() {
        assertThat(judged("subtreeinclusion", vector -> {
                    Subtree subtree = new Subtree(vector.number("start"), vector.number("end"), vector.hash("root"));
                    return SubtreeProof.verifyInclusion(
                            vector.hash("leafHash"), vector.number("leafIdx"), subtree, vector.proof());
                }))
                .isEqualTo(204);
    }

    @Test
    void judgesAllSubtreeConsistencyVectors() {
        assertThat(judged("subtreeconsistency", vector -> {
                    Subtree subtree = new Subtree(vector.number("start"), vector.number("end"), vector.hash("root1"));
                    TreeHead head = new TreeHead(vector.number("size"), vector.hash("root2"));
                    return SubtreeProof.verifyConsistency(subtree, head, vector.proof());
                }))
                .isEqualTo(118);
    }

    private static int judged(String group, Function<MerkleVectors.Vector, ProofCheck> verify) {
        List<MerkleVectors.Vector> vectors = MerkleVectors.group(group);
        assertThat(vectors)
                .allSatisfy(vector -> assertThat(
                                !vector.lacksLeafHash() && verify.apply(vector).holds())
                        .as(vector.file())
                        .isEqualTo(!vector.wantsRefusal()));
        assertThat(vectors).anyMatch(vector -> !vector.wantsRefusal());
        return vectors.size();
    }
}
