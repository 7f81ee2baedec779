// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** How well an examination fits what was told (Istanbul Protocol grades). */
public enum Consistency implements Term {
    NOT_CONSISTENT,
    CONSISTENT_WITH,
    HIGHLY_CONSISTENT,
    TYPICAL_OF,
    DIAGNOSTIC_OF
}
