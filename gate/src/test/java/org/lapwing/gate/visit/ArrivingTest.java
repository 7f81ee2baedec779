// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArrivingTest {
    private static final int WORDS = 3;
    private static final int FILES = 2;
    private static final long SHORT = 4000;
    private static final long LONG = 5_000_000;

    private Instant now = Instant.parse("2031-03-04T05:06:07Z");
    private final InstantSource source = () -> now;
    private final Arriving arriving = new Arriving(source.withZone(ZoneOffset.UTC), WORDS, FILES);
    private final List<String> hungUp = new ArrayList<>();

    private Optional<Arriving.Body> arrives(String who, long length) {
        return arriving.admit(length, () -> hungUp.add(who));
    }

    private static void reads(Arriving.Body body, int bytes) throws IOException {
        var _ = body.counting(new ByteArrayInputStream(new byte[bytes])).readAllBytes();
    }

    @Test
    void filesNeverTakeAPlaceFromWords() {
        for (int i = 0; i < FILES; i++) {
            assertThat(arrives("file", LONG)).isPresent();
        }
        assertThat(arrives("file", LONG)).isEmpty();
        assertThat(arrives("no length stated", -1)).isEmpty();
        for (int i = 0; i < WORDS; i++) {
            assertThat(arrives("words", SHORT)).isPresent();
        }
        assertThat(arrives("words", SHORT)).isEmpty();
        assertThat(hungUp).isEmpty();
    }

    @Test
    void aPlaceThatIsGivenBackIsFree() {
        for (int i = 0; i < 10 * WORDS; i++) {
            Arriving.Body body = arrives("words", SHORT).orElseThrow();
            body.close();
        }
        assertThat(hungUp).isEmpty();
    }

    @Test
    void theSlowestMakesRoomOnceItCrawls() throws Exception {
        Arriving.Body slow = arrives("slow", SHORT).orElseThrow();
        Arriving.Body slower = arrives("slower", SHORT).orElseThrow();
        Arriving.Body quick = arrives("quick", SHORT).orElseThrow();
        now = now.plus(Duration.ofSeconds(20));
        reads(slow, 40);
        reads(slower, 20);
        reads(quick, 20_000);
        assertThat(arrives("next", SHORT)).isPresent();
        assertThat(hungUp).containsExactly("slower");
        assertThat(arrives("another", SHORT)).isPresent();
        assertThat(hungUp).containsExactly("slower", "slow");
        assertThat(arrives("too many", SHORT)).isEmpty();
        assertThat(hungUp).hasSize(2);
    }

    @Test
    void nobodyIsPushedOutWhoJustBegan() {
        for (int i = 0; i < WORDS; i++) {
            arrives("words", SHORT).orElseThrow();
        }
        now = now.plus(Duration.ofSeconds(1));
        assertThat(arrives("next", SHORT)).isEmpty();
        assertThat(hungUp).isEmpty();
    }
}
