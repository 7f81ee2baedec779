// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WitnessTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2031-05-04T12:00:00Z"), ZoneOffset.UTC);

    private final LogKey log = new LogKey("lapwing.example/siskin", new byte[32]);
    private final LogKey witness = new LogKey("lapwing.example/other-group", filled(1));
    private final Checkpoint checkpoint =
            new Checkpoint(log.name(), new TreeHead(1, MerkleTree.leafHash(new byte[32])));

    private static byte[] filled(int with) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }

    private String cosigned(LogKey by, long second) {
        Note note = Note.parse(checkpoint.sign(log, CLOCK)).orThrow();
        byte[] pq = by.signMlDsa44(checkpoint.cosignedMessage(by.name(), second));
        byte[] bytes = ByteBuffer.allocate(Long.BYTES + pq.length)
                .putLong(second)
                .put(pq)
                .array();
        List<Note.Signature> signatures = new ArrayList<>(note.signatures());
        signatures.add(
                new Note.Signature(witness.name(), witness.verifier().mlDsa44().id(), bytes));
        return new Note(note.text(), signatures).format();
    }

    @Test
    void aWitnessWhoCosignedIsVerified() {
        String signed = cosigned(witness, 100);
        assertThat(Checkpoint.verifyWitness(signed, witness.verifier().mlDsa44())
                        .verified())
                .isTrue();
        assertThat(Checkpoint.verify(signed, log.verifier()).verified()).isTrue();
    }

    @Test
    void aCosignatureBySomebodyElseUnderTheWitnesssNameIsRefused() {
        assertThat(Checkpoint.verifyWitness(
                                cosigned(log, 100), witness.verifier().mlDsa44())
                        .verified())
                .isFalse();
        assertThat(Checkpoint.verifyWitness(
                                cosigned(witness, 0), witness.verifier().mlDsa44())
                        .verified())
                .isFalse();
    }

    @Test
    void aMissingCosignatureAndAnEd25519WitnessAreRefused() {
        String alone = checkpoint.sign(log, CLOCK);
        assertThat(Checkpoint.verifyWitness(alone, witness.verifier().mlDsa44()).verified())
                .isFalse();
        assertThat(Checkpoint.verifyWitness(alone, log.verifier().ed25519()).verified())
                .isFalse();
    }
}
