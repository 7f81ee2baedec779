// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** How closely the words were kept. */
public enum Wording implements Term {
    VERBATIM,
    SUMMARY
}
