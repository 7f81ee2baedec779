// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import java.util.HashMap;
import java.util.Map;

/**
 * Opens the doors for the founders of a demonstration while it is being made, whose keys are still in hand. Used by the
 * demonstration's maker and by tests; a real desk opens for words and digits only.
 */
public final class DemoDoor {
    private DemoDoor() {}

    /** Every founder by handle, unlocked. */
    public static Map<String, Unlocked> enterAll(Founding founding, Doors doors) {
        var members = new HashMap<String, Unlocked>();
        founding.founderKeys().forEach((member, keys) -> members.put(member.handle(), doors.enter(member, keys)));
        return members;
    }
}
