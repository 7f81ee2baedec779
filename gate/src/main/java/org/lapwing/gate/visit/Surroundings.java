// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.visit;

import java.security.SecureRandom;
import org.lapwing.gate.spool.Bell;
import org.lapwing.gate.spool.DayStamp;
import org.lapwing.gate.spool.Replies;
import org.lapwing.gate.spool.Spool;
import org.lapwing.gate.spool.SpoolLimits;
import org.lapwing.gate.trust.Trust;
import org.lapwing.pages.Tongue;
import org.lapwing.seal.WordList;

/** What a visit needs of the house. */
public record Surroundings(
        Trust trust,
        Spool spool,
        SpoolLimits limits,
        Replies replies,
        Bell bell,
        DayStamp days,
        SecureRandom random,
        boolean demonstration) {

    /** When somebody really reads, in the group's words; may be empty. */
    String hours() {
        return trust.roster().gateHours();
    }

    static WordList words(Tongue tongue) {
        return switch (tongue) {
            case EN -> WordList.ENGLISH;
            case RU -> WordList.RUSSIAN;
        };
    }
}
