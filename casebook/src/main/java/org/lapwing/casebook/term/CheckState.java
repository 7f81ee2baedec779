// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** What the checklist says of one line. */
public enum CheckState implements Term {
    MET,
    MISSING,
    IN_WORDS,
    NOT_ASKED
}
