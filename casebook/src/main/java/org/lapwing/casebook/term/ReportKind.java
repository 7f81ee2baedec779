// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** What came in at the gate. */
public enum ReportKind implements Term {
    REPORT,
    ADDITION,
    WITHDRAWAL,
    FORGET
}
