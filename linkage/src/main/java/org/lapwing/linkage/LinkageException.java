// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage;

/** What was given cannot be linked; the message names the file, the line and the column where there is one, never a value. */
public final class LinkageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LinkageException(String message) {
        super(message);
    }
}
