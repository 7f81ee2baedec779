// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** In which part a person entered the casebook. Parts in acts are said by claims. */
public enum PersonRole implements Term {
    VICTIM,
    ALLEGED_PERPETRATOR,
    OFFICIAL,
    WITNESS,
    RELATIVE
}
