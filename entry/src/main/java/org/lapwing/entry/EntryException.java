// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import org.jspecify.annotations.Nullable;

/** Bytes or values that break the entry format. The message says what and where, never a value. */
public final class EntryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EntryException(String message) {
        super(message);
    }

    public EntryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
