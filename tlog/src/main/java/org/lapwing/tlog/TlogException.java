// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

/** The one exception of this room: a misuse, or a store that cannot be read, written or believed. */
public final class TlogException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TlogException(String message) {
        super(message);
    }

    public TlogException(String message, Throwable cause) {
        super(message, cause);
    }
}
