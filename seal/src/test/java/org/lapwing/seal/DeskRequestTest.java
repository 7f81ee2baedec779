// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskRequestTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final Fixed.Counting random = new Fixed.Counting(3);
    private final SigningKey desk = SigningKey.generate(random);
    private final DeskRequest request = DeskRequest.of("PUT", "/replies/7?x=1", new byte[] {1, 2});
    private final String header = request.authorize(desk, NOW, random);
    private final DeskGuard guard = guardStarted(NOW.minusSeconds(600), NOW);

    /** A guard made at one time and asked at another. */
    private static DeskGuard guardStarted(Instant started, Instant asked) {
        Clock clock = new Clock() {
            private boolean running;

            @Override
            public Instant instant() {
                Instant now = running ? asked : started;
                running = true;
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        return new DeskGuard(Duration.ofSeconds(120), clock, new RecentNonces(Clock.fixed(asked, ZoneOffset.UTC)));
    }

    private static DeskGuard guardAt(Instant now) {
        return guardStarted(NOW.minusSeconds(600), now);
    }

    @Test
    void acceptsTheDesksRequestOnce() {
        assertThat(guard.refusal(request, header, desk.verifyKey())).isEmpty();
        assertThat(guard.refusal(request, header, desk.verifyKey())).contains("the request was sent before");
        assertThat(guard.refusal(request, request.authorize(desk, NOW, random), desk.verifyKey()))
                .isEmpty();
    }

    @Test
    void refusesAnyOtherMethodPathOrBody() {
        for (DeskRequest other : new DeskRequest[] {
            DeskRequest.of("GET", "/replies/7?x=1", new byte[] {1, 2}),
            DeskRequest.of("PUT", "/replies/7?x=2", new byte[] {1, 2}),
            DeskRequest.of("PUT", "/replies/7?x=1", new byte[] {1, 3})
        }) {
            assertThat(guard.refusal(other, header, desk.verifyKey()))
                    .contains("the request is not signed by the desk of the roster");
        }
    }

    @Test
    void refusesAnotherDesk() {
        assertThat(guard.refusal(request, header, SigningKey.generate(random).verifyKey()))
                .contains("the request is not signed by the desk of the roster");
    }

    @Test
    void refusesAnOldRequestAndOneFromTheFuture() {
        String apart = "the desk's clock and the gate's are more than 120 s apart";
        assertThat(guardAt(NOW.plusSeconds(121)).refusal(request, header, desk.verifyKey()))
                .contains(apart);
        assertThat(guardAt(NOW.minusSeconds(121)).refusal(request, header, desk.verifyKey()))
                .contains(apart);
        assertThat(guardAt(NOW.plusSeconds(120)).refusal(request, header, desk.verifyKey()))
                .isEmpty();
        assertThat(guardAt(NOW.minusSeconds(120)).refusal(request, header, desk.verifyKey()))
                .isEmpty();
    }

    @Test
    void refusesARequestOlderThanTheGatesMemory() {
        assertThat(guardStarted(NOW.plusSeconds(1), NOW.plusSeconds(2)).refusal(request, header, desk.verifyKey()))
                .contains("the request was sent before the gate started; send it anew");
    }

    @Test
    void refusesEveryChangedCharacterOfTheHeader() {
        for (int at = 0; at < header.length(); at++) {
            char changed = header.charAt(at) == '0' ? '1' : '0';
            String other = header.substring(0, at) + changed + header.substring(at + 1);
            assertThat(guardAt(NOW).refusal(request, other, desk.verifyKey())).isPresent();
            assertThat(guardAt(NOW).refusal(request, header.substring(0, at), desk.verifyKey()))
                    .isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT3M", "P1D", "P365D"})
    void acceptsNoRequestTwiceWhenTheClockJumpsBack(Duration jump) {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
        DeskGuard turned = new DeskGuard(Duration.ofSeconds(120), clock, new RecentNonces(clock));
        assertThat(turned.refusal(request, header, desk.verifyKey())).isEmpty();
        now.set(NOW.plus(jump));
        assertThat(turned.refusal(request, request.authorize(desk, now.get(), random), desk.verifyKey()))
                .isEmpty();

        now.set(NOW);
        assertThat(turned.refusal(request, header, desk.verifyKey())).contains("the request was sent before");
    }
}
