// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

/** What was given cannot be used: exit 2 with this message, which names the file or the option and what is accepted. */
public final class BadInput extends RuntimeException {

    public BadInput(String message) {
        super(message);
    }

    public BadInput(String where, Exception cause) {
        super(where + ": " + cause.getMessage(), cause);
    }
}
