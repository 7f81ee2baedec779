// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** How a translation or transcript was made. */
public enum RenderingMethod implements Term {
    TRANSLATED,
    INTERPRETED,
    TRANSCRIBED,
    MACHINE_OFFLINE;

    /** A machine's words are never quoted. */
    public boolean quotable() {
        return this != MACHINE_OFFLINE;
    }
}
