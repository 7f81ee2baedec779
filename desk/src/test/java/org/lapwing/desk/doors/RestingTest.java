// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.desk.DeskFixture;
import org.lapwing.desk.DeskVisit;

/** The time that has passed comes from a clock that only goes forward, whatever the machine's says. */
class RestingTest {
    @TempDir
    Path folder;

    @Test
    void whoeverRestsForTwentyMinutesIsLocked() {
        try (DeskFixture desk = DeskFixture.in(folder)) {
            Resting resting = desk.bean(Resting.class);
            Locking locking = desk.bean(Locking.class);
            DeskVisit lark = desk.unlock(DeskFixture.INTAKE);
            lark.get("/home");

            resting.endThoseWhoRested(System.nanoTime() + Duration.ofMinutes(19).toNanos());
            assertThat(locking.unlockedNow()).hasSize(1);
            assertThat(lark.get("/home").status()).isEqualTo(200);

            // An answer reaches its reader a moment before its request counts as over.
            long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!locking.unlockedNow().isEmpty() && System.nanoTime() < until) {
                resting.endThoseWhoRested(
                        System.nanoTime() + Duration.ofMinutes(20).toNanos());
            }
            assertThat(locking.unlockedNow()).isEmpty();
            assertThat(lark.get("/home").body()).contains("name=\"passphrase\"");
        }
    }
}
