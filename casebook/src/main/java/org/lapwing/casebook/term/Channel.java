// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** By which way an account came. */
public enum Channel implements Term {
    GATE,
    INTERVIEW,
    CALL,
    MESSENGER,
    LETTER,
    PUBLICATION
}
