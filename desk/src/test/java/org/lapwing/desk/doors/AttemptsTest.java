// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.seal.Totp;

/** Guessing is slow, and no code opens twice. */
class AttemptsTest {
    private static final Instant BEGIN = Instant.parse("2026-11-22T12:00:10Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };
    private final Attempts attempts = new Attempts(clock);

    @TempDir
    Path folder;

    private void after(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Test
    void waitsLongerAfterEachRefusalUpToAQuarterOfAnHour() {
        for (int i = 0; i < 5; i++) {
            assertThat(attempts.begin("quiet-lark")).isTrue();
        }
        for (int seconds : new int[] {30, 60, 120, 240, 480, 900, 900, 900}) {
            after(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(attempts.begin("quiet-lark"))
                    .as("just before " + seconds)
                    .isFalse();
            after(Duration.ofMillis(1));
            assertThat(attempts.begin("quiet-lark")).as("after " + seconds).isTrue();
        }
        assertThat(attempts.begin("fair-owl")).as("others do not wait").isTrue();
    }

    @Test
    void aDayOfGuessingIsFewerThanAHundredTries() {
        int tries = 0;
        for (Duration passed = Duration.ZERO; passed.toHours() < 24; passed = passed.plusSeconds(1)) {
            tries += attempts.begin("quiet-lark") ? 1 : 0;
            after(Duration.ofSeconds(1));
        }
        assertThat(tries).isBetween(90, 110);
    }

    @Test
    void whoeverOpensBeginsAnew() {
        for (int i = 0; i < 20; i++) {
            assertThat(attempts.begin("quiet-lark")).isTrue();
            attempts.opened("quiet-lark");
        }
    }

    @Test
    void forgetsTheHandleThatWasTriedLongestAgoWhenThereAreTooMany() {
        for (int i = 0; i < 5; i++) {
            attempts.begin("quiet-lark");
        }
        for (int i = 0; i < 999; i++) {
            attempts.begin("invented-" + i);
        }
        assertThat(attempts.begin("quiet-lark")).isFalse();
    }

    @Test
    void noCodeOpensTwiceEvenAfterTheProcessWasReplaced() throws IOException {
        Totp totp = Totp.generate(new SecureRandom());
        String code = totp.revealCode(BEGIN);
        UsedCodes first = new UsedCodes(folder);
        assertThat(first.use("member", totp, code, BEGIN)).isTrue();
        assertThat(first.use("member", totp, code, BEGIN)).isFalse();
        UsedCodes replaced = new UsedCodes(folder);
        assertThat(replaced.use("member", totp, code, BEGIN.plusSeconds(29))).isFalse();
        assertThat(replaced.use("member", totp, totp.revealCode(BEGIN.minusSeconds(30)), BEGIN))
                .as("nor one from before it")
                .isFalse();
        assertThat(replaced.use("member", totp, totp.revealCode(BEGIN.plusSeconds(30)), BEGIN.plusSeconds(30)))
                .isTrue();
        Path kept = folder.resolve("member.used");
        assertThat(Files.getLastModifiedTime(kept).toInstant()).isEqualTo(Instant.EPOCH);
        assertThat(Files.size(kept)).isEqualTo(32);
    }
}
