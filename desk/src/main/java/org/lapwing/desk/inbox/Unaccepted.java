// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.inbox;

/** What lies at the gate under one name is no report that we take: it stays there. Says which rule, never a content. */
final class Unaccepted extends RuntimeException {
    /** Why, in the words that the inbox has for it. */
    enum Why {
        /** Sealed to no intake key that we still have, or cut short, or altered. */
        DOES_NOT_OPEN,
        /** It opens, but is not what a gate writes. */
        NO_REPORT,
        /** A file is missing, is one too many, or has another length or SHA-256 than the report states. */
        FILES_DIFFER,
        /** It says that it comes from the holder of a receipt, and does not prove it. */
        NOT_PROVEN,
        /** The journal did not take it. */
        NOT_WRITTEN
    }

    private final Why why;

    Unaccepted(Why why) {
        super(why.name());
        this.why = why;
    }

    Why why() {
        return why;
    }
}
