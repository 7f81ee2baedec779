// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** How sure the teller says they are. */
public enum TellerCertainty implements Term {
    CERTAIN,
    FAIRLY_SURE,
    UNSURE
}
