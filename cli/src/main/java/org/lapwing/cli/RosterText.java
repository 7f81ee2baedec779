// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.util.HexFormat;
import org.lapwing.seal.Roster;

/** How rosters are spoken of on a terminal. */
final class RosterText {

    private RosterText() {}

    /** As set-up shows it in the browser: eight groups of eight. */
    static String digest(Roster roster) {
        return HexFormat.of().formatHex(roster.digest()).replaceAll("(.{8})(?=.)", "$1 ");
    }
}
