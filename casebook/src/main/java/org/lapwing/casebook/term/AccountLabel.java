// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** What is hard in an account, so that a reader may choose the hour. */
public enum AccountLabel implements Term {
    TORTURE,
    KILLING,
    SEXUAL_VIOLENCE,
    SUICIDE,
    CHILDREN,
    FAMILY_VIOLENCE
}
