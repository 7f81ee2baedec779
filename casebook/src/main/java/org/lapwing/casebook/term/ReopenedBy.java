// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** What happened after the second reading. */
public enum ReopenedBy implements Term {
    CLAIM_CORRECTED,
    CLAIM_WITHDRAWN,
    CLAIM_WEIGHED,
    CLAIM_SET_ASIDE,
    STATEMENT_WEIGHED,
    CONSENT_WITHDRAWN,
    VERIFICATION_CHANGED,
    SOURCE_TOOK_BACK,
    STANDARD_PROPOSED,
    ERASED
}
