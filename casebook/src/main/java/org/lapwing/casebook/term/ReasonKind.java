// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** What proposer and reviewer must put in words. */
public enum ReasonKind implements Term {
    RELIABILITY,
    DETAIL,
    CONSISTENCY_WITH_PATTERN,
    ALTERNATIVES,
    STATE_EXPLANATION,
    INDEPENDENCE
}
