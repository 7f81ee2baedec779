// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lapwing.seal.Totp;

class UsedCodesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T21:22:23Z");

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final Totp secret = Totp.generate(new SecureRandom());

    private UsedCodes opened() {
        return UsedCodes.keptIn(folder.resolve("codes.used"), clock);
    }

    @Test
    void letsACodeInOnceAlsoWhenTheProcessWasReplacedSince() {
        String code = secret.revealCode(NOW);
        UsedCodes first = opened();
        assertThat(first.accept("a", secret, code)).isTrue();
        assertThat(first.accept("a", secret, code)).isFalse();
        assertThat(opened().accept("a", secret, code)).isFalse();
        now.set(NOW.plusSeconds(30));
        assertThat(opened().accept("a", secret, secret.revealCode(now.get()))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M", "P1D", "P365D"})
    void letsNoUsedCodeInWhenTheClockJumpsBack(Duration jump) {
        String code = secret.revealCode(NOW);
        UsedCodes used = opened();
        assertThat(used.accept("a", secret, code)).isTrue();
        now.set(NOW.plus(jump));
        assertThat(used.accept("a", secret, secret.revealCode(now.get()))).isTrue();
        now.set(NOW);
        assertThat(used.accept("a", secret, code)).isFalse();
        assertThat(opened().accept("a", secret, code)).isFalse();
    }

    @Test
    void keepsMarksThatSayNothingWithoutTheSecret() throws Exception {
        opened().accept("member-a", secret, secret.revealCode(NOW));
        assertThat(Files.readString(folder.resolve("codes.used"))).matches("[0-9a-f]{64}\n");
    }
}
