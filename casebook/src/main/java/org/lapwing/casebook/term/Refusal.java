// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** Why something may not be done with what somebody told. */
public enum Refusal implements Term {
    NO_CONSENT_OF_TELLER,
    NO_CONSENT_OF_SUBJECT,
    WITHDRAWN,
    EXPIRED,
    ANOTHER_BODY,
    NOT_TOLD_OF_LIMITS,
    NOT_ABLE_TO_DECIDE,
    GIVEN_BY_A_THREAT,
    CONFLICT_OF_INTEREST,
    GIVEN_FOR_ANOTHER,
    PROTECTION_PATH_MISSING,
    FROZEN,
    STOPPED_BY_RECEIPT,
    MASKED,
    SAFE_HOUSE,
    NOT_HERE
}
