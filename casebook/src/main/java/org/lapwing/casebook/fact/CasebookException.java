// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

/** A value that the casebook does not take. The message says what would be accepted, and never a person's data. */
public final class CasebookException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CasebookException(String message) {
        super(message);
    }
}
