// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** Under whose control somebody spoke. */
public enum Control implements Term {
    FREE,
    WITHIN_REACH_OF_ACCUSED,
    UNDER_RELATIVES,
    NOT_KNOWN
}
