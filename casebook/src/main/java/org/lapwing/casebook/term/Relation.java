// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** What the giver of consent is to its subject. */
public enum Relation implements Term {
    SELF,
    PARENT_OR_GUARDIAN,
    PARTNER,
    RELATIVE,
    FRIEND,
    LAWYER
}
