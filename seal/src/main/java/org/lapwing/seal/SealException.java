// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

/**
 * The root of all refusals of this room: something did not open, did not verify or is not in an accepted form. The
 * message never holds key material or content.
 */
public class SealException extends RuntimeException {

    public SealException(String message) {
        super(message);
    }

    public SealException(String message, Throwable cause) {
        super(message, cause);
    }
}
