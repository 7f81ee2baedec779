// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** Whether an investigation followed. */
public enum Investigation implements Term {
    NOT_KNOWN,
    NONE,
    OPENED,
    CLOSED,
    COMPLETED
}
