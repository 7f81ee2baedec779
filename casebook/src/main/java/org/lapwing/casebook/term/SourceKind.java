// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** Who or what tells. */
public enum SourceKind implements Term {
    SURVIVOR,
    EYEWITNESS,
    RELATIVE,
    INSIDER,
    DOCUMENT,
    PUBLICATION,
    ORGANISATION;

    /** Whether it can only repeat what people told it, so that its words derive from others. */
    public boolean repeats() {
        return this == PUBLICATION || this == ORGANISATION;
    }
}
