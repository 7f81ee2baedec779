// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.access;

import org.lapwing.desk.access.Wire.Answer;

/** What a door did. */
enum Verdict {
    /** It led in: to a page, back to a form, or to a sentence that says what is missing. */
    OPEN,
    /** There is no such thing for this reader. */
    NOTHING,
    /** Refused, or sent back to where members unlock. */
    SHUT;

    static Verdict of(Answer answer) {
        String to = answer.location().replaceFirst("^https?://[^/]+", "");
        boolean toTheDoor = answer.status() / 100 == 3 && (to.equals("/") || to.startsWith("/?"));
        if (toTheDoor || answer.status() == 403 || answer.status() == 401 || answer.status() == 405) {
            return SHUT;
        }
        return answer.status() == 404 ? NOTHING : OPEN;
    }
}
