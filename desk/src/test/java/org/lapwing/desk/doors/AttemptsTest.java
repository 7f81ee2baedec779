// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Guessing is slow. */
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
}
