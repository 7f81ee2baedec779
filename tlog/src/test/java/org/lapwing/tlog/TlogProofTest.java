// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TlogProofTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2031-05-04T12:00:00Z"), ZoneOffset.UTC);
    private static final LogKey KEY = new LogKey("lapwing.example/siskin", new byte[32]);
    private static final List<byte[]> LEAVES = SeededLeaves.list(512);
    private static final TilesInMemory TILES = new TilesInMemory();
    private static final Checkpoint CHECKPOINT =
            new Checkpoint(KEY.name(), TILES.writeUpTo(LeafSource.of(LEAVES), 512));
    private static final String SIGNED = CHECKPOINT.sign(KEY, NOON);
    private static final String PROOF = TlogProof.of(TILES, 300, SIGNED).format();

    @Test
    void provesALeafToWhoeverHasOnlyTheLogKey() {
        LogVerifierKey key = LogVerifierKey.parse(KEY.verifier().text()).orThrow();
        Verdict verdict = TlogProof.verify(LEAVES.get(300), PROOF.getBytes(StandardCharsets.UTF_8), key);
        assertThat(verdict).isEqualTo(new Verdict.Verified(CHECKPOINT, NOON.instant()));
        assertThat(PROOF).startsWith("c2sp.org/tlog-proof@v1\nindex 300\n").endsWith("\n\n" + SIGNED);
        assertThat(TlogProof.parse(PROOF).orThrow().format()).isEqualTo(PROOF);
    }

    @Test
    void provesEveryLeafAndNoOther() {
        for (int index = 0; index < 512; index++) {
            TlogProof proof = TlogProof.of(TILES, index, SIGNED);
            assertThat(proof.path()).hasSize(9);
            ProofCheck check = MerkleTree.verifyInclusion(
                    MerkleTree.leafHash(LEAVES.get(index)), proof.index(), CHECKPOINT.head(), proof.path());
            assertThat(check.holds()).isTrue();
        }
        TlogProof proof = TlogProof.parse(PROOF).orThrow();
        assertThat(proof.verify(LEAVES.get(301), KEY.verifier()).verified()).isFalse();
        assertThat(proof.verify(new byte[31], KEY.verifier()).verified()).isFalse();
        assertThat(proof.verify(MerkleTree.leafHash(LEAVES.get(300)).bytes(), KEY.verifier())
                        .verified())
                .isFalse();
        assertThatThrownBy(() -> TlogProof.of(TILES, 512, SIGNED)).isInstanceOf(TlogException.class);
    }

    @Test
    void refusesEveryChangeOfOneByte() {
        byte[] bytes = PROOF.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            for (int flip : new int[] {1, 2, 0x20, 0x80}) {
                byte[] altered = bytes.clone();
                altered[i] ^= (byte) flip;
                assertThat(TlogProof.verify(LEAVES.get(300), altered, KEY.verifier())
                                .verified())
                        .as("byte %s, bits %s", i, flip)
                        .isFalse();
            }
        }
    }

    @Test
    void refusesEveryTruncationAndTrailingByte() {
        for (int length = 0; length < PROOF.length(); length++) {
            assertRefused(PROOF.substring(0, length));
        }
        for (String tail : List.of("\n", " ", "x", "\0", "\u2014 x\n")) {
            assertRefused(PROOF + tail);
        }
        assertRefused("\n" + PROOF);
        assertRefused("\ufeff" + PROOF);
    }

    @Test
    void refusesOtherSpellingsOfTheSameProof() {
        assertRefused(PROOF.replace("index 300", "index 0300"));
        assertRefused(PROOF.replace("index 300", "index +300"));
        assertRefused(PROOF.replace("index 300", "index  300"));
        assertRefused(PROOF.replace("index 300", "index 9007199254740992"));
        assertRefused(PROOF.replace("index 300", "extra bm90IHZvdWNoZWQ=\nindex 300"));
        assertRefused(PROOF.replace("\n", "\r\n"));
        assertRefused(PROOF.replaceFirst("=\n", "\n"));
        String firstHash = PROOF.lines().toList().get(2);
        assertRefused(PROOF.replace(firstHash + "\n", ""));
        assertRefused(PROOF.replace(firstHash + "\n", firstHash + "\n" + firstHash + "\n"));
        assertRefused(PROOF.replace(firstHash + "\n", (firstHash + "\n").repeat(60)));
    }

    @Test
    void refusesACheckpointOfAnotherSizeThatTheLogSignedToo() {
        Checkpoint smaller = new Checkpoint(KEY.name(), 300, TILES.root(256));
        TlogProof proof = TlogProof.parse(PROOF).orThrow();
        TlogProof moved = new TlogProof(300, proof.path(), smaller.sign(KEY, NOON));
        assertThat(moved.verify(LEAVES.get(300), KEY.verifier()))
                .isEqualTo(new Verdict.NotVerified("leaf 300 is not within a tree of 300 leaves"));
    }

    private static void assertRefused(String proof) {
        assertThat(TlogProof.verify(LEAVES.get(300), proof.getBytes(StandardCharsets.UTF_8), KEY.verifier())
                        .verified())
                .as(proof)
                .isFalse();
    }
}
