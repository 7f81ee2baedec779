// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** One line of the proof checklist. */
public enum CheckItem implements Term {
    SUPPORT,
    VERIFIED_SOURCE,
    FIRST_HAND,
    RELIABILITY,
    DETAIL,
    CONSISTENCY_WITH_PATTERN,
    ALTERNATIVES,
    INDEPENDENCE,
    STATE_EXPLANATION,
    CONTRADICTIONS,
    CONTAMINATION,
    SECOND_REVIEW,
    REVIEW_STANDS,
    EXPOSURE;

    /** Whether it belongs to the release and not to the agreement of two members. */
    public boolean ofRelease() {
        return this == EXPOSURE;
    }
}
