// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** What was done with a report. */
public enum TriageDecision implements Term {
    ACCOUNT_MADE,
    URGENT_HANDED_OVER,
    SET_ASIDE,
    BAIT_SUSPECTED
}
