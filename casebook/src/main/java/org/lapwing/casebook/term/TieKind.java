// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** Why two sources might know of each other's words. */
public enum TieKind implements Term {
    SHELTER,
    CELL,
    INTERVIEWER,
    FAMILY,
    PUBLICATION,
    ACQUAINTANCE
}
