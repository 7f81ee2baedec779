// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate;

/** The gate cannot start: the message says what is wrong, where, and what would be accepted. */
public final class GateException extends RuntimeException {

    public GateException(String message) {
        super(message);
    }
}
