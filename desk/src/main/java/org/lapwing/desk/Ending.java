// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import java.io.IOException;

/** How this process ends: with its supervisor, or when its last member has locked. */
public final class Ending {
    /** The supervisor starts a desk that ended with this code again, locked and with empty memory. */
    public static final int LOCKED = 75;

    private Ending() {}

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
