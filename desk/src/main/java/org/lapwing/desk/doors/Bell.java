// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many new reports say that somebody is held now. A number without content, so that it may be shown to whoever has
 * unlocked, whatever they hold. Safe for use by several threads.
 */
public final class Bell {
    private final AtomicInteger rung = new AtomicInteger();

    /** The gate answers with what rang since it was last asked; it adds up here until the reports are in. */
    public void rang(int times) {
        rung.addAndGet(times);
    }

    /** The reports that it rang for were collected. */
    public void silence() {
        rung.set(0);
    }

    public int rung() {
        return rung.get();
    }
}
