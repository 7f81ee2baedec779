// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import java.io.IOException;
import java.time.Duration;
import org.lapwing.desk.doors.Locking;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** How this process ends: with its supervisor, or when its last member has locked. */
public final class Ending {
    /** The supervisor starts a desk that ended with this code again, locked and with empty memory. */
    public static final int LOCKED = 75;

    /** Long enough for the answer to whoever locked, short enough that nothing lingers. */
    private static final Duration ANSWER = Duration.ofMillis(500);

    private Ending() {}

    /** Ends the process once nobody is unlocked, so that what was readable goes with its memory. */
    static void whenLocked(Locking locking, ConfigurableApplicationContext desk) {
        locking.whenLocked(remaining -> {
            if (remaining.isEmpty()) {
                // Not a daemon like the server's threads, or the process would end with code 0 as soon as these have
                // gone.
                Thread.ofPlatform().daemon(false).name("ending").start(() -> endIfStillLocked(locking, desk));
            }
        });
    }

    private static void endIfStillLocked(Locking locking, ConfigurableApplicationContext desk) {
        try {
            Thread.sleep(ANSWER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (locking.unlockedNow().isEmpty()) {
            SpringApplication.exit(desk);
            System.exit(LOCKED);
        }
    }

    static void whenStandardInputCloses() {
        Thread.ofPlatform().daemon().name("supervisor-watch").start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // whatever the supervisor says means that it is alive
                }
            } catch (IOException e) {
                // a broken pipe means the same as a closed one
            }
            System.exit(0);
        });
    }
}
