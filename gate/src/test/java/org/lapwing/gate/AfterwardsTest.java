// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When memory is overwritten. What that leaves of a visit is searched by {@code GateMemoryTest}. */
class AfterwardsTest {
    private long now = Long.MAX_VALUE - 1; // a monotonic clock may begin anywhere, and run over
    private int times;
    private final Afterwards afterwards = new Afterwards(() -> now, () -> times++);

    private void after(Duration passed) {
        now += passed.toNanos();
        afterwards.wipeWhenQuiet();
    }

    @Test
    void nothingIsOverwrittenWhileNobodyCame() {
        after(Duration.ofDays(1));
        assertThat(times).isZero();
    }

    @Test
    void onceAfterThreeSecondsOfQuiet() {
        afterwards.somebodyCame();
        after(Duration.ofMillis(2_000));
        afterwards.somebodyCame();
        after(Duration.ofMillis(2_999));
        assertThat(times).isZero();
        after(Duration.ofMillis(1));
        assertThat(times).isOne();
        after(Duration.ofHours(1));
        assertThat(times).isOne();
    }

    @Test
    void eachMinuteWhereSomebodyAlwaysComes() {
        for (int second = 0; second < 150; second++) {
            afterwards.somebodyCame();
            after(Duration.ofSeconds(1));
        }
        assertThat(times).isEqualTo(2);
    }
}
