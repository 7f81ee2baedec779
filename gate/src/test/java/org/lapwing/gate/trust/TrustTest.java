// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.gate.GateException;
import org.lapwing.gate.Group;
import org.lapwing.gate.spool.DayStamp;

class TrustTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path folder;

    private final Group group = new Group(DAY);
    private Path data;
    private Path roster;

    @BeforeEach
    void handOver() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        roster = group.handOver(folder.resolve("group"));
    }

    private Trust open(LocalDate day) throws IOException {
        Clock clock = Clock.fixed(Instant.parse(day + "T10:11:12Z"), ZoneOffset.UTC);
        return Trust.open(data, roster, new DayStamp(clock));
    }

    @Test
    void sealsToTheIntakeKeyOfAValidCertificate() throws IOException {
        assertThat(open(DAY).recipients()).containsExactly(group.intake.recipient());
        assertThat(open(DAY).takesReports()).isTrue();
    }

    @Test
    void sealsToNobodyOnceTheCertificatesAreOver() throws IOException {
        open(DAY);
        assertThat(open(DAY.plusDays(13)).recipients()).hasSize(1);
        assertThat(open(DAY.plusDays(14)).recipients()).isEmpty();
        assertThat(open(DAY.plusDays(14)).takesReports()).isFalse();
    }

    @Test
    void refusesACertificateOfAMemberWithoutTheDuty() throws IOException {
        assertThat(open(DAY).accept(group.certificate(DAY, 1)))
                .hasValueSatisfying(why -> assertThat(why).contains("intake duty"));
    }

    @Test
    void refusesACertificateThatWasAltered() throws IOException {
        String text = new String(group.certificate(DAY, 0), StandardCharsets.US_ASCII);
        byte[] altered = text.replace("to 2026-12-05", "to 2026-12-04").getBytes(StandardCharsets.US_ASCII);
        assertThat(open(DAY).accept(altered))
                .hasValueSatisfying(why -> assertThat(why).contains("signature"));
    }

    @Test
    void keepsItsOwnCopyAndGoesOnFromIt() throws IOException {
        Trust trust = open(DAY);
        assertThat(trust.extend(group.nextRoster("never"))).isEmpty();
        assertThat(trust.roster().gateHours()).isEqualTo("never");
        Files.delete(folder.resolve("group/root.pin"));
        Files.delete(roster.resolve("00001"));
        Files.delete(roster);
        assertThat(open(DAY).roster().version()).isEqualTo(2);
    }

    @Test
    void takesALongerChainThatIsHandedOverAtAStart() throws IOException {
        open(DAY);
        group.nextRoster("later");
        group.handOver(folder.resolve("group"));
        assertThat(open(DAY).roster().version()).isEqualTo(2);
    }

    @Test
    void refusesAForkAShorterChainAndAnotherRoot() throws IOException {
        Trust trust = open(DAY);
        byte[] first = group.wholeChain();
        trust.extend(group.nextRoster("ours"));
        assertThat(trust.extend(first))
                .hasValueSatisfying(why -> assertThat(why).contains("ends at version 1"));
        assertThat(trust.extend(new Group(DAY).wholeChain()))
                .hasValueSatisfying(why -> assertThat(why).contains("root pinned"));
        group.chain.removeLast();
        assertThat(trust.roster().gateHours()).isEqualTo("ours");
    }

    @Test
    void refusesToStartUnderAnotherRootThanThePinnedOne() throws IOException {
        open(DAY);
        Files.writeString(
                folder.resolve("group/root.pin"),
                new Group(DAY).root.verifyKeys().text());
        assertThatThrownBy(() -> open(DAY)).isInstanceOf(GateException.class).hasMessageContaining("another root");
    }
}
