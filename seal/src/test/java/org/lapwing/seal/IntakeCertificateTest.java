// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IntakeCertificateTest {

    private final Group group = new Group();
    private final Roster roster = group.first();
    private final HybridRecipient recipient =
            HybridIdentity.generate(group.random).recipient();
    private final IntakeCertificate certificate = IntakeCertificate.sign(recipient, Group.DAY, 14, group.signer(0));

    @Test
    void countsFromItsFirstDayToItsLast() {
        IntakeCertificate read = IntakeCertificate.parse(certificate.bytes());
        assertThat(read.recipient()).isEqualTo(recipient);
        assertThat(read.refusal(roster, Group.DAY)).isEmpty();
        assertThat(read.refusal(roster, Group.DAY.plusDays(13))).isEmpty();
        assertThat(read.refusal(roster, Group.DAY.plusDays(14)))
                .contains("it counts from 2026-11-22 to 2026-12-05, not on 2026-12-06");
        assertThat(read.refusal(roster, Group.DAY.minusDays(1))).isPresent();
    }

    @Test
    void refusesMoreThanFourteenDays() {
        assertThatThrownBy(() -> IntakeCertificate.sign(recipient, Group.DAY, 15, group.signer(0)))
                .hasMessage("an intake certificate counts 1 to 14 days, not 15");
        assertThatThrownBy(() -> IntakeCertificate.sign(recipient, Group.DAY, 0, group.signer(0)))
                .isInstanceOf(SealException.class);
    }

    @Test
    void refusesASignerWithoutTheIntakeDutyAndAStranger() {
        String reason = "it is not signed by a member with the intake duty";
        assertThat(IntakeCertificate.sign(recipient, Group.DAY, 7, group.signer(1))
                        .refusal(roster, Group.DAY))
                .contains(reason);
        Signer stranger = new Signer(Group.id(9), group.keys.get(0).signing());
        assertThat(IntakeCertificate.sign(recipient, Group.DAY, 7, stranger).refusal(roster, Group.DAY))
                .contains(reason);
        Signer impostor = new Signer(Group.id(0), group.keys.get(1).signing());
        assertThat(IntakeCertificate.sign(recipient, Group.DAY, 7, impostor).refusal(roster, Group.DAY))
                .contains("its signature does not hold");
    }

    @Test
    void refusesEveryChangedByteAndTruncation() {
        byte[] bytes = certificate.bytes();
        for (int at = 0; at < bytes.length; at++) {
            assertThat(counts(Fixed.flipped(bytes, at))).as("byte %d", at).isFalse();
            assertThat(counts(Arrays.copyOf(bytes, at))).as("cut at %d", at).isFalse();
        }
        assertThat(counts(new String(bytes, StandardCharsets.UTF_8)
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    private boolean counts(byte[] bytes) {
        try {
            return IntakeCertificate.parse(bytes).refusal(roster, Group.DAY).isEmpty();
        } catch (SealException refused) {
            return false;
        }
    }
}
