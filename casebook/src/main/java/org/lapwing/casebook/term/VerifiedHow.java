// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** How it was checked that a source is who they say. */
public enum VerifiedHow implements Term {
    CALL_BACK,
    MET_IN_PERSON,
    DOCUMENT_SEEN,
    KNOWN_TO_MEMBER,
    REFERRED_BY_PARTNER,
    ORIGIN_CHECKED
}
