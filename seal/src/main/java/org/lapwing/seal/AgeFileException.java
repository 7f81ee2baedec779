// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import org.jspecify.annotations.Nullable;

/** An age file that does not open, with what is wrong. What was read before it was thrown is not to be relied on as whole. */
public final class AgeFileException extends SealException {

    /** Which part of the file is at fault. */
    public enum Fault {
        /** The ASCII armor is not canonical. */
        ARMOR,
        /** The header is not one of age v1, or a hybrid stanza in it is malformed. */
        HEADER,
        /** The header holds no hybrid stanza: sealed to classic recipients or a passphrase. */
        NOT_HYBRID,
        /** Hybrid and classic stanzas in one header: as weak as the classic ones. */
        MIXED,
        /** None of the given identities is a recipient. */
        NO_MATCH,
        /** The header was altered after it was sealed. */
        HEADER_MAC,
        /** The payload was altered, cut short or extended. */
        PAYLOAD
    }

    private final Fault fault;

    AgeFileException(Fault fault, String message) {
        this(fault, message, null);
    }

    AgeFileException(Fault fault, String message, @Nullable Throwable cause) {
        super(message);
        this.fault = fault;
        if (cause != null) {
            initCause(cause);
        }
    }

    public Fault fault() {
        return fault;
    }
}
