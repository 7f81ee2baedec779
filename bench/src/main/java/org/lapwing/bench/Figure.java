// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.util.List;

/**
 * One line of the table.
 *
 * @param target what was set, in words; empty for a peer or where nothing was set
 */
record Figure(String room, String what, String measured, String target, Reach reach) {

    enum Reach {
        REACHED("reached"),
        MISSED("**missed**"),
        PEER("peer"),
        NO_TARGET("");

        private final String word;

        Reach(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Figure peer(String room, String what, String measured) {
        return new Figure(room, what, measured, "", Reach.PEER);
    }

    static Figure plain(String room, String what, String measured) {
        return new Figure(room, what, measured, "", Reach.NO_TARGET);
    }

    static Figure absent(String room, String why) {
        return new Figure(room, why, "", "", Reach.NO_TARGET);
    }

    static Figure judged(String room, String what, String measured, Target target) {
        return new Figure(room, what, measured, target.words(), target.met() ? Reach.REACHED : Reach.MISSED);
    }

    record Target(String words, boolean met) {}

    List<String> cells() {
        return List.of(room, what, measured, target, reach.name());
    }

    static Figure of(String[] cells) {
        return new Figure(cells[0], cells[1], cells[2], cells[3], Reach.valueOf(cells[4]));
    }
}
