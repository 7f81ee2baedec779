// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** How a source takes back. */
public enum RetractionKind implements Term {
    CORRECTION,
    WITHDRAWAL_OF_CONSENT,
    DOUBT,
    PUBLIC_RECANTATION
}
