// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** Which sort of detail could single somebody out. */
public enum DetailKind implements Term {
    PLACE,
    TIME,
    ACT,
    WORDING
}
