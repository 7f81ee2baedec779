// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

/** The root of this room's exceptions: a store that cannot be opened, read, written or believed; or a misuse. */
public class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public JournalException(String message) {
        super(message);
    }

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
