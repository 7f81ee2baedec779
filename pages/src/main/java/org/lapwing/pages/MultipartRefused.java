// SPDX-License-Identifier: Apache-2.0
package org.lapwing.pages;

/**
 * A form that is not taken: too large, too many parts, or not a form at all. Expected, so it has no stack trace; it holds
 * nothing of what was sent.
 */
public final class MultipartRefused extends RuntimeException {

    private final Reason reason;

    /** Why; {@link #key()} is the message that tells it. */
    public enum Reason {
        /** Not multipart/form-data, or broken in its form. */
        MALFORMED("form.malformed"),
        TOO_MANY_PARTS("form.parts"),
        /** A part's headers, such as its file name, are too long. */
        HEADERS_TOO_LONG("form.headers"),
        FIELD_TOO_LONG("form.field"),
        /** A field is not valid UTF-8. */
        NOT_TEXT("form.text"),
        TOO_LARGE("form.large");

        private final String key;

        Reason(String key) {
            this.key = key;
        }
    }

    public MultipartRefused(Reason reason) {
        super(reason.key, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The key of the message that says so; each door has it in each language. */
    public String key() {
        return reason.key;
    }
}
