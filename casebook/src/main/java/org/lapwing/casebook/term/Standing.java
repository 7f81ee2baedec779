// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** Whether a register knows the place. */
public enum Standing implements Term {
    OFFICIAL,
    UNOFFICIAL,
    NOT_KNOWN
}
