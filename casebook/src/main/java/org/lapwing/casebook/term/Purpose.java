// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** What consent is asked for, each by itself. */
public enum Purpose implements Term {
    RECORD,
    ANALYSE,
    COUNT,
    OVERLAP,
    SHARE,
    QUOTE_ANONYMOUSLY,
    QUOTE_BY_NAME,
    COURT,
    CONTACT_AGAIN;

    /** Whether it lets something out of the group, so that every identifiable living subject is asked too. */
    public boolean releases() {
        return switch (this) {
            case SHARE, QUOTE_ANONYMOUSLY, QUOTE_BY_NAME, COURT -> true;
            case RECORD, ANALYSE, COUNT, OVERLAP, CONTACT_AGAIN -> false;
        };
    }
}
