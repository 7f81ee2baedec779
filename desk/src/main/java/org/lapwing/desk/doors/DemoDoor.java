// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import org.lapwing.desk.doors.Founding.FirstSecrets;

/**
 * The way in for what makes a demonstration, which writes entries as its members. It opens with what set-up has just
 * shown; no route of the desk leads here.
 */
public final class DemoDoor {
    private final Doors doors;

    public DemoDoor(Doors doors) {
        this.doors = doors;
    }

    /** One founder, unlocked by their words alone: nobody reads six digits from an app that was never set up. */
    public Unlocked enter(FirstSecrets founder) {
        return doors.enterWithWords(founder.handle(), founder.passphrase())
                .orElseThrow(() -> new IllegalStateException("the demonstration's member does not open"));
    }
}
