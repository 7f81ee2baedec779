// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** What a statement rests on. */
public enum StatementBasis implements Term {
    BARE,
    EXPLANATION,
    EVIDENCE
}
